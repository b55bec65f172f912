"""Checks of what evaluations say of a figure: intervals, p-values, designs and small numbers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.diagnostics import clip
from generator.field_path import FieldPath
from generator.model.evaluation_text import includes_no_effect, is_significant, value_of_no_effect
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_parts import Interval, Spread
from generator.model.kinds.measure_words import (
    DESIGN_LEVELS,
    DESIGNS,
    EVIDENCE_LEVELS,
)
from generator.model.measure_text import is_group_difference
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue

_KEEP = "If the source prints it so, keep it and add a note."
_RANKS = {word: rank for rank, word in enumerate(EVIDENCE_LEVELS.words)}


def intervals_run_upwards(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A confidence interval or an interquartile range begins at its lower end."""
    for measure in catalogue.records_of(Measure):
        for path, ends in _intervals(measure):
            if ends.low > ends.high:
                words = RECORD_REFUSALS["interval_order"].words(low=ends.low, high=ends.high)
                yield CheckFinding(measure.id, (*path, "low"), *words)


def intervals_hold_their_value(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A confidence interval holds the value that it belongs to."""
    for measure in catalogue.records_of(Measure):
        comparator = measure.comparator
        pairs = (
            (("interval",), measure.interval, measure.value),
            (
                ("comparator", "interval"),
                comparator.interval if comparator else None,
                comparator.value if comparator else None,
            ),
        )
        for path, interval, value in pairs:
            if interval is None or value is None or interval.low > interval.high:
                continue
            if not interval.low <= value <= interval.high:
                message = (
                    f"The value, {value}, lies outside its confidence interval, "
                    f"{interval.low} to {interval.high}."
                )
                hint = f"Check the signs: a figure for less has a minus at both ends. {_KEEP}"
                yield CheckFinding(measure.id, path, message, hint)


def a_clear_change_is_unlikely_by_chance(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A result that got better or worse has an interval without “no effect”, and a p-value below
    0.05, where they are stated.

    No effect is 0 for a change or a difference, and 1 for a ratio. Where the change of another
    group is stated, it is theirs. Where the interval holds it, chance alone could explain the
    result.
    """
    hint = f"Write “change: no-clear-difference”. {_KEEP}"
    for measure in catalogue.records_of(Measure):
        if measure.change not in ("improved", "worsened"):
            continue
        if includes_no_effect(measure):
            none = value_of_no_effect(measure)
            message = (
                f"The change is “{measure.change}”, but the confidence interval holds {none}, "
                "which means no effect."
            )
            yield CheckFinding(measure.id, ("change",), message, hint)
        elif measure.p_value and not is_significant(measure.p_value):
            message = (
                f"The change is “{measure.change}”, but the p-value is {measure.p_value}: it could "
                "well be chance."
            )
            yield CheckFinding(measure.id, ("change",), message, hint)


def the_design_supports_the_strength(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """The strength of evidence is no higher than the design of the study supports.

    An account supports an account; figures before and after, over time or from a model support
    “figures given”; a comparison group supports “compared with others”; a review of several places
    supports “shown again elsewhere”. A lower strength is fine.
    """
    for measure in catalogue.records_of(Measure):
        level, design = measure.evidence_level, measure.design
        if level is None or design is None or level == "illustration":
            continue
        supported = DESIGN_LEVELS[design]
        if _RANKS[level] > _RANKS[supported]:
            message = (
                f"The design, “{DESIGNS.label(design).lower()}”, does not support the strength "
                f"“{EVIDENCE_LEVELS.label(level).lower()}”."
            )
            hint = f"Write “evidence_level: {supported}”, or correct the design. {_KEEP}"
            yield CheckFinding(measure.id, ("evidence_level",), message, hint)


def a_withheld_number_has_no_value(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A figure whose source withholds a small number has no value.

    A guessed number could point to a person.
    """
    for measure in catalogue.records_of(Measure):
        if measure.suppressed and measure.value is not None:
            message = (
                f"The source withholds this number ({clip(measure.suppressed)}), but it "
                "has a value."
            )
            hint = "Delete the value, or the line “suppressed”."
            yield CheckFinding(measure.id, ("value",), message, hint)


def ratios_are_above_zero(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A ratio is above 0: 1 means no difference, 0.77 means 23% less.

    A figure such as -23 is a difference in percent.
    """
    for measure in catalogue.records_of(Measure):
        if measure.form == "ratio" and measure.value is not None and measure.value <= 0:
            words = RECORD_REFUSALS["ratio"].words(value=measure.value)
            yield CheckFinding(measure.id, ("value",), *words)


def differences_name_the_other_group(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A difference between groups says which group or area it is compared with."""
    for measure in catalogue.records_of(Measure):
        comparator = measure.comparator
        named = comparator is not None and (comparator.group or comparator.area)
        if is_group_difference(measure) and not named:
            message = "This is a difference between groups, but nobody says from which group."
            hint = "Add “comparator:” with “group:” in words, such as matched patients, or “area:”."
            yield CheckFinding(measure.id, ("form",), message, hint)


def _intervals(measure: Measure) -> Iterator[tuple[FieldPath, Interval | Spread]]:
    if measure.interval:
        yield ("interval",), measure.interval
    if measure.spread:
        yield ("spread",), measure.spread
    if measure.comparator and measure.comparator.interval:
        yield ("comparator", "interval"), measure.comparator.interval


CHECKS = (
    error("C340", intervals_run_upwards),
    warning("C341", intervals_hold_their_value),
    warning("C342", a_clear_change_is_unlikely_by_chance),
    warning("C343", the_design_supports_the_strength),
    warning("C344", a_withheld_number_has_no_value),
    error("C345", ratios_are_above_zero),
    warning("C346", differences_name_the_other_group),
)
