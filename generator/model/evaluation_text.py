"""How a figure was found out, as text: its interval, its p-value, the sample and the design."""

from __future__ import annotations

from decimal import Decimal

from generator.model.display.vocabulary import format_amount, format_number
from generator.model.fields.units import has_sign, listed_unit
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.kinds.measure_parts import Comparator, Interval, Spread
from generator.model.kinds.measure_words import DESIGNS, EVALUATORS, NO_EFFECT
from generator.model.measure_text import (
    comparator_value,
    comparison_in_words,
    is_change,
    signed_percent,
    value_unit,
)

_SIGNED_PERCENTS = ("percent-change", "percent-difference")


def interval_in_words(interval: Interval, measure: MeasureFields) -> str:
    """Return a confidence interval: “95% CI 16% to 54%”."""
    return f"{interval.level}% CI {_ends(interval, measure)}"


def range_in_words(ends: Interval | Spread, unit: str | None) -> str:
    """Return a confidence interval or an interquartile range: “16% to 54% (95% confidence)”."""
    level = f" ({ends.level}% confidence)" if isinstance(ends, Interval) else ""
    return f"{_ends_in_unit(ends, unit)}{level}"


def uncertainty_in_words(measure: MeasureFields) -> str:
    """Return how sure the value is: “95% CI 16% to 54%, p < 0.001”; empty where nobody says so."""
    parts = [interval_in_words(measure.interval, measure)] if measure.interval else []
    if measure.spread:
        parts.append(f"interquartile range {_ends(measure.spread, measure)}")
    if measure.p_value:
        parts.append(p_value_in_words(measure.p_value))
    return ", ".join(parts)


def p_value_in_words(p_value: str) -> str:
    """Return a p-value as it is printed: “p = 0.04”, “p < 0.001”."""
    return f"p {p_value[0]} {p_value[1:]}" if p_value[0] in "<>≤≥" else f"p = {p_value}"


def with_uncertainty(text: str, measure: MeasureFields) -> str:
    """Return a value in words, followed by how sure it is: “33% more (95% CI 16% to 54%)”.

    Either part may be missing: some reports print a p-value alone.
    """
    uncertainty = uncertainty_in_words(measure)
    return f"{text} ({uncertainty})" if text and uncertainty else text or uncertainty


def comparator_texts(measure: MeasureFields, comparator: Comparator) -> tuple[str, ...]:
    """Return the group and the value with its interval, the position and the words of a comparator.

    Its area, which is a link, and its sample, which stands with that of the measure, are left out.
    """
    group = (comparator.group,) if comparator.group else ()
    sure = f" ({interval_in_words(comparator.interval, measure)})" if comparator.interval else ""
    value = tuple(f"{text}{sure}" for text in comparator_value(measure))
    measured = ", ".join((*group, *value))
    return (*((measured,) if measured else ()), *comparison_in_words(comparator))


def sample_in_words(measure: MeasureFields) -> str:
    """Return how many were counted, on both sides where that is stated; empty otherwise."""
    other = measure.comparator.sample if measure.comparator else None
    parts = [f"{measure.sample:,} counted"] if measure.sample is not None else []
    if other is not None:
        parts.append(f"{other:,} to compare with")
    return ", ".join(parts)


def evaluation_in_words(measure: MeasureFields) -> tuple[str, ...]:
    """Return the design, the evaluator, the sample and the follow-up, where they are stated."""
    design = DESIGNS.label(measure.design) if measure.design else ""
    evaluator = EVALUATORS.label(measure.evaluated_by) if measure.evaluated_by else ""
    followed = f"Followed for {measure.follow_up}" if measure.follow_up else ""
    return tuple(text for text in (design, evaluator, sample_in_words(measure), followed) if text)


def includes_no_effect(measure: MeasureFields) -> bool:
    """Return whether the interval holds the value of no effect, by `value_of_no_effect`."""
    none = value_of_no_effect(measure)
    interval = measure.interval
    return none is not None and interval is not None and interval.low <= none <= interval.high


def value_of_no_effect(measure: MeasureFields) -> Decimal | None:
    """Return the value that means no effect; None for an amount.

    It is 0 for a change or a difference and 1 for a ratio. Where a change is compared with that of
    another group, it is their change.
    """
    comparator = measure.comparator
    if is_change(measure) and comparator and comparator.group and comparator.value is not None:
        return comparator.value
    none = NO_EFFECT.get(measure.form or "level")
    return None if none is None else Decimal(none)


def is_significant(p_value: str) -> bool:
    """Return whether a p-value is below 0.05; a bound counts by the side on which it lies."""
    number = Decimal(p_value.lstrip("<>≤≥"))
    if p_value[0] in "<≤":
        return number <= Decimal("0.05")
    return number < Decimal("0.05")


def _ends(ends: Interval | Spread, measure: MeasureFields) -> str:
    if measure.form in _SIGNED_PERCENTS:
        return f"{signed_percent(ends.low)} to {signed_percent(ends.high)}"
    return _ends_in_unit(ends, value_unit(measure))


def _ends_in_unit(ends: Interval | Spread, unit: str | None) -> str:
    if has_sign(unit):
        return f"{format_amount(ends.low, unit)} to {format_amount(ends.high, unit)}"
    known = listed_unit(unit)
    noun = known.plural if known else (unit or "").replace("-", " ")
    return f"{format_number(ends.low)} to {format_number(ends.high)} {noun}".rstrip()
