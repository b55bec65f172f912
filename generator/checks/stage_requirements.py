"""Checks of what a prototype must state by its stage and verdict."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check import CheckFinding, error, gap, not_stated, warning
from generator.model.kinds.prototype import KIND, Prototype, prototype_progress
from generator.model.kinds.prototype_words import IN_PRACTICE, JUDGED_VERDICTS
from generator.records.catalogue import Catalogue


def failure_has_a_lesson(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that stopped or did not work says what was learnt.

    Others need this most, and it is the first thing to be forgotten.
    """
    yield from _unmet(catalogue, "C314")


def a_verdict_has_grounds(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype recorded as having worked or not gives reasons."""
    yield from _unmet(catalogue, "C315")


def _unmet(catalogue: Catalogue, code: str) -> Iterator[CheckFinding]:
    for prototype in catalogue.records_of(Prototype):
        requirements = (rule for rule in KIND.required_when if rule.code == code)
        unmet = next((rule for rule in requirements if not rule.is_met(prototype)), None)
        if unmet is not None:
            message = unmet.message_for(getattr(prototype, unmet.field))
            yield CheckFinding(prototype.id, (unmet.at,), message, unmet.hint)


def a_verdict_fits_the_stage(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that nobody has tried yet is not recorded as having worked or failed."""
    for prototype in catalogue.records_of(Prototype):
        untried = prototype_progress(prototype) == "planned"
        if untried and prototype.verdict in JUDGED_VERDICTS:
            message = f"The stage is “{prototype.stage}”, but the verdict is “{prototype.verdict}”."
            hint = "Correct the stage, or change the verdict to “too-early”."
            yield CheckFinding(prototype.id, ("verdict",), message, hint)


def starting_point_is_stated(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that is in testing or later gives its starting point and the outcomes it aims
    for.
    """
    for prototype in _in_practice(catalogue):
        if not prototype.starting_point:
            yield not_stated(prototype.id, ("starting_point",), "what the situation was before")
        if not prototype.outcomes_aimed:
            yield not_stated(prototype.id, ("outcomes_aimed",), "which outcomes it aims to improve")


def practices_are_named(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that is in testing or later names the practices it uses.

    A practice needs a name to spread.
    """
    for prototype in _in_practice(catalogue):
        if not prototype.practices:
            yield not_stated(prototype.id, ("practices",), "which practices it uses")


def sponsor_is_named(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that is in testing or later says which leaders support it (job titles only)."""
    for prototype in _in_practice(catalogue):
        if not prototype.sponsor:
            yield not_stated(prototype.id, ("sponsor",), "which leaders support it")


def listening_is_described(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype that is in testing or later says how it involved people who use services."""
    for prototype in _in_practice(catalogue):
        if prototype.co_production is None:
            yield not_stated(prototype.id, ("co_production",), "who was involved, and how")


def review_is_planned(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A prototype has a date for its next review."""
    for prototype in catalogue.records_of(Prototype):
        if prototype.next_review is None and prototype.stage not in ("completed", "stopped"):
            yield not_stated(prototype.id, ("next_review",), "when it will be reviewed next")


def _in_practice(catalogue: Catalogue) -> Iterator[Prototype]:
    return (p for p in catalogue.records_of(Prototype) if p.stage in IN_PRACTICE)


CHECKS = (
    error("C314", failure_has_a_lesson),
    error("C315", a_verdict_has_grounds),
    warning("C316", a_verdict_fits_the_stage),
    gap("G401", starting_point_is_stated),
    gap("G402", practices_are_named),
    gap("G403", sponsor_is_named),
    gap("G404", listening_is_described),
    gap("G405", review_is_planned),
)
