"""The words next to the plot of a measure."""

from __future__ import annotations

from generator.model.display.inferred import is_inferred, mark_inferred
from generator.model.display.vocabulary import Option, Vocabulary, format_amount, format_number
from generator.model.evaluation_text import with_uncertainty
from generator.model.fields.units import has_sign, is_money, listed_unit
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import CHANGE_DIRECTIONS, NATURES
from generator.model.measure_text import (
    comparable_baseline,
    is_change,
    is_group_difference,
    short_value,
    value_from_baseline,
    value_in_words,
    value_unit,
)


def sentence_label(measure: Measure) -> str:
    """Return the value as words in a sentence, after its baseline, before its direction."""
    return _with_start_and_change(measure, value_in_words(measure))


def table_label(measure: Measure) -> str:
    """Return the same as `sentence_label`, with the value in its short form for tables."""
    return _with_start_and_change(measure, short_value(measure))


def _with_start_and_change(measure: Measure, value: str) -> str:
    if not value:
        return with_uncertainty("", measure)
    sure = with_uncertainty(value, measure)
    if comparable_baseline(measure) is None:
        parts = [value_from_baseline(measure, sure)]
    else:
        parts = [f"{_start(measure)} → {sure}"]
    if measure.change and measure.change != "not-stated":
        parts.append(measure_option(measure, "change", CHANGE_DIRECTIONS).label.lower())
    if measure.nature not in ("result", "baseline"):
        parts.append(measure_option(measure, "nature", NATURES).label.lower())
    label = ", ".join(parts)
    return label[:1].upper() + label[1:]


def _start(measure: Measure) -> str:
    """Return the baseline of a level. Its unit is left out where that is a word, as the level has
    it.
    """
    start = measure.baseline
    if start is None or start.value is None:
        return ""
    value = format_number(start.value)
    if has_sign(measure.unit):
        value = format_amount(start.value, measure.unit)
    text = f"at least {value}" if start.at_least else value
    return f"{text} ({start.period})" if start.period else text


def chart_title(measure: Measure) -> str:
    """Return the title of a chart, from one of its measures: all have the same unit and form."""
    unit = _unit_in_words(measure.unit if measure.form == "ratio" else value_unit(measure))
    if measure.form == "ratio":
        return f"Ratios of two groups{f' ({unit})' if unit else ''}"
    if measure.form == "standardised-difference":
        return "Differences between groups, in standard deviations"
    if is_group_difference(measure):
        return f"Differences between groups, in {unit or 'a unit that is not stated'}"
    if is_change(measure):
        return f"Change in {unit}" if unit else "Change, with no unit stated"
    if not unit:
        return "Figures with no unit stated"
    return f"Figures {unit}" if unit.startswith("per ") else f"Figures in {unit}"


def _unit_in_words(text: str | None) -> str:
    unit = listed_unit(text)
    if unit is None:
        return (text or "").replace("-", " ")
    return f"{unit.plural} ({unit.sign})" if is_money(text) else unit.plural


def measure_option(measure: Measure, name: str, vocabulary: Vocabulary) -> Option:
    """Return the option of a field of a measure, marked where it is inferred."""
    option = vocabulary.option(getattr(measure, name))
    return mark_inferred(option, inferred=is_inferred(measure, name))
