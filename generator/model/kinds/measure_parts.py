"""The nested values of a measure: its baseline, comparator, interval and spread."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.academy_vocabulary import UnitName
from generator.model.fields.links import Link
from generator.model.fields.types import Id, Line, Number, WholeNumber, YesNo
from generator.model.kinds.measure_words import POSITIONS, Position
from generator.model.record import Model


class Interval(Model):
    """The confidence or credible interval of a value, in the unit of the measure.

    `level` is the confidence level, in percent.
    """

    low: Annotated[Number, FieldDisplay("From", "Its lower end.", measured=True)]
    high: Annotated[Number, FieldDisplay("To", "Its upper end.", measured=True)]
    level: Annotated[
        Number, FieldDisplay("Confidence level", "In percent, usually 95.", example="95")
    ] = Decimal(95)

    field_synonyms = {
        "low": "Lower, Lower limit, Lower bound",
        "high": "Upper, Upper limit, Upper bound",
    }


class Spread(Model):
    """The interquartile range of a value, in the unit of the measure."""

    low: Annotated[Number, FieldDisplay("From", "A quarter were below this figure.", measured=True)]
    high: Annotated[Number, FieldDisplay("To", "A quarter were above this figure.", measured=True)]

    field_synonyms = {
        "low": "Lower, Lower limit, Lower bound",
        "high": "Upper, Upper limit, Upper bound",
    }


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
    """What the value is compared with: an area, or a group of people or places in words."""

    area: Annotated[
        Id | None,
        Link(("area",), "compared_with", "Figures compared with it"),
        FieldDisplay("Compared with", "Which area?"),
    ] = None
    group: Annotated[
        Line | None,
        FieldDisplay(
            "Group compared with",
            "Which people or places, if it is not an area?",
            example="matched patients",
        ),
    ] = None
    sample: Annotated[
        WholeNumber | None, FieldDisplay("How many", "How many people or cases were in the group?")
    ] = None
    position: Annotated[
        Position | None,
        POSITIONS,
        FieldDisplay("Position", "How does it compare?"),
    ] = None
    value: Annotated[
        Number | None, FieldDisplay("Their value", "What is their figure?", measured=True)
    ] = None
    interval: Annotated[
        Interval | None,
        FieldDisplay("Confidence interval", "How far from this might their true figure be?"),
    ] = None
    text: Annotated[Line | None, FieldDisplay("In words", "Say how it compares.")] = None
