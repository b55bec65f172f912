"""Barrier: what gets in the way, where it was met, and what answered it.

Domains are those of CFIR (Damschroder and others, 2022).
"""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Citation,
    Kind,
    Linked,
    Part,
    Record,
    Section,
    Shown,
)
from generator.kinds.links import Link, Reference, RelationState
from generator.kinds.types import SOME, Id, Ids, Lines, Text
from generator.kinds.words import Option, Vocabulary

Status = Literal["expected", "ongoing", "unresolved", "planned-for", "worked-through"]
STATUSES = Vocabulary(
    Status,
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
Level = Literal["local", "national"]
LEVELS = Vocabulary(Level, {"local": "Local partners", "national": "National bodies only"})


class Occurrence(Part):
    """One place where the barrier was met."""

    area: Annotated[
        Id,
        Link(("area",), "met_in", "Barriers met here", planned="Barriers expected here"),
        Shown("Where", "Which area?"),
    ]
    prototype: Annotated[
        Id | None,
        Link(("prototype",), "met_by", "Barriers met", planned="Barriers expected"),
        Shown("Prototype", "Which prototype met it?"),
    ] = None
    status: Annotated[
        Status,
        STATUSES,
        Shown("Status", "How far has it been dealt with?"),
    ]
    how: Annotated[Text | None, Shown("How", "What was done, or could be done?")] = None
    resolved_by: Annotated[
        Ids,
        Link(("practice",), "answers", "Barriers it answers", reverse=True),
        Shown("Answered by", "Which practices helped?", always=True),
    ] = ()
    needs: Annotated[
        Ids,
        Link(("resource", "partner"), "needs", "Barriers that need it"),
        Shown("Needs", "What help is needed, or from which organisations?"),
    ] = ()
    sources: Annotated[tuple[Citation, ...], Shown("Sources", "Which documents say so?", "")] = ()
    inferred: Annotated[
        Lines, Shown("What we inferred", "Which parts are our interpretation?")
    ] = ()


class Barrier(Record):
    """What gets in the way, where it was met, and what answered it."""

    domain: Annotated[
        Domain,
        DOMAINS,
        Shown("Where it comes from", "What kind of barrier is it?", key=True),
    ]
    level: Annotated[
        Level | None,
        LEVELS,
        Shown("Who can remove it", "Choose national if only national bodies can.", key=True),
    ] = None
    statement: Annotated[Text, Shown("The barrier", "What gets in the way?")]
    occurrences: Annotated[
        tuple[Occurrence, ...],
        SOME,
        Shown(
            "Where it was met or is expected, and what answered it",
            "Add each place separately.",
            "met",
        ),
    ]

    kind = "barrier"


EXPECTED = frozenset({"expected", "planned-for"})


def relation_state(record: Barrier, reference: Reference) -> RelationState:
    """Whether the barrier was met there or is only expected."""
    field, *steps = reference.path
    if field != "occurrences" or not isinstance(number := steps[0], int):
        return "happened"
    return "planned" if record.occurrences[number].status in EXPECTED else "happened"


_BEST_FIRST = ("worked-through", "ongoing", "planned-for", "expected", "unresolved")


def barrier_marks(record: Barrier) -> tuple[Option, ...]:
    """How far it has been dealt with, in all the places where it was met; the furthest first."""
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
    linked=Linked("DefinedTerm"),
    sections=(
        Section("about", "The barrier"),
        Section("met", "Where it was met or is expected, and what answered it"),
        Section("stories", "Case studies", ("challenge",)),
        *RECORD_SECTIONS,
    ),
    group_order=_BEST_FIRST,
    marks=barrier_marks,
    chips=("domain", "level"),
    next_edges=("answers", "met_by", "challenge"),
    relation_state=relation_state,
)
