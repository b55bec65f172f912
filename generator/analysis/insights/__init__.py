"""Answers from the records. `INSIGHTS` is the list: a new one is a module and one line here.

Each is a pure function from an `AdoptionIndex` to typed values that name records by their ids.
"""

from __future__ import annotations

from generator.analysis.index import AdoptionIndex
from generator.analysis.insights import (
    assurance,
    barriers,
    common_ground,
    completeness,
    evidence,
    expected_measures,
    fidelity,
    gaps,
    governance,
    halted,
    learning,
    learning_support,
    lessons,
    listening,
    money,
    outliers,
    pace,
    population,
    practice_reach,
    practice_status,
    principles,
    programmes,
    results,
    upkeep,
    value_case,
)
from generator.analysis.insights.insight import Insight

__all__ = ["INSIGHTS", "AdoptionIndex", "Insight"]

INSIGHTS: tuple[Insight, ...] = (
    *practice_status.INSIGHTS,
    *practice_reach.INSIGHTS,
    *learning.INSIGHTS,
    *pace.INSIGHTS,
    *fidelity.INSIGHTS,
    *programmes.INSIGHTS,
    *evidence.INSIGHTS,
    *gaps.INSIGHTS,
    *results.INSIGHTS,
    *outliers.INSIGHTS,
    *expected_measures.INSIGHTS,
    *value_case.INSIGHTS,
    *money.INSIGHTS,
    *lessons.INSIGHTS,
    *listening.INSIGHTS,
    *halted.INSIGHTS,
    *barriers.INSIGHTS,
    *principles.INSIGHTS,
    *common_ground.INSIGHTS,
    *population.INSIGHTS,
    *governance.INSIGHTS,
    *learning_support.INSIGHTS,
    *assurance.INSIGHTS,
    *completeness.INSIGHTS,
    *upkeep.INSIGHTS,
)
