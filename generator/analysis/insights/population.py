"""Projections of population growth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.kinds.measure import Measure
from generator.model.measure_text import comparable_baseline

PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class PopulationProjection:
    """A projection of a number of people, from `before` to `after`.

    `percent`: the growth in percent of `before`, to one decimal; None where `before` is 0.
    """

    measure: str
    outcome: str
    area: str
    before: Decimal
    before_period: str | None
    after: Decimal
    after_period: str | None
    change: Decimal
    percent: Decimal | None


@memoised
def population_projections(index: AdoptionIndex) -> tuple[PopulationProjection, ...]:
    """Every projection of a number of people in a named area that gives a starting value. The
    growth is the later figure minus the earlier one, in people and as a percentage of the earlier
    one. A projection is not a result.
    """
    projections = []
    for outcome, measures in index.measures_by_outcome.items():
        rows = (_growth(index, outcome, index.measure(measure)) for measure in measures)
        projections += sorted((row for row in rows if row), key=lambda row: (-row.before, row.area))
    return tuple(projections)


def _growth(index: AdoptionIndex, outcome: str, measure: Measure) -> PopulationProjection | None:
    before = comparable_baseline(measure)
    area = index.id(measure.area)
    if measure.nature != "projection" or measure.unit != PEOPLE or area is None:
        return None
    if before is None or measure.value is None:
        return None
    change = measure.value - before
    percent = round(change * 100 / before, 1) if before else None
    return PopulationProjection(
        measure=measure.id,
        outcome=outcome,
        area=area,
        before=before,
        before_period=measure.baseline.period if measure.baseline else None,
        after=measure.value,
        after_period=measure.period,
        change=change,
        percent=percent,
    )


INSIGHTS = (Insight("population_growth", "How will the population grow?", population_projections),)
