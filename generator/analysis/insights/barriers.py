"""What gets in the way, where, and who has got past it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.barrier import Barrier, Occurrence

WORKED_THROUGH = "worked-through"
_OPEN = frozenset({"expected", "ongoing", "unresolved", "planned-for"})


@dataclass(frozen=True, slots=True)
class BarrierOccurrence:
    """A barrier as one area met it. `practices`: what answered it there."""

    area: str
    prototype: str | None
    status: str
    practices: tuple[str, ...]
    needs: tuple[str, ...]
    how: str | None


@dataclass(frozen=True, slots=True)
class BarrierHistory:
    """A barrier and what became of it.

    `recurring`: it was met in more than one area. `answered`: where it was worked through;
    `waiting`: where it still stands. `elsewhere`: it stands in one area and was answered in
    another. `national`: only national bodies can lift it.
    """

    barrier: str
    national: bool
    recurring: bool
    elsewhere: bool
    answered: tuple[BarrierOccurrence, ...]
    waiting: tuple[BarrierOccurrence, ...]


@memoised
def barrier_histories(index: AdoptionIndex) -> tuple[BarrierHistory, ...]:
    """A barrier recurs when it was met in more than one area. It is answered elsewhere when one
    area has worked it through while another expects it or has not resolved it; the practices that
    answered it are offered to the other. Barriers that only national bodies can lift are marked.
    """
    found = (_hurdle(index, barrier) for barrier in index.catalogue.records_of(Barrier))
    return tuple(sorted(found, key=lambda one: (not one.elsewhere, not one.recurring, one.barrier)))


def _hurdle(index: AdoptionIndex, barrier: Barrier) -> BarrierHistory:
    met = [_met(index, area, one) for one in barrier.occurrences if (area := index.id(one.area))]
    answered = tuple(one for one in met if one.status == WORKED_THROUGH)
    waiting = tuple(one for one in met if one.status in _OPEN)
    solved = {one.area for one in answered}
    return BarrierHistory(
        barrier=barrier.id,
        national=barrier.level == "national",
        recurring=len({one.area for one in met}) > 1,
        elsewhere=bool(solved) and any(one.area not in solved for one in waiting),
        answered=answered,
        waiting=waiting,
    )


def _met(index: AdoptionIndex, area: str, one: Occurrence) -> BarrierOccurrence:
    return BarrierOccurrence(
        area=area,
        prototype=index.id(one.prototype),
        status=one.status,
        practices=index.ids(one.resolved_by),
        needs=index.ids(one.needs),
        how=one.how,
    )


@dataclass(frozen=True, slots=True)
class AreaBarrier:
    """A barrier of an area, once however often it was met there, and who worked it through.

    `here`: the nearest place where it was met, which says how it stands in the area; of several
    equally near, one where it still stands. `answers`: where others worked it through.
    """

    barrier: str
    here: BarrierOccurrence
    answers: tuple[BarrierOccurrence, ...]

    @property
    def solved(self) -> bool:
        """Whether it was worked through here."""
        return self.here.status == WORKED_THROUGH


def barriers_of(index: AdoptionIndex, area: str) -> tuple[AreaBarrier, ...]:
    """The barriers met or expected in an area, in one around it or in one inside it, each once.

    Those that others have answered come first, those solved here last.
    """
    found = []
    for hurdle in barrier_histories(index):
        here = _nearest_met(index, area, (*hurdle.waiting, *hurdle.answered))
        if here:
            others = tuple(one for one in hurdle.answered if one.area != here.area)
            found.append(AreaBarrier(hurdle.barrier, here, others))
    return tuple(sorted(found, key=lambda one: (one.solved, not one.answers)))


def _nearest_met(
    index: AdoptionIndex, area: str, met: tuple[BarrierOccurrence, ...]
) -> BarrierOccurrence | None:
    """The first of the nearest places where a barrier was met: the area, around it, inside it."""
    around = {one.area for one in met if one.area in index.enclosing_areas.get(area, (area,))}
    inside = {one.area for one in met if one.area in index.areas_inside.get(area, ())}
    nearest = index.nearest_areas(area, around) or inside
    return next((one for one in met if one.area in nearest), None)


INSIGHTS = (
    Insight("barriers", "What gets in the way, and who has got past it?", barrier_histories),
)
