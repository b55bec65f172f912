"""Outcome: what is aimed at or measured. The definition, not a value."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.display.vocabulary import Vocabulary
from generator.model.fields.types import Text, Texts
from generator.model.kind import SOURCES_TAB, Kind, SchemaOrgType
from generator.model.record import Record

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
        FieldDisplay(
            "Type",
            "Which type is it? The types are the Institute for Healthcare Improvement's family of "
            "measures, with cost, input and context added.",
            key=True,
        ),
    ]
    better: Annotated[
        Direction | None,
        DIRECTIONS,
        FieldDisplay("Better when it goes", "Is it better if it goes up or down?", key=True),
    ] = None
    horizon: Annotated[
        Horizon | None,
        HORIZONS,
        FieldDisplay("When to expect it", "In the short, medium or long term?", key=True),
    ] = None
    person_statement: Annotated[
        Text | None, FieldDisplay("In the person's own voice", "What does it mean to a person?")
    ] = None
    person_expectations: Annotated[
        Texts, FieldDisplay("What a person should expect", "Add each expectation separately.")
    ] = ()

    field_synonyms = {
        "type": "Outcome type, Category, Type of outcome",
        "better": "Better when, Polarity, Desired direction",
        "horizon": "Time horizon",
    }

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
    schema_org=SchemaOrgType("DefinedTerm"),
    sections=(
        RecordSection("about", "About this outcome", tab="Who changed it"),
        RecordSection(
            "ways", "Programmes with results, the best evidence first", tab="Who changed it"
        ),
        RecordSection(
            "measures", "Every measure of it, side by side", ("measures",), tab="Measures"
        ),
        RecordSection("aimed", "Who aims for it", ("aims_at", "claims", "expects"), tab="Aims"),
        *SOURCES_TAB,
    ),
    group_by="type",
    tags=("type", "horizon"),
    next_edges=("aims_at", "measures"),
)
