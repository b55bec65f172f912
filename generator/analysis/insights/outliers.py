"""Figures that are compared with those of others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.measure import Measure

WORSE = frozenset({"worse", "among-the-worst"})
_WORST_FIRST = ("among-the-worst", "worse", "same", "better", "among-the-best")


@dataclass(frozen=True, slots=True)
class ComparatorResult:
    """A measure and its comparator. `outlier`: whether its position is worse.

    `gap`: the value minus that of the comparator, in the unit of the measure; None where either is
    not stated. `change`: the direction in which the measure itself went.
    """

    measure: str
    outcome: str
    area: str | None
    beside: str | None
    position: str | None
    outlier: bool
    gap: Decimal | None
    change: str | None
    nature: str


@memoised
def comparator_results(index: AdoptionIndex) -> tuple[ComparatorResult, ...]:
    """Every figure that is compared with another area or an average, worst first. An outlier is a
    figure that is worse than the one it is compared with. The gap is given if both have a value.
    One value does not show how fast a gap closes, so we do not guess.
    """
    results = []
    for outcome, measures in index.measures_by_outcome.items():
        rows = (_row(index, outcome, index.measure(measure)) for measure in measures)
        results += [row for row in rows if row is not None]
    return tuple(sorted(results, key=lambda row: (_severity(row.position), row.measure)))


def _row(index: AdoptionIndex, outcome: str, measure: Measure) -> ComparatorResult | None:
    comparator = measure.comparator
    if comparator is None:
        return None
    gap = None
    if measure.value is not None and comparator.value is not None:
        gap = measure.value - comparator.value
    return ComparatorResult(
        measure=measure.id,
        outcome=outcome,
        area=index.id(measure.area),
        beside=index.id(comparator.area),
        position=comparator.position,
        outlier=comparator.position in WORSE,
        gap=gap,
        change=measure.change,
        nature=measure.nature,
    )


def _severity(position: str | None) -> int:
    return _WORST_FIRST.index(position) if position in _WORST_FIRST else len(_WORST_FIRST)


INSIGHTS = (Insight("outliers", "Where are we better or worse than others?", comparator_results),)
