"""How a kind of record describes itself to the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from generator.model.display.field_display import RecordSection
from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.links import RelationState
from generator.model.record import Record

EvidenceBasis = Literal["observed", "with-figures", "reported", "planned", "illustrative"]
EVIDENCE_BASES = Vocabulary(
    EvidenceBasis,
    {
        "observed": "Measured: the source says how",
        "with-figures": "Reported, with figures",
        "reported": "Reported by those involved",
        "illustrative": "Illustration, not data",
    },
    {
        "good": ("observed",),
        "part": ("with-figures", "reported"),
        "plan": ("planned", "illustrative"),
    },
)

Titles = Callable[[str], str]  # the title of the record with that id


def written_title(record: Record, titles: Titles) -> str:  # noqa: ARG001
    """The title as written: what most kinds use."""
    return record.title


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """What a record is asked for once its `field` holds one of the `words`."""

    field: str
    words: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequiredWhen:
    """What a record cannot do without once its `field` holds one of the `words`.

    `needs` are the fields (a dot leads into one) of which one at least is filled. `code` is that of
    the check; `at` the field where it tells. In `message` “{word}” stands for the word.
    """

    code: str
    field: str
    words: tuple[str, ...]
    needs: tuple[str, ...]
    at: str
    message: str
    hint: str

    def is_met(self, record: BaseModel) -> bool:
        """Whether it asks nothing of the record, or gets what it asks."""
        return getattr(record, self.field) not in self.words or any(
            _at(record, path) for path in self.needs
        )

    def message_for(self, word: str) -> str:
        """The message for a record whose field holds `word`."""
        return self.message.replace("{word}", word)


def _at(record: BaseModel, path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name)
    return value


@dataclass(frozen=True, slots=True)
class SchemaOrgType:
    """What a record is to machines that read the web, in the words of schema.org.

    `type` is its type there; where words of `field` have a type of their own, `types` says which.
    `says` are properties, each with the field whose values it holds.
    """

    type: str = "CreativeWork"
    properties: tuple[tuple[str, str], ...] = ()
    field: str = ""
    types: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of record, as the rest of the program sees it.

    `with_article`: its label in the middle of a sentence, such as “an adoption”.
    `folder`: where its files lie, from the project's root; None when it is written inside others.
    `slug`: its folder on the site. `group_by`: the field by which its list is grouped; the groups
    stand in the order of `group_order`, then of the model. `marks`: options that are shown
    with a record in lists though it holds them deeper; without `group_by` the first one groups it.
    `tags`: fields shown as labels in lists. `columns`: fields shown when records of the kind stand
    together in a table; a kind without columns is shown as a list.
    `entry`: what people write, where it is not the model itself.
    `next_edges`: relations that suggest what to read next, most useful first.
    `grows`: what is asked as it comes further; before that the form keeps it folded away.
    `demands`: what it then cannot do without; the checks and the form hold it to them.
    `prior`: how much a record of the kind counts in a search, beside 1 for most.
    `linked`: what it is in the linked data of its page.
    `pictured`: its page has a picture of what stands around it; false where the facts name it all.
    `relation_state`: whether one of its relations has happened, is planned or was halted.
    """

    name: str
    label: str
    labels: str
    with_article: str
    slug: str
    model: type[Record]
    folder: str | None
    about: str
    sections: tuple[RecordSection, ...]
    suffix: str = ".yaml"
    group_by: str | None = None
    group_order: tuple[str, ...] = ()
    extra_tags: Callable[..., tuple[Option, ...]] = lambda record: ()  # noqa: ARG005
    tags: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    entry: type[BaseModel] | None = None
    next_edges: tuple[str, ...] = ()
    asked_when: tuple[AskedWhen, ...] = ()
    required_when: tuple[RequiredWhen, ...] = ()
    search_weight: float = 1.0
    schema_org: SchemaOrgType = SchemaOrgType()
    has_diagram: bool = True
    relation_state: Callable[..., RelationState] = lambda record, reference: "happened"  # noqa: ARG005
    title: Callable[..., str] = written_title
    evidence_basis: Callable[..., EvidenceBasis | None] = lambda record: None  # noqa: ARG005

    @property
    def schema_file(self) -> str:
        """The name of the kind's JSON Schema file."""
        return f"{self.name.replace('_', '-')}.schema.json"

    @property
    def written_model(self) -> type[BaseModel]:
        """The model of what people write."""
        return self.entry or self.model


def url_of(kind: Kind, record_id: str) -> str:
    """The page of a record, from the site's root."""
    return f"{kind.slug}/{record_id}.html"


# last on every record's page; what no part asks for stands in the very last
RECORD_SECTIONS = (
    RecordSection("read", "Read and learn more", ("about",)),
    RecordSection("voices", "In their words"),
    RecordSection("record", "Sources and how sure we are"),
)
