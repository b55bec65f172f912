"""Outcome: what is aimed at or measured. The definition, not a value."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    Record,
    Section,
    Shown,
)
from generator.kinds.types import Text, Texts
from generator.kinds.words import Vocabulary

OutcomeType = Literal["outcome", "process", "balancing", "cost", "input", "context"]
TYPES = Vocabulary(OutcomeType)
Direction = Literal["up", "down"]
DIRECTIONS = Vocabulary(Direction)
Horizon = Literal["short", "medium", "long"]
HORIZONS = Vocabulary(
    Horizon, {"short": "Short term", "medium": "Medium term", "long": "Long term"}
)


class Outcome(Record):
    """What is aimed at or measured: the definition, not a value."""

    type: Annotated[
        OutcomeType,
        TYPES,
        Shown(
            "Type",
            "Which type is it? The types are the Institute for Healthcare Improvement's family of "
            "measures, with cost, input and context added.",
            key=True,
        ),
    ]
    better: Annotated[
        Direction | None,
        DIRECTIONS,
        Shown("Better when it goes", "Is it better if it goes up or down?", key=True),
    ] = None
    horizon: Annotated[
        Horizon | None,
        HORIZONS,
        Shown("When to expect it", "In the short, medium or long term?", key=True),
    ] = None
    person_statement: Annotated[
        Text | None, Shown("In the person's own voice", "What does it mean to a person?")
    ] = None
    person_expectations: Annotated[
        Texts, Shown("What a person should expect", "Add each expectation separately.")
    ] = ()

    kind = "outcome"


KIND = Kind(
    name="outcome",
    label="Outcome",
    labels="Outcomes",
    with_article="an outcome",
    slug="outcomes",
    model=Outcome,
    folder="registry/outcomes",
    about="What people aim for and measure, with every measure of it side by side.",
    linked=Linked("DefinedTerm"),
    sections=(
        Section("about", "About this outcome"),
        Section("measures", "Every measure of it, side by side", ("measures",)),
        Section("ways", "Ways to achieve it, and what they cost"),
        Section("aimed", "Who aims for it", ("aims_at", "claims", "expects")),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "horizon"),
    next_edges=("aims_at", "measures"),
)
