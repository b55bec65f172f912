"""Checks for contradictions in measures: units, directions, signs, plans as results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.check import CheckFinding, error, warning
from generator.diagnostics import join_words
from generator.field_path import FieldPath
from generator.model.evaluation_text import value_of_no_effect
from generator.model.fields.units import listed_unit, unit_fault
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import NO_EFFECT
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.prototype import Prototype
from generator.model.measure_text import comparable_baseline, is_change
from generator.model.record_refusals import RECORD_REFUSALS
from generator.records.catalogue import Catalogue

_KEEP = "If the source says this, keep it and add a note."
_LOWER = re.compile(
    r"\b(?:less|fewer|lower|reduced|reduces|reduction|fell|fallen|falls? by|dropped|decreased?|"
    r"declined|shorter)\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\b(?:more|higher|increased?|increases|rose|risen|grew|grown|growth|longer)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)", re.IGNORECASE)


def units_are_known(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """The unit of a figure is spelled as in the list of units, or says in words what is counted.

    “£000s” would be read as single pounds, and figures in “percnt” would be left out of comparisons
    in percent.
    """
    for measure in catalogue.records_of(Measure):
        start = measure.baseline.unit if measure.baseline else None
        written: tuple[tuple[FieldPath, str | None], ...] = (
            (("unit",), measure.unit),
            (("baseline", "unit"), start),
        )
        for path, unit in written:
            if unit is None or listed_unit(unit):
                continue
            if fault := unit_fault(unit, catalogue.vocabulary.unit_spellings):
                yield CheckFinding(measure.id, path, *fault)


def sums_stay_inside_one_unit(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A total has the same unit as its parts, and the part and whole of a share have the same unit.

    You cannot add up 10 euros and 20 days.
    """
    for measure in catalogue.records_of(Measure):
        parts = _measures(catalogue, measure.sum_of)
        units = _units((measure, *parts) if parts else ())
        if len(units) > 1:
            words = RECORD_REFUSALS["total_units"].words(units=join_words(units, last="and"))
            yield CheckFinding(measure.id, ("sum_of",), *words)
        names = (measure.share_part, measure.share_of)
        ends = _measures(catalogue, tuple(name for name in names if name))
        units = _units(ends) if len(ends) == 2 else []
        if len(units) > 1:
            words = RECORD_REFUSALS["share_units"].words(units=join_words(units, last="and"))
            yield CheckFinding(measure.id, ("share_of",), *words)


