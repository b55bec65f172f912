"""A measure as text: its value, its baseline, and its comparator.

A change and the level that it started from are different figures. They are shown in one phrase,
“12 days more, from 300 days”, and never as “from 300 days to 12 days”.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.model.display.vocabulary import format_amount, format_number
from generator.model.fields.units import find_unit, has_sign
from generator.model.kinds.measure import MeasureFields
from generator.model.kinds.measure_parts import Comparator
from generator.model.kinds.measure_words import POSITIONS

Titles = Callable[[str], str]


def is_change(measure: MeasureFields) -> bool:
    """Return whether the value is a change and not a level."""
    return measure.form in ("absolute-change", "percent-change")


def baseline_unit(measure: MeasureFields) -> str | None:
    """Return the unit of the baseline: its own, or else that of the measure.

    The baseline of a change in percent has no unit unless it states one.
    """
    if measure.baseline is not None and measure.baseline.unit:
        return measure.baseline.unit
    return None if measure.form == "percent-change" else measure.unit


def comparable_baseline(measure: MeasureFields) -> Decimal | None:
    """Return the baseline of a level if it is in the same unit; else None."""
    start = measure.baseline
    if start is None or is_change(measure) or baseline_unit(measure) != measure.unit:
        return None
    return start.value


def value_in_words(measure: MeasureFields) -> str:
    """Return the value for a sentence: “24 days”, “12 days more”, “rose by 6.4%”; or empty."""
    value = measure.value
    if value is None:
        return ""
    if measure.form == "percent-change":
        return _percent_change(value, measure)
    if measure.form == "absolute-change":
        return _absolute_change(value, measure)
    return _level(value, measure)


def short_value(measure: MeasureFields) -> str:
    """Return the value for a table: as `value_in_words`, but a change in percent as “+6.4%”."""
    value = measure.value
    if value is None or measure.form != "percent-change":
        return value_in_words(measure)
    about = "about " if measure.approximate else ""
    high = measure.value_high
    return f"{about}{_signed(value)}" + (f" to {_signed(high)}" if high is not None else "")


def baseline_in_words(measure: MeasureFields) -> str:
    """Return the baseline as text: “at least 300 days (2019)”, or its words; empty for none."""
    start = measure.baseline
    if start is None or start.value is None:
        return (start.text or "") if start else ""
    least = "at least " if start.at_least else ""
    when = f" ({start.period})" if start.period and start.period != "not stated" else ""
    return f"{least}{format_amount(start.value, baseline_unit(measure))}{when}"


def value_from_baseline(measure: MeasureFields, value: str) -> str:
    """Return `value` with the baseline: “12 days more, from 300 days”.

    A baseline in words is left out; tables have a column for it.
    """
    start = measure.baseline
    if not value or start is None or start.value is None:
        return value
    return f"{value}, from {baseline_in_words(measure)}"


def comparator_in_words(measure: MeasureFields, titles: Titles) -> str:
    """Return the comparator as text: “England, 14 days. This is worse”; empty for none."""
    comparator = measure.comparator
    if comparator is None:
        return ""
    areas = [titles(comparator.area)] if comparator.area else []
    label = ", ".join([*areas, *comparator_value(measure)])
    parts = (label, *comparison_in_words(comparator))
    return ". ".join(part for part in parts if part)


def comparator_value(measure: MeasureFields) -> tuple[str, ...]:
    """Return the value of the comparator, in the unit and form of the measure, if any."""
    comparator = measure.comparator
    if comparator is None or comparator.value is None:
        return ()
    compared = measure.model_copy(
        update={"value": comparator.value, "value_high": None, "approximate": False}
    )
    return (short_value(compared),)


def comparison_in_words(comparator: Comparator) -> tuple[str, ...]:
    """Return the position relative to the comparator and its text, where they are stated."""
    position: tuple[str, ...] = ()
    if comparator.position:
        label = POSITIONS.label(comparator.position).lower()
        position = (f"This is {'the ' if label == 'same' else ''}{label}",)
    return (*position, *((comparator.text,) if comparator.text else ()))


def _level(value: Decimal, measure: MeasureFields) -> str:
    about = "about " if measure.approximate else ""
    high = measure.value_high
    if high is None:
        return about + format_amount(value, measure.unit)
    low = format_amount(value, measure.unit) if has_sign(measure.unit) else format_number(value)
    return f"{about}{low} to {format_amount(high, measure.unit)}"


def _percent_change(value: Decimal, measure: MeasureFields) -> str:
    high = measure.value_high
    if high is not None and value < 0 < high:
        return f"changed by {short_value(measure)}"
    if not value and not high:
        return "did not change"
    verb = "fell" if value < 0 else "rose"
    return f"{verb} by {_sizes(value, measure, 'percent')}"


def _absolute_change(value: Decimal, measure: MeasureFields) -> str:
    unit = find_unit(measure.unit)
    high = measure.value_high
    if high is not None and value < 0 < high:
        return f"between {_difference(value, measure)} and {_difference(high, measure)}"
    if not value and not high:
        return "no change"
    less = unit.fewer if unit else "fewer"
    return f"{_sizes(value, measure, measure.unit)} {less if value < 0 else 'more'}"


def _difference(value: Decimal, measure: MeasureFields) -> str:
    end = measure.model_copy(update={"value": value, "value_high": None, "approximate": False})
    return _absolute_change(value, end)


def _sizes(value: Decimal, measure: MeasureFields, unit: str | None) -> str:
    """Return the size of a change without its sign; of a range both ends, the smaller first."""
    about = "about " if measure.approximate else ""
    high = measure.value_high
    small, large = sorted((abs(value), abs(value if high is None else high)))
    if measure.form == "absolute-change" and unit == "percent":
        unit = "percentage-points"
    if high is None:
        return about + format_amount(large, unit)
    first = format_amount(small, unit) if has_sign(unit) else format_number(small)
    return f"{about}{first} to {format_amount(large, unit)}"


def _signed(value: Decimal) -> str:
    return ("+" if value > 0 else "") + format_amount(value, "percent")
