"""What every record has, and how a kind describes itself to the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.fields import FieldInfo

from generator.kinds.links import Link, RelationState
from generator.kinds.types import Date, Happened, Id, Ids, Line, Lines, Text
from generator.kinds.words import Option, Vocabulary


def _has_default(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields.get(name)
    return info is not None and not info.is_required() and info.default is not None


# the names of fields that were written, each set of them once for all that have the same
_STATED: dict[frozenset[str], set[str]] = {}


class Part(BaseModel):
    """Base of every typed value: frozen, and refusing names it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_stated(cls, values: Any) -> Any:
        # “practices:” with nothing after it: the source does not say
        if not isinstance(values, dict) or None not in values.values():
            return values
        return {n: v for n, v in values.items() if v is not None or not _has_default(cls, n)}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Take up what another process read; a set for each value would take a quarter of all."""
        stated = state["__pydantic_fields_set__"]
        shared = _STATED.setdefault(frozenset(stated), stated)
        super().__setstate__({**state, "__pydantic_fields_set__": shared})


@dataclass(frozen=True, slots=True)
class Shown:
    """How people meet a field.

    `label`: its name on pages. `help`: one sentence on what to write. `part`: the part of the page
    it stands in. `key`: it is among the facts on the first screen. `always`: it reads “not stated”
    when empty. `example`: a value that could stand there. `light`: it is asked for at once.
    `measured`: the figure is in the measure's unit. A field whose part is empty is shown with
    another.
    """

    label: str
    help: str
    part: str = "about"
    key: bool = False
    always: bool = False
    light: bool = False
    example: str = ""
    measured: bool = False


@dataclass(frozen=True, slots=True)
class ReadsAs:
    """Marks a field whose word reads differently with what else the record says.

    `option` gives the word of a record as people read it. `tells_inferred`: it says by itself when
    the word is inferred.
    """

    option: Callable[[Any], Option]
    tells_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a record's page: its fields, then the records that name it by these edges.

    `planned` is its title where none of these relations has happened.
    """

    id: str
    title: str
    incoming: tuple[str, ...] = ()
    planned: str = ""


class Citation(Part):
    """Where a statement comes from."""

    resource: Annotated[
        Id,
        Link(("resource",), None, "Cited by"),
        Shown("Document", "Which document says so?"),
    ]
    section: Annotated[Line, Shown("Heading or page", "Where in the document is it?")]
    lines: Annotated[
        Line | None, Shown("Lines", "Line or page numbers, if you know them.", example="19-25")
    ] = None


class Quote(Part):
    """Somebody's own words, by role and never by name."""

    text: Annotated[Line, Shown("Words", "What did they say or write? Keep it short.")]
    role: Annotated[
        Line, Shown("Role", "Their job or role, not their name.", example="a senior manager")
    ]
    source: Annotated[Citation | None, Shown("Source", "Where did they say it?")] = None


Foresight = Literal["planned", "reactive"]
FORESIGHT = Vocabulary(Foresight, tones={"plan": ("planned",)})
Answer = Literal["yes", "no"]
ANSWERS = Vocabulary(Answer)


class Modification(Part):
    """A change made along the way, on the lines of FRAME (Wiltsey Stirman and others, 2019)."""

    what: Annotated[Text, Shown("What changed", "What did you do differently?")]
    when: Annotated[Date | None, Happened(), Shown("When", "When did it change?", always=True)] = (
        None
    )
    planned: Annotated[
        Foresight | None,
        FORESIGHT,
        Shown("Planned or reactive", "Was this change planned?", always=True),
    ] = None
    by: Annotated[Line | None, Shown("Who decided", "Give job titles, not names.", always=True)] = (
        None
    )
    why: Annotated[Text | None, Shown("Why", "Why did you change it?", always=True)] = None
    keeps_core: Annotated[
        Answer | None,
        ANSWERS,
        Shown("Essential parts kept", "Did you keep the essential parts?", always=True),
    ] = None


