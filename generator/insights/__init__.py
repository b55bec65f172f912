"""What the records answer. `INSIGHTS` is the list: a new one is a module and one line here.

Each is a pure function from the catalogue, by way of `Index`, to typed values that name records
by their ids.
"""

from __future__ import annotations

from generator.insights import (
    assurance,
    barriers,
    completeness,
    events,
    evidence,
    fidelity,
    gaps,
    governance,
    halted,
    learning,
    lessons,
    listening,
    money,
    outliers,
    pace,
    population,
    principles,
    results,
    shared,
    spread,
    support,
    upkeep,
    value,
)
from generator.insights.base import Insight
from generator.insights.index import Index

__all__ = ["INSIGHTS", "Index", "Insight"]

INSIGHTS: tuple[Insight, ...] = (
    *spread.INSIGHTS,
    *learning.INSIGHTS,
    *pace.INSIGHTS,
    *fidelity.INSIGHTS,
    *evidence.INSIGHTS,
    *gaps.INSIGHTS,
    *results.INSIGHTS,
    *outliers.INSIGHTS,
    *events.INSIGHTS,
    *value.INSIGHTS,
    *money.INSIGHTS,
    *lessons.INSIGHTS,
    *listening.INSIGHTS,
    *halted.INSIGHTS,
    *barriers.INSIGHTS,
    *principles.INSIGHTS,
    *shared.INSIGHTS,
    *population.INSIGHTS,
    *governance.INSIGHTS,
    *support.INSIGHTS,
    *assurance.INSIGHTS,
    *completeness.INSIGHTS,
    *upkeep.INSIGHTS,
)
