"""The nested values of a measure: what it started from, and what it is compared with."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.links import Link
from generator.model.fields.types import Id, Line, Number, YesNo
from generator.model.fields.units import unit_id
from generator.model.kinds.measure_words import POSITIONS, Position
from generator.model.record import Model

UnitName = Annotated[Line, AfterValidator(unit_id)]


class Baseline(Model):
    """The value before the change.

    Without `unit` it is in the unit of the measure; for a change in percent its unit is unknown.
    """

    at_least: Annotated[YesNo | None, FieldDisplay("At least", "Was it this much or more?")] = None
    value: Annotated[
        Number | None, FieldDisplay("Value", "What was the figure before?", measured=True)
    ] = None
    unit: Annotated[
        UnitName | None,
        FieldDisplay(
            "Unit",
            "Only if it differs from the unit of the measure, as for a change in percent.",
            "",
            example="per 1,000",
        ),
    ] = None
    period: Annotated[Line | None, FieldDisplay("When", "When was it measured?")] = None
    text: Annotated[
        Line | None, FieldDisplay("In words", "What was it like, if there is no figure?")
    ] = None


class Comparator(Model):
    """What the value is compared with."""

    area: Annotated[
        Id | None,
        Link(("area",), "compared_with", "Figures compared with it"),
        FieldDisplay("Compared with", "Which area?"),
    ] = None
    position: Annotated[
        Position | None,
        POSITIONS,
        FieldDisplay("Position", "How does it compare?"),
    ] = None
    value: Annotated[
        Number | None, FieldDisplay("Their value", "What is their figure?", measured=True)
    ] = None
    text: Annotated[Line | None, FieldDisplay("In words", "Say how it compares.")] = None