def the_change_fits_the_figures(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A figure recorded as improved went in the direction that is better for its outcome, and one
    recorded as worse did not.
    """
    for measure in catalogue.records_of(Measure):
        outcome = catalogue.find(measure.outcome)
        better = outcome.better if isinstance(outcome, Outcome) else None
        went = _direction(measure)
        if better is None or went is None or measure.change not in ("improved", "worsened"):
            continue
        if (went == better) != (measure.change == "improved"):
            message = (
                f"The change is “{measure.change}”, but the figure went {went}, and the outcome "
                f"“{measure.outcome}” is better when it goes {better}."
            )
            hint = f"Correct the change, the figures, or “better” in the outcome. {_KEEP}"
            yield CheckFinding(measure.id, ("change",), message, hint)


def the_sign_fits_the_words(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A change or difference described as less is negative, and one described as more is positive.

    A ratio is below 1 for less and above 1 for more.
    """
    for measure in catalogue.records_of(Measure):
        went = _sign(measure)
        lower, higher = _LOWER.search(measure.statement), _HIGHER.search(measure.statement)
        if went is None or bool(lower) == bool(higher):
            continue
        match = lower or higher
        stated = "down" if lower else "up"
        if match and stated != went:
            message = f"The sentence says “{match.group()}”, but the value is {measure.value}."
            hint = (
                "For less, put a minus before the value (or give a ratio below 1). Or correct "
                "the sentence."
            )
            yield CheckFinding(measure.id, ("value",), message, hint)


def percents_fit_the_words(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A value in percent is the percentage in its sentence, if the sentence has only one."""
    for measure in catalogue.records_of(Measure):
        stated = {Decimal(number) for number in _PERCENT.findall(measure.statement)}
        if measure.unit != "percent" or measure.value is None or len(stated) != 1:
            continue
        start, comparator = measure.baseline, measure.comparator
        others = (start.value if start else None, comparator.value if comparator else None)
        ends = (measure.interval.low, measure.interval.high) if measure.interval else ()
        numbers = (measure.value, measure.value_high, *others, *ends)
        if not stated & {abs(number) for number in numbers if number is not None}:
            message = f"The sentence says {stated.pop()}%, but the value is {measure.value}."
            yield CheckFinding(measure.id, ("value",), message, f"Correct one of them. {_KEEP}")


def a_target_has_not_happened(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A target has no strength of evidence and no change, because it has not happened yet."""
    for measure in catalogue.records_of(Measure):
        if measure.nature != "target":
            continue
        if measure.evidence_level not in (None, "illustration"):
            words = RECORD_REFUSALS["target_evidence"].words(word=measure.evidence_level)
            yield CheckFinding(measure.id, ("evidence_level",), *words)
        if measure.change not in (None, "not-stated"):
            words = RECORD_REFUSALS["target_change"].words(word=measure.change)
            yield CheckFinding(measure.id, ("change",), *words)


def a_success_rests_on_more_than_a_target(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype recorded as having worked has at least one result, not only targets."""
    natures: dict[str, set[str]] = {}
    for measure in catalogue.records_of(Measure):
        if measure.prototype:
            natures.setdefault(measure.prototype, set()).add(measure.nature)
    for prototype in catalogue.records_of(Prototype):
        measure_natures = natures.get(prototype.id, set())
        worked = prototype.verdict in ("worked", "worked-in-part")
        if worked and "target" in measure_natures and "result" not in measure_natures:
            message = f"The verdict is “{prototype.verdict}”, but it has targets and no result."
            hint = (
                "Add a result (in words if there is no figure), or change the verdict to "
                "“too-early”."
            )
            yield CheckFinding(prototype.id, ("verdict",), message, hint)


def _measures(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[Measure, ...]:
    records = (catalogue.find(name) for name in names)
    return tuple(record for record in records if isinstance(record, Measure))


def _units(measures: tuple[Measure, ...]) -> list[str]:
    """Return the units of measures, sorted; measures in words have none."""
    return sorted({measure.unit for measure in measures if measure.unit})


def _direction(measure: Measure) -> str | None:
    """Return whether a figure went “up” or “down”; None where it is not stated or unclear.

    A difference or a ratio says how far the figure is from that of the other group. A change that
    is compared with that of a group went up when it is larger than theirs.
    """
    none = value_of_no_effect(measure)
    went = _side(measure, comparable_baseline(measure) if none is None else none)
    bound = bool(measure.baseline and measure.baseline.at_least) and not is_change(measure)
    return None if went == "up" and bound else went


def _sign(measure: Measure) -> str | None:
    """Return whether a change or a difference is “up” or “down” from no effect, or None."""
    return _side(measure, NO_EFFECT.get(measure.form or "level"))


def _side(measure: Measure, start: Decimal | int | None) -> str | None:
    """Return whether the whole value lies above (“up”) or below (“down”) `start`, or None."""
    value, high = measure.value, measure.value_high
    if value is None or start is None:
        return None
    ends = (value, value if high is None else high)
    if all(end < start for end in ends):
        return "down"
    return "up" if all(end > start for end in ends) else None


CHECKS = (
    error("C331", sums_stay_inside_one_unit),
    warning("C332", units_are_known),
    warning("C333", the_change_fits_the_figures),
    warning("C334", the_sign_fits_the_words),
    warning("C335", percents_fit_the_words),
    error("C336", a_target_has_not_happened),
    warning("C337", a_success_rests_on_more_than_a_target),
)
