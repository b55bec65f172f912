"""The base of all models, and the fields that every record has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from generator.model.display.field_display import FieldDisplay
from generator.model.display.vocabulary import Vocabulary
from generator.model.fields.academy_vocabulary import Topics
from generator.model.fields.links import Link
from generator.model.fields.marks import mark_of
from generator.model.fields.types import (
    Date,
    EventDate,
    Id,
    Ids,
    Line,
    Lines,
    OwnId,
    PictureFile,
    Text,
)

# The field for the text below the front matter of a Markdown file.
BODY_FIELD = "story"


def _has_default(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields.get(name)
    return info is not None and not info.is_required() and info.default is not None


# Interned `fields_set`s, shared by all values that set the same fields.
_STATED: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """Base of every typed value: frozen, without unknown fields."""

    # A validator is built when it is first used: nested models are part of their holder's, and
    # most never need one of their own.
    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    # The fields of which exactly one is filled, where a model has such; see `alternatives.py`.
    exactly_one: ClassVar[tuple[str, ...]] = ()

    # Other names that people give to fields, such as the headings of their own spreadsheets: by
    # field, with commas between them.
    field_synonyms: ClassVar[Mapping[str, str]] = {}

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_stated(cls, values: Any) -> Any:
        # “practices:” with nothing after it means “not stated”.
        if not isinstance(values, dict) or None not in values.values():
            return values
        return {n: v for n, v in values.items() if v is not None or not _has_default(cls, n)}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Unpickle from a worker, sharing the fields set (otherwise a quarter of all memory)."""
        stated = state["__pydantic_fields_set__"]
        shared = _STATED.setdefault(frozenset(stated), stated)
        super().__setstate__({**state, "__pydantic_fields_set__": shared})


class Citation(Model):
    """Where a statement comes from."""

    resource: Annotated[
        Id,
        Link(("resource",), None, "Cited by"),
        FieldDisplay("Document", "Which document says so?"),
    ]
    section: Annotated[Line, FieldDisplay("Heading or page", "Where in the document is it?")]
    lines: Annotated[
        Line | None,
        FieldDisplay("Lines", "Line or page numbers, if you know them.", example="19-25"),
    ] = None

    field_synonyms = {
        "resource": "Source document, Report, Publication",
        "section": "Page, Heading",
        "lines": "Line numbers",
    }


class Quote(Model):
    """Somebody's own words, by role and never by name."""

    text: Annotated[Line, FieldDisplay("Words", "What did they say or write? Keep it short.")]
    role: Annotated[
        Line, FieldDisplay("Role", "Their job or role, not their name.", example="a senior manager")
    ]
    source: Annotated[Citation | None, FieldDisplay("Source", "Where did they say it?")] = None

    field_synonyms = {
        "text": "Quote, Quotation",
        "role": "Job title, Who said it, Said by",
    }


class Picture(Model):
    """A picture in the media folder, in words for those who cannot see it."""

    file: Annotated[
        PictureFile,
        FieldDisplay("File", "Which picture of the folder media?", example="media/team.jpg"),
    ]
    alt: Annotated[
        Line,
        FieldDisplay("In words", "What does it show? Write it for people who cannot see it."),
    ]
    caption: Annotated[
        Line | None, FieldDisplay("Caption", "What should readers know about it?")
    ] = None
    credit: Annotated[
        Line | None, FieldDisplay("Credit", "Who made it? Give an organisation or a role.")
    ] = None
    consent: Annotated[
        Line | None,
        FieldDisplay(
            "Consent",
            "If it shows people: how did they agree? If it shows nobody, write “no people”.",
            example="All agreed in writing, May 2024",
        ),
    ] = None

    field_synonyms = {
        "file": "Picture, Image, File name",
        "alt": "Alt text, Alternative text, Description",
        "credit": "Photographer",
    }


Foresight = Literal["planned", "reactive"]
FORESIGHT = Vocabulary(Foresight, tones={"plan": ("planned",)})
CoreKept = Literal["yes", "no"]
CORE_KEPT = Vocabulary(CoreKept)


class Modification(Model):
    """A change made along the way. Fields follow FRAME (Wiltsey Stirman and others, 2019)."""

    what: Annotated[Text, FieldDisplay("What changed", "What did you do differently?")]
    when: Annotated[
        Date | None, EventDate(), FieldDisplay("When", "When did it change?", always=True)
    ] = None
    planned: Annotated[
        Foresight | None,
        FORESIGHT,
        FieldDisplay("Planned or reactive", "Was this change planned?", always=True),
    ] = None
    by: Annotated[
        Line | None, FieldDisplay("Who decided", "Give job titles, not names.", always=True)
    ] = None
    why: Annotated[Text | None, FieldDisplay("Why", "Why did you change it?", always=True)] = None
    keeps_core: Annotated[
        CoreKept | None,
        CORE_KEPT,
        FieldDisplay("Essential parts kept", "Did you keep the essential parts?", always=True),
    ] = None

    field_synonyms = {
        "what": "Change, What was changed",
        "when": "Date",
        "by": "Decided by",
        "why": "Reason",
    }


