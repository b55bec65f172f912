"""Figures that stand beside those of others."""

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
    """A measure beside a comparator. `outlier`: it stands worse.

    `gap` is the value less the comparator's, in the measure's unit; None where either is not
    stated. `change` says which way the measure itself went.
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
    """Every figure that is compared with another area or an average, worst first. An outlier
    is one that stands worse than its comparator. The gap is given where both have a value; how
    fast it closes cannot be worked out from a single value and is not guessed.
    """
    found = []
    for outcome, measures in index.measures_by_outcome.items():
        rows = (_row(index, outcome, index.measure(one)) for one in measures)
        found += [row for row in rows if row is not None]
    return tuple(sorted(found, key=lambda row: (_place(row.position), row.measure)))


def _row(index: AdoptionIndex, outcome: str, measure: Measure) -> ComparatorResult | None:
    beside = measure.comparator
    if beside is None:
        return None
    gap = None
    if measure.value is not None and beside.value is not None:
        gap = measure.value - beside.value
    return ComparatorResult(
        measure=measure.id,
        outcome=outcome,
        area=index.id(measure.area),
        beside=index.id(beside.area),
        position=beside.position,
        outlier=beside.position in WORSE,
        gap=gap,
        change=measure.change,
        nature=measure.nature,
    )


def _place(position: str | None) -> int:
    return _WORST_FIRST.index(position) if position in _WORST_FIRST else len(_WORST_FIRST)


INSIGHTS = (Insight("outliers", "Where do we stand out from others?", comparator_results),)
