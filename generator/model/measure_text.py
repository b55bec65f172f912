"""A measure as text: its value, its baseline, and its comparator.

A change and the level that it started from are different figures. They are shown in one phrase,
“12 days more, from 300 days”, and never as “from 300 days to 12 days”. A difference between groups
names the other group: “29% less than matched residents”.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.model.display.vocabulary import format_amount, format_number
from generator.model.fields.units import PERCENT, has_sign, listed_unit, word_for_less
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.kinds.measure_parts import Comparator
from generator.model.kinds.measure_words import GROUP_FORMS, POSITIONS

Titles = Callable[[str], str]
STANDARD_DEVIATIONS = "standard deviations"


def is_change(measure: MeasureFields) -> bool:
    """Return whether the value is a change over time, and not a level or a difference."""
    return measure.form in ("absolute-change", "percent-change")


def is_group_difference(measure: MeasureFields) -> bool:
    """Return whether the value sets one group beside another."""
    return measure.form in GROUP_FORMS


def is_level(measure: MeasureFields) -> bool:
    """Return whether the value is an amount."""
    return measure.form in (None, "level")


def baseline_unit(measure: MeasureFields) -> str | None:
    """Return the unit of the baseline: its own, or else that of the measure.

    The baseline of a change in percent, and of a ratio, has no unit unless it states one.
    """
    if measure.baseline is not None and measure.baseline.unit:
        return measure.baseline.unit
    return measure.unit if measure.form in (None, "level", "absolute-change") else None


def comparable_baseline(measure: MeasureFields) -> Decimal | None:
    """Return the baseline of a level if it is in the same unit; else None."""
    start = measure.baseline
    if start is None or not is_level(measure) or baseline_unit(measure) != measure.unit:
        return None
    return start.value


def value_in_words(measure: MeasureFields) -> str:
    """Return the value for a sentence, or an empty text.

    “24 days”, “12 days more”, “rose by 6.4%”, “29% less than matched residents”, “odds ratio 0.77”.
    """
    value = measure.value
    if value is None:
        return _bounds_in_words(measure)
    if is_group_difference(measure):
        return _group_difference(value, measure)
    if measure.form == "percent-change":
        return _percent_change(value, measure)
    if measure.form == "absolute-change":
        return _absolute_change(value, measure)
    statistic = f"{measure.statistic} " if _names_statistic(measure) else ""
    return statistic + _level(value, measure)


def short_value(measure: MeasureFields) -> str:
    """Return the value for a table: as `value_in_words`, but percents with a sign, “+6.4%”."""
    value = measure.value
    if value is None or measure.form not in ("percent-change", "percent-difference"):
        return value_in_words(measure)
    about = "about " if measure.approximate else ""
    high = measure.value_high
    return f"{about}{signed_percent(value)}" + (
        f" to {signed_percent(high)}" if high is not None else ""
    )


def signed_percent(value: Decimal) -> str:
    """Return a percentage with its sign, such as “+6.4%”."""
    return ("+" if value > 0 else "") + format_amount(value, PERCENT)


def value_unit(measure: MeasureFields) -> str | None:
    """Return the unit in which the value and its interval are written; None for a pure number."""
    if measure.form == "ratio":
        return None
    if measure.form == "standardised-difference":
        return STANDARD_DEVIATIONS
    if measure.form in ("absolute-change", "difference") and measure.unit == "percent":
        return "percentage-points"
    return measure.unit


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
    names = [titles(comparator.area)] if comparator.area else []
    names += [comparator.group] if comparator.group else []
    label = ", ".join([*names, *comparator_value(measure)])
    parts = (label, *comparison_in_words(comparator))
    return ". ".join(part for part in parts if part)


def comparator_value(measure: MeasureFields) -> tuple[str, ...]:
    """Return the value of the comparator, in the unit and form of the measure, if any."""
    comparator = measure.comparator
    if comparator is None or comparator.value is None:
        return ()
    update = {"value": comparator.value, "value_high": None, "approximate": False}
    if is_group_difference(measure):
        update["form"] = None  # the groups' own figures are amounts
    return (short_value(measure.model_copy(update=update)),)


def comparison_in_words(comparator: Comparator) -> tuple[str, ...]:
    """Return the position relative to the comparator and its text, where they are stated."""
    position: tuple[str, ...] = ()
    if comparator.position:
        label = POSITIONS.label(comparator.position).lower()
        position = (f"This is {'the ' if label == 'same' else ''}{label}",)
    return (*position, *((comparator.text,) if comparator.text else ()))


def _names_statistic(measure: MeasureFields) -> bool:
    """Return whether a level is told with its statistic: “median 4 days”, but not “share 24%”."""
    return measure.statistic in ("mean", "median")


def _bounds_in_words(measure: MeasureFields) -> str:
    """Return what stands in place of a value: “at least 300 days”, “<5 (small number withheld)”."""
    if measure.suppressed:
        unit = listed_unit(measure.unit)
        counted = f" {unit.plural}" if unit and not has_sign(measure.unit) else ""
        return f"{measure.suppressed}{counted} (small number withheld)"
    ends = (("at least", measure.at_least), ("at most", measure.at_most))
    texts = (
        f"{word} {value_in_words(measure.model_copy(update={'value': end}))}"
        for word, end in ends
        if end is not None
    )
    return " and ".join(texts)


def _level(value: Decimal, measure: MeasureFields) -> str:
    about = "about " if measure.approximate else ""
    high = measure.value_high
    if high is None:
        return about + format_amount(value, measure.unit)
    low = format_amount(value, measure.unit) if has_sign(measure.unit) else format_number(value)
    return f"{about}{low} to {format_amount(high, measure.unit)}"


def _group_difference(value: Decimal, measure: MeasureFields) -> str:
    """Return a difference between groups: “12 days more than matched patients”."""
    comparator = measure.comparator
    other = (comparator.group if comparator else None) or "the comparison group"
    if measure.form == "ratio":
        unit = listed_unit(measure.unit)
        about = "about " if measure.approximate else ""
        return f"{unit.label if unit else 'ratio'} {about}{format_number(value)}"
    high = measure.value_high
    if high is not None and value < 0 < high:
        return f"{_between(value, high, measure)} than {other}"
    if not value and not high:
        return f"the same as {other}"
    return f"{_less_or_more(value, measure, high)} than {other}"


def _less_or_more(value: Decimal, measure: MeasureFields, high: Decimal | None = None) -> str:
    counts = measure.form == "difference" or listed_unit(measure.unit) is not None
    less = word_for_less(measure.unit) if counts else "less"
    end = measure.model_copy(update={"value": value, "value_high": high})
    return f"{_sizes(value, end, value_unit(measure))} {less if value < 0 else 'more'}"


def _between(low: Decimal, high: Decimal, measure: MeasureFields) -> str:
    single = measure.model_copy(update={"approximate": False})
    return f"between {_less_or_more(low, single)} and {_less_or_more(high, single)}"


def _percent_change(value: Decimal, measure: MeasureFields) -> str:
    high = measure.value_high
    if high is not None and value < 0 < high:
        return f"changed by {short_value(measure)}"
    if not value and not high:
        return "did not change"
    verb = "fell" if value < 0 else "rose"
    return f"{verb} by {_sizes(value, measure, PERCENT)}"


def _absolute_change(value: Decimal, measure: MeasureFields) -> str:
    high = measure.value_high
    if high is not None and value < 0 < high:
        return _between(value, high, measure)
    if not value and not high:
        return "no change"
    return _less_or_more(value, measure, high)


def _sizes(value: Decimal, measure: MeasureFields, unit: str | None) -> str:
    """Return the size of a change without its sign; of a range both ends, the smaller first."""
    about = "about " if measure.approximate else ""
    high = measure.value_high
    small, large = sorted((abs(value), abs(value if high is None else high)))
    if high is None:
        return about + format_amount(large, unit)
    first = format_amount(small, unit) if has_sign(unit) else format_number(small)
    return f"{about}{first} to {format_amount(large, unit)}"