class Record(Model):
    """What every record has, whatever its kind."""

    id: OwnId
    title: Annotated[
        Line,
        FieldDisplay("Title", "A short name.", "", asked_first=True, example="Carers' café"),
    ]
    summary: Annotated[
        Line | None,
        FieldDisplay(
            "Summary",
            "Say what it is in one or two short sentences, up to 400 characters.",
            "head",
            asked_first=True,
        ),
    ] = None
    topics: Annotated[
        Topics,
        FieldDisplay(
            "Topics", "Which conditions, age groups, settings or themes is it about?", key=True
        ),
    ] = ()
    owner: Annotated[
        Id | None,
        Link(("partner", "group"), "owned_by", "Records it keeps up to date"),
        FieldDisplay(
            "Kept up to date by", "Which partner or group looks after this record?", "record"
        ),
    ] = None
    reviewed_on: Annotated[
        Date | None,
        EventDate(of_record=True),
        FieldDisplay("Last reviewed", "When did someone last check this record?", "record"),
    ] = None
    review_due: Annotated[
        Date | None, FieldDisplay("Next review", "When should it be checked again?", "record")
    ] = None
    aliases: Annotated[
        tuple[OwnId, ...],
        FieldDisplay(
            "Earlier names in links",
            "Short names that this had in web addresses before. Old links still work.",
            "record",
        ),
    ] = ()
    supersedes: Annotated[
        Ids,
        Link(("*",), "supersedes", "Superseded by"),
        FieldDisplay("Replaces", "Which records does this one replace?", "record"),
    ] = ()
    same_as: Annotated[
        Lines,
        FieldDisplay(
            "The same elsewhere",
            "Under which full names or web addresses do other collections list the very same one?",
            "record",
            example="https://www.wikidata.org/wiki/Q5225646",
        ),
    ] = ()
    # written by “academy release”, so nobody is asked for them
    added_on: Annotated[Date | None, EventDate(of_record=True)] = None
    changed_on: Annotated[Date | None, EventDate(of_record=True)] = None
    licence: Annotated[
        Line | None,
        FieldDisplay("Licence", "Only if it is not the academy's licence.", "record"),
    ] = None
    pictures: Annotated[
        tuple[Picture, ...],
        FieldDisplay(
            "Pictures", "The first one stands at the top of the page. At most 10.", "pictures"
        ),
    ] = ()
    quotes: Annotated[
        tuple[Quote, ...],
        FieldDisplay("In their words", "Short quotes. Give roles, not names.", "voices"),
    ] = ()
    sources: Annotated[
        tuple[Citation, ...],
        FieldDisplay("Sources", "Which documents say so?", "record", always=True),
    ] = ()
    inferred: Annotated[
        Lines,
        FieldDisplay("What we inferred", "Which parts are our interpretation?", "record"),
    ] = ()
    note: Annotated[
        Text | None, FieldDisplay("Note", "Anything else a reader should know.", "record")
    ] = None

    field_synonyms = {
        "title": "Name, Project name, Project title, Name of project",
        "summary": "Description, Short description, Brief description, Overview, In brief",
        "topics": "Topic, Tag, Tags, Keywords, Subject, Subjects",
        "reviewed_on": "Date reviewed, Last checked",
        "licence": "License",
        "aliases": "Earlier ids, Previous ids, Old ids",
        "same_as": "Same as, Identical to",
        "note": "Notes, Comment, Comments, Remarks",
        "quotes": "Quote, Quotation, Quotations",
        "sources": "Source, Reference, References, Evidence sources",
        "pictures": "Picture, Image, Images, Photo, Photos",
    }

    kind: ClassVar[str]


def synonyms_of(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """Return the other names of a field, those of a subclass before those of its parents."""
    known = (vars(parent).get("field_synonyms", {}).get(field) for parent in model.__mro__)
    return tuple(name for names in known if names for name in names.split(", "))


def asked_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that people are asked for; common fields come last."""
    common = set(Record.model_fields) - {"title", "summary"}
    fields = model.model_fields.items()
    displayed = (n for n, info in fields if mark_of(info, FieldDisplay))
    return tuple(sorted(displayed, key=lambda name: name in common))
