"""Barrier: what gets in the way, where it was met, and what answered it.

Domains are those of CFIR (Damschroder and others, 2022).
"""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.links import Link, Reference, RelationState
from generator.model.fields.types import Id, Ids, Lines, NonEmpty, Text
from generator.model.kind import RECORD_SECTIONS, Kind, SchemaOrgType
from generator.model.record import Citation, Model, Record

BarrierStatus = Literal["expected", "ongoing", "unresolved", "planned-for", "worked-through"]
STATUSES = Vocabulary(
    BarrierStatus,
    tones={
        "good": ("worked-through",),
        "part": ("ongoing",),
        "bad": ("unresolved",),
        "plan": ("expected", "planned-for"),
    },
)
Domain = Literal["innovation", "outer-setting", "inner-setting", "individuals", "process"]
DOMAINS = Vocabulary(
    Domain,
    {
        "innovation": "The innovation itself",
        "outer-setting": "Outside the organisations",
        "inner-setting": "Inside the organisations",
        "individuals": "The people",
        "process": "The process",
    },
)
BarrierLevel = Literal["local", "national"]
LEVELS = Vocabulary(BarrierLevel, {"local": "Local partners", "national": "National bodies only"})


class Occurrence(Model):
    """One place where the barrier was met."""

    area: Annotated[
        Id,
        Link(("area",), "met_in", "Barriers met here", planned="Barriers expected here"),
        FieldDisplay("Where", "Which area?"),
    ]
    prototype: Annotated[
        Id | None,
        Link(("prototype",), "met_by", "Barriers met", planned="Barriers expected"),
        FieldDisplay("Prototype", "Which prototype met it?"),
    ] = None
    status: Annotated[
        BarrierStatus,
        STATUSES,
        FieldDisplay("Status", "How far has it been dealt with?"),
    ]
    how: Annotated[Text | None, FieldDisplay("How", "What was done, or could be done?")] = None
    resolved_by: Annotated[
        Ids,
        Link(("practice",), "answers", "Barriers it answers", reverse=True),
        FieldDisplay("Answered by", "Which practices helped?", always=True),
    ] = ()
    needs: Annotated[
        Ids,
        Link(("resource", "partner"), "needs", "Barriers that need it"),
        FieldDisplay("Needs", "What help is needed, or from which organisations?"),
    ] = ()
    sources: Annotated[
        tuple[Citation, ...], FieldDisplay("Sources", "Which documents say so?", "")
    ] = ()
    inferred: Annotated[
        Lines, FieldDisplay("What we inferred", "Which parts are our interpretation?")
    ] = ()

    field_synonyms = {
        "area": "Place, Location",
        "how": "What was done, Response",
    }


class Barrier(Record):
    """What gets in the way, where it was met, and what answered it."""

    domain: Annotated[
        Domain,
        DOMAINS,
        FieldDisplay("Where it comes from", "What kind of barrier is it?", key=True),
    ]
    level: Annotated[
        BarrierLevel | None,
        LEVELS,
        FieldDisplay("Who can remove it", "Choose national if only national bodies can.", key=True),
    ] = None
    statement: Annotated[Text, FieldDisplay("The barrier", "What gets in the way?")]
    occurrences: Annotated[
        tuple[Occurrence, ...],
        NonEmpty,
        FieldDisplay(
            "Where it was met or is expected, and what answered it",
            "Add each place separately.",
            "met",
        ),
    ]

    field_synonyms = {
        "statement": "Details",
        "domain": "Category, Type, Type of barrier, Barrier type",
        "level": "Removed by",
        "occurrences": "Example, Examples, Instances",
    }

    kind = "barrier"


EXPECTED_STATUSES = frozenset({"expected", "planned-for"})


def relation_state(record: Barrier, reference: Reference) -> RelationState:
    """Return whether the barrier was met there (“happened”) or is only expected (“planned”)."""
    field, *steps = reference.path
    if field != "occurrences" or not isinstance(number := steps[0], int):
        return "happened"
    return "planned" if record.occurrences[number].status in EXPECTED_STATUSES else "happened"


_BEST_FIRST = ("worked-through", "ongoing", "planned-for", "expected", "unresolved")


def status_tags(record: Barrier) -> tuple[Option, ...]:
    """Return a tag for each status that the barrier has somewhere, the best status first."""
    met = {occurrence.status for occurrence in record.occurrences}
    return tuple(STATUSES.option(status) for status in _BEST_FIRST if status in met)


KIND = Kind(
    name="barrier",
    label="Barrier",
    labels="Barriers",
    with_article="a barrier",
    slug="barriers",
    model=Barrier,
    folder="registry/barriers",
    about="What gets in the way, where places met it and who has worked through it.",
    schema_org=SchemaOrgType("DefinedTerm"),
    sections=(
        RecordSection("about", "The barrier"),
        RecordSection("met", "Where it was met or is expected, and what answered it"),
        RecordSection("stories", "Case studies", ("challenge",)),
        *RECORD_SECTIONS,
    ),
    group_order=_BEST_FIRST,
    extra_tags=status_tags,
    tags=("domain", "level"),
    next_edges=("answers", "met_by", "challenge"),
    relation_state=relation_state,
)
