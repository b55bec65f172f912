"""Checks of the order of dates, of histories and of ranges."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, warning
from generator.model.fields.dates import WrittenDate
from generator.model.fields.progress import status_progress
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.adoption_words import NEEDS_REASON
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import UNITLESS_FORMS
from generator.model.kinds.prototype import Prototype
from generator.model.record_refusals import DATE_ORDER, RECORD_REFUSALS
from generator.records.catalogue import Catalogue


def dates_are_in_order(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Dates are in order: the start before the end, proof before adoption, and each step of a
    history before the next.

    A year can be any day in it, so 2020 and 2020-03 are never out of order.
    """
    for record in catalogue.records.values():
        values = vars(record)
        for first, second in DATE_ORDER:
            early, late = values.get(first), values.get(second)
            if early and late and late.surely_before(early):
                words = RECORD_REFUSALS["date_order"].words(
                    earlier_name=first, earlier=early, later_name=second, later=late
                )
                yield CheckFinding(record.id, (second,), *words)
    for prototype in catalogue.records_of(Prototype):
        yield from _history_dates(prototype.id, [step.date for step in prototype.history])
    for adoption in catalogue.records_of(Adoption):
        yield from _history_dates(adoption.id, [step.date for step in adoption.history])


def _history_dates(record: str, dates: list[WrittenDate | None]) -> Iterator[CheckFinding]:
    last: WrittenDate | None = None
    for number, date in enumerate(dates):
        if date and last and date.surely_before(last):
            words = RECORD_REFUSALS["step_order"].words(date=date, last=last)
            yield CheckFinding(record, ("history", number, "date"), *words)
        last = date or last


def history_ends_at_the_status(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """The last step of a history matches the adoption's status or the prototype's stage."""
    for adoption in catalogue.records_of(Adoption):
        if adoption.history and adoption.history[-1].status != adoption.status:
            last = adoption.history[-1].status
            yield _history_end(adoption.id, "status", adoption.status, last)
    for prototype in catalogue.records_of(Prototype):
        if prototype.history and prototype.history[-1].stage != prototype.stage:
            last_stage = prototype.history[-1].stage
            yield _history_end(prototype.id, "stage", prototype.stage, last_stage)


def _history_end(record: str, name: str, now: str, last: str) -> CheckFinding:
    words = RECORD_REFUSALS["history_end"].words(now_name=name, now=now, last=last)
    return CheckFinding(record, (name,), *words)


def a_halt_has_a_reason(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """An adoption that is paused, stopped or declined says why.

    Others can learn from what did not spread, and why.
    """
    for adoption in catalogue.records_of(Adoption):
        for number, step in enumerate(adoption.history):
            if step.status in NEEDS_REASON and not step.reason:
                words = RECORD_REFUSALS["step_reason"].words(word=step.status)
                yield CheckFinding(adoption.id, ("history", number), *words)
        if adoption.status in NEEDS_REASON and not adoption.history:
            words = RECORD_REFUSALS["halt_reason"].words(word=adoption.status)
            yield CheckFinding(adoption.id, ("status",), *words)


def sources_started_first(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """The work that a practice was learnt from started before the adoption did."""
    for adoption in catalogue.records_of(Adoption):
        begun = _first_begun(adoption)
        for number, source in enumerate(adoption.learnt_from):
            work = catalogue.find(source.prototype) if source.prototype else None
            started = work.started if isinstance(work, Prototype) else None
            if begun and started and begun.surely_before(started):
                message = f"This work started ({started}) after the adoption of it ({begun})."
                hint = "Check which of the two learnt from the other, and the dates of both."
                path = ("learnt_from", number, "prototype")
                yield CheckFinding(adoption.id, path, message, hint)


def _first_begun(adoption: Adoption) -> WrittenDate | None:
    """Return the first date on which the adoption is known to have begun, or None."""
    steps = (step.date for step in adoption.history if status_progress(step.status) == "happened")
    dates = [date for date in (*steps, adoption.adopted_on) if date]
    return min(dates, key=lambda date: date.latest, default=None)


def ranges_run_upwards(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """The highest figure of a range is above the lowest, and a value has a unit."""
    for measure in catalogue.records_of(Measure):
        low, high = measure.value, measure.value_high
        if high is not None and (low is None or high <= low):
            refusal = RECORD_REFUSALS["range_start" if low is None else "range_order"]
            words = refusal.words(high=high, low=low, high_name="value_high", low_name="value")
            yield CheckFinding(measure.id, ("value_high",), *words)
        if low is not None and not measure.unit and measure.form not in UNITLESS_FORMS:
            yield CheckFinding(measure.id, ("value",), *RECORD_REFUSALS["no_unit"].words())


CHECKS = (
    error("C307", dates_are_in_order),
    error("C308", history_ends_at_the_status),
    error("C309", a_halt_has_a_reason),
    error("C310", ranges_run_upwards),
    warning("C347", sources_started_first),
)
