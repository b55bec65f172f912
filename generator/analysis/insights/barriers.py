"""Barriers: where they were met, and which areas worked through them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.barrier import Barrier, Occurrence

WORKED_THROUGH = "worked-through"
_OPEN = frozenset({"expected", "ongoing", "unresolved", "planned-for"})


@dataclass(frozen=True, slots=True)
class BarrierOccurrence:
    """A barrier as one area met it. `practices`: the practices that resolved it there.

    `documents`: the ids of the documents that say so.
    """

    area: str
    prototype: str | None
    status: str
    practices: tuple[str, ...]
    needs: tuple[str, ...]
    how: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarrierHistory:
    """A barrier and its occurrences.

    `recurring`: met in more than one area. `answered`: occurrences that were worked through;
    `waiting`: open ones. `elsewhere`: open in one area and worked through in another. `national`:
    only national bodies can remove it.
    """

    barrier: str
    national: bool
    recurring: bool
    elsewhere: bool
    answered: tuple[BarrierOccurrence, ...]
    waiting: tuple[BarrierOccurrence, ...]


@memoised
def barrier_histories(index: AdoptionIndex) -> tuple[BarrierHistory, ...]:
    """A barrier recurs if more than one area met it. It is answered elsewhere if one area has
    solved it while another expects it or has not solved it. The practices that solved it are
    suggested to the other area. Barriers that only national bodies can remove are marked.
    """
    histories = (_history(index, barrier) for barrier in index.catalogue.records_of(Barrier))
    return tuple(
        sorted(
            histories,
            key=lambda history: (not history.elsewhere, not history.recurring, history.barrier),
        )
    )


def _history(index: AdoptionIndex, barrier: Barrier) -> BarrierHistory:
    occurrences = [
        _occurrence(index, area, barrier, occurrence)
        for occurrence in barrier.occurrences
        if (area := index.id(occurrence.area))
    ]
    answered = tuple(
        occurrence for occurrence in occurrences if occurrence.status == WORKED_THROUGH
    )
    waiting = tuple(occurrence for occurrence in occurrences if occurrence.status in _OPEN)
    solved = {occurrence.area for occurrence in answered}
    return BarrierHistory(
        barrier=barrier.id,
        national=barrier.level == "national",
        recurring=len({occurrence.area for occurrence in occurrences}) > 1,
        elsewhere=bool(solved) and any(occurrence.area not in solved for occurrence in waiting),
        answered=answered,
        waiting=waiting,
    )


def _occurrence(
    index: AdoptionIndex, area: str, barrier: Barrier, occurrence: Occurrence
) -> BarrierOccurrence:
    cited = occurrence.sources or barrier.sources
    return BarrierOccurrence(
        area=area,
        prototype=index.id(occurrence.prototype),
        status=occurrence.status,
        practices=index.ids(occurrence.resolved_by),
        needs=index.ids(occurrence.needs),
        how=occurrence.how,
        documents=tuple(citation.resource for citation in cited),
    )


@dataclass(frozen=True, slots=True)
class AreaBarrier:
    """A barrier of an area, and how others worked through it.

    `here`: the occurrence nearest to the area; of several equally near ones, an open one.
    `answers`: the occurrences in other areas that were worked through.
    """

    barrier: str
    here: BarrierOccurrence
    answers: tuple[BarrierOccurrence, ...]

    @property
    def solved(self) -> bool:
        """Whether it was worked through here."""
        return self.here.status == WORKED_THROUGH


def barriers_of(index: AdoptionIndex, area: str) -> tuple[AreaBarrier, ...]:
    """Return the barriers of an area, of enclosing areas and of areas inside, once each.

    Barriers that others worked through come first, those solved here last.
    """
    barriers = []
    for history in barrier_histories(index):
        here = _nearest_met(index, area, (*history.waiting, *history.answered))
        if here:
            others = tuple(
                occurrence for occurrence in history.answered if occurrence.area != here.area
            )
            barriers.append(AreaBarrier(history.barrier, here, others))
    return tuple(sorted(barriers, key=lambda barrier: (barrier.solved, not barrier.answers)))


def _nearest_met(
    index: AdoptionIndex, area: str, occurrences: tuple[BarrierOccurrence, ...]
) -> BarrierOccurrence | None:
    """Return the first occurrence in the nearest area: itself, an enclosing one, one inside."""
    enclosing = {
        occurrence.area
        for occurrence in occurrences
        if occurrence.area in index.enclosing_areas.get(area, (area,))
    }
    inside = {
        occurrence.area
        for occurrence in occurrences
        if occurrence.area in index.areas_inside.get(area, ())
    }
    nearest = index.nearest_areas(area, enclosing) or inside
    return next((occurrence for occurrence in occurrences if occurrence.area in nearest), None)


INSIGHTS = (Insight("barriers", "What gets in the way, and who has solved it?", barrier_histories),)
