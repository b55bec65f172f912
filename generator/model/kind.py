"""`Kind`: what each kind of record declares for the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from generator.model.display.field_display import RecordSection
from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.full_names import file_stem
from generator.model.fields.links import RelationState
from generator.model.record import Record

EvidenceBasis = Literal[
    "peer-reviewed", "independent", "observed", "with-figures", "reported", "planned",
    "illustrative",
]  # fmt: skip
EVIDENCE_BASES = Vocabulary(
    EvidenceBasis,
    {
        "peer-reviewed": "Peer-reviewed study",
        "independent": "Independent evaluation",
        "observed": "Measured: the source says how",
        "with-figures": "Reported, with figures",
        "reported": "Reported in words",
        "illustrative": "Illustration, not data",
    },
    {
        "good": ("peer-reviewed", "independent", "observed"),
        "part": ("with-figures", "reported"),
        "plan": ("planned", "illustrative"),
    },
)

Titles = Callable[[str], str]  # id → title


def written_title(record: Record, titles: Titles) -> str:  # noqa: ARG001
    """Return the title as it is written; the default of `Kind.title`."""
    return record.title


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """Fields that the form asks for once `field` holds one of the `words`."""

    field: str
    words: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequiredWhen:
    """A requirement that holds once `field` holds one of the `words`.

    At least one of the fields in `needs` must be filled; a dot leads into a nested field. `code`:
    the code of the check. `at`: the field that the finding points at. `message` may hold “{word}”,
    which is replaced by the value of `field`. `form_hint` is the hint at the form; it may hold
    “{question}”, the label of the first of `needs`.
    """

    code: str
    field: str
    words: tuple[str, ...]
    needs: tuple[str, ...]
    at: str
    message: str
    hint: str
    form_hint: str

    def is_met(self, record: BaseModel) -> bool:
        """Return whether the record meets the requirement, or the requirement does not apply."""
        return getattr(record, self.field) not in self.words or any(
            _at(record, path) for path in self.needs
        )

    def message_for(self, word: str) -> str:
        """Return the message for a record whose field holds `word`."""
        return self.message.replace("{word}", word)


def _at(record: BaseModel, path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name)
    return value


@dataclass(frozen=True, slots=True)
class SchemaOrgType:
    """The structured data of a kind, in the vocabulary of https://schema.org.

    `type`: the type of a record whose own type, a term of the vocabulary, names none.
    `properties`: the properties, as (property, field of the record).
    """

    type: str = "CreativeWork"
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of record and how the program treats it.

    `with_article`: the label inside a sentence, such as “an adoption”.
    `folder`: the folder of its files, from the project's root; None when written inside others.
    `slug`: its folder on the site.
    `group_by`: the field that groups its list; groups follow `group_order`, then the model.
    `told_apart_by`: the fields that tell records with one title apart, the best first; empty for
    a kind whose titles are shown as they are.
    `untitled_id`: the words of the id of a record without a title, with fields in braces.
    `tags`: fields shown as tags in lists. `extra_tags`: returns further tags, from nested values;
    without `group_by` the first of them groups the list.
    `columns`: fields shown in tables of records; a kind without columns is shown as a list.
    `entry`: the model of what people write, where it is not `model`.
    `next_edges`: relations that suggest what to read next, most useful first.
    `asked_when`: fields that the form shows only from a stage or status on.
    `required_when`: requirements from a stage or status on, held by the checks and the form.
    `search_weight`: the factor of its scores in search; 1 for most kinds.
    `schema_org`: its type and properties in structured data.
    `has_diagram`: whether its page draws the records around it.
    `comparable`: whether its records can be set side by side.
    `relation_state`: returns whether a relation has happened, is planned or was halted.
    `title`: returns the title to show. `evidence_basis`: returns what its statements rest on.
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
    told_apart_by: tuple[str, ...] = ()
    untitled_id: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    entry: type[BaseModel] | None = None
    next_edges: tuple[str, ...] = ()
    asked_when: tuple[AskedWhen, ...] = ()
    required_when: tuple[RequiredWhen, ...] = ()
    search_weight: float = 1.0
    schema_org: SchemaOrgType = SchemaOrgType()
    has_diagram: bool = True
    comparable: bool = False
    relation_state: Callable[..., RelationState] = lambda record, reference: "happened"  # noqa: ARG005
    title: Callable[..., str] = written_title
    evidence_basis: Callable[..., EvidenceBasis | None] = lambda record: None  # noqa: ARG005

    @property
    def schema_file(self) -> str:
        """The name of the kind's JSON Schema file."""
        return f"{self.name.replace('_', '-')}.schema.json"

    @property
    def written_model(self) -> type[BaseModel]:
        """The model of what people write in a file or form."""
        return self.entry or self.model


def url_of(kind: Kind, record_id: str) -> str:
    """Return the URL of a record's page, relative to the root of the site."""
    return f"{kind.slug}/{file_stem(record_id)}.html"


# The last sections of every record's page; fields of no other section go into the last one.
RECORD_SECTIONS = (
    RecordSection("pictures", "Pictures"),
    RecordSection("read", "Read and learn more", ("about",)),
    RecordSection("voices", "In their words"),
    RecordSection("record", "Sources and how sure we are"),
)
# the same, under a tab of a long page
SOURCES_TAB = tuple(replace(section, tab="Sources") for section in RECORD_SECTIONS)