class Record(Part):
    """What every record has, whatever its kind."""

    id: Id
    title: Annotated[
        Line,
        Shown("Title", "A short name.", "", light=True, example="Carers' café"),
    ]
    summary: Annotated[
        Line | None,
        Shown("In one sentence", "Say what it is, in up to 400 characters.", "head", light=True),
    ] = None
    owner: Annotated[
        Id | None,
        Link(("partner", "group"), "owned_by", "Records it keeps up to date"),
        Shown("Kept up to date by", "Which partner or group looks after this record?", "record"),
    ] = None
    reviewed_on: Annotated[
        Date | None,
        Happened(),
        Shown("Last reviewed", "When did someone last check this record?", "record"),
    ] = None
    review_due: Annotated[
        Date | None, Shown("Next review", "When should it be checked again?", "record")
    ] = None
    aliases: Annotated[
        Ids, Shown("Earlier ids", "Ids this record had before. Old links still work.", "record")
    ] = ()
    supersedes: Annotated[
        Ids,
        Link(("*",), "supersedes", "Superseded by"),
        Shown("Replaces", "Which records does this one replace?", "record"),
    ] = ()
    licence: Annotated[
        Line | None,
        Shown("Licence", "Only if it is not the academy's licence (OGL-UK-3.0).", "record"),
    ] = None
    quotes: Annotated[
        tuple[Quote, ...], Shown("In their words", "Short quotes. Give roles, not names.", "voices")
    ] = ()
    sources: Annotated[
        tuple[Citation, ...],
        Shown("Sources", "Which documents say so?", "record", always=True),
    ] = ()
    inferred: Annotated[
        Lines,
        Shown("What we inferred", "Which parts are our interpretation?", "record"),
    ] = ()
    note: Annotated[Text | None, Shown("Note", "Anything else a reader should know.", "record")] = (
        None
    )

    kind: ClassVar[str]


Standing = Literal["observed", "with-figures", "reported", "planned", "illustrative"]
STANDINGS = Vocabulary(
    Standing,
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


def own_title(record: Record, titles: Titles) -> str:  # noqa: ARG001
    """The title as written: what most kinds use."""
    return record.title


@dataclass(frozen=True, slots=True)
class Grow:
    """What a record is asked for once its `field` holds one of the `words`."""

    field: str
    words: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demand:
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

    def said(self, word: str) -> str:
        """The message for a record whose field holds `word`."""
        return self.message.replace("{word}", word)


def _at(record: BaseModel, path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name)
    return value


@dataclass(frozen=True, slots=True)
class Linked:
    """What a record is to machines that read the web, in the words of schema.org.

    `type` is its type there; where words of `field` have a type of their own, `types` says which.
    `says` are properties, each with the field whose values it holds.
    """

    type: str = "CreativeWork"
    says: tuple[tuple[str, str], ...] = ()
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
    `chips`: fields shown as labels in lists. `columns`: fields shown when records of the kind stand
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
    sections: tuple[Section, ...]
    suffix: str = ".yaml"
    group_by: str | None = None
    group_order: tuple[str, ...] = ()
    marks: Callable[..., tuple[Option, ...]] = lambda record: ()  # noqa: ARG005
    chips: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    entry: type[BaseModel] | None = None
    next_edges: tuple[str, ...] = ()
    grows: tuple[Grow, ...] = ()
    demands: tuple[Demand, ...] = ()
    prior: float = 1.0
    linked: Linked = Linked()
    pictured: bool = True
    relation_state: Callable[..., RelationState] = lambda record, reference: "happened"  # noqa: ARG005
    title: Callable[..., str] = own_title
    standing: Callable[..., Standing | None] = lambda record: None  # noqa: ARG005

    @property
    def written(self) -> type[BaseModel]:
        """The model of what people write."""
        return self.entry or self.model


def url_of(kind: Kind, record_id: str) -> str:
    """The page of a record, from the site's root."""
    return f"{kind.slug}/{record_id}.html"


def shown(info: FieldInfo) -> Shown:
    """The `Shown` of a field; a field without one is not for people."""
    return next(m for m in info.metadata if isinstance(m, Shown))


def vocabulary_of(info: FieldInfo) -> Vocabulary | None:
    """The allowed words of a field; None for a field that takes something else."""
    return next((mark for mark in info.metadata if isinstance(mark, Vocabulary)), None)


def asked(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of a model's fields as people are asked for them: what all records have is last."""
    common = set(Record.model_fields) - {"title", "summary"}
    fields = model.model_fields.items()
    shown_ones = (n for n, info in fields if any(isinstance(m, Shown) for m in info.metadata))
    return tuple(sorted(shown_ones, key=lambda name: name in common))


# last on every record's page; what no part asks for stands in the very last
RECORD_SECTIONS = (
    Section("read", "Read and learn more", ("about",)),
    Section("voices", "In their words"),
    Section("record", "Sources and how sure we are"),
)
