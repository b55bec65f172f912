"""Work that was paused, stopped or declined, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.fields.progress import status_progress
from generator.model.kinds.adoption import Adoption, halt_reason
from generator.model.kinds.prototype import Prototype


@dataclass(frozen=True, slots=True)
class HaltedWork:
    """An adoption that was paused, stopped or declined, or a prototype that was stopped.

    `status`: the status or stage. `reason` is None where none is stated.
    """

    record: str
    areas: tuple[str, ...]
    practices: tuple[str, ...]
    status: str
    reason: str | None


@memoised
def halted_work(index: AdoptionIndex) -> tuple[HaltedWork, ...]:
    """Adoptions that were paused, stopped or declined, and prototypes that were stopped, each with
    its reason if one is given. None of them counts as in use or planned. We do not suggest that an
    area adopts what it has paused, stopped or declined itself.
    """
    return (*_adoptions(index), *_prototypes(index))


def halted_work_near(index: AdoptionIndex, area: str) -> tuple[HaltedWork, ...]:
    """Return the halted work of an area, of areas inside it, and of enclosing areas.

    Declined adoptions of enclosing areas are left out: they do not hold for the areas inside.
    """
    inside = {area, *index.areas_inside.get(area, ())}
    enclosing = set(index.enclosing_areas.get(area, ()))
    return tuple(
        work
        for work in halted_work(index)
        if inside & set(work.areas) or (work.status != "declined" and enclosing & set(work.areas))
    )


def _adoptions(index: AdoptionIndex) -> Iterator[HaltedWork]:
    for adoption in index.adoptions:
        if status_progress(adoption.status) == "halted":
            yield _adoption(index, adoption)


def _adoption(index: AdoptionIndex, adoption: Adoption) -> HaltedWork:
    return HaltedWork(
        record=adoption.id,
        areas=index.adopting_areas(adoption),
        practices=index.ids((adoption.practice,) if adoption.practice else ()),
        status=adoption.status,
        reason=halt_reason(adoption),
    )


def _prototypes(index: AdoptionIndex) -> Iterator[HaltedWork]:
    for prototype in index.prototypes:
        if prototype.stage == "stopped":
            yield HaltedWork(
                record=prototype.id,
                areas=index.ids(prototype.areas),
                practices=index.ids(prototype.practices),
                status=prototype.stage,
                reason=_why_stopped(prototype),
            )


def _why_stopped(prototype: Prototype) -> str | None:
    notes = (step.note for step in reversed(prototype.history) if step.stage == "stopped")
    return next((note for note in notes if note), prototype.verdict_basis)


INSIGHTS = (Insight("halted_work", "What was paused, stopped or declined, and why?", halted_work),)
