"""Counts of measures by nature, and of results by horizon and strength of evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import RANKED_LEVELS
from generator.analysis.insights.insight import Insight
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import Nature
from generator.model.kinds.outcome import Outcome

HORIZONS = ("short", "medium", "long")


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """Counts of measures and of the results among them.

    `natures`: all measures by nature. `levels`: results by strength of evidence. `horizons`:
    results by the horizon of their outcome. `in_words`: results without a value.
    `numeric_baseline`, `worded_baseline`, `no_baseline`: results by type of baseline.
    """

    natures: dict[str, int]
    levels: dict[str, int]
    horizons: dict[str, int]
    in_words: tuple[str, ...]
    numeric_baseline: tuple[str, ...]
    worded_baseline: tuple[str, ...]
    no_baseline: tuple[str, ...]


@memoised
def result_counts(index: AdoptionIndex) -> ResultCounts:
    """All figures are counted by type. Only results count as evidence. Results are counted by
    strength of evidence, and by how soon their outcome shows. A result has a starting value as a
    figure, a starting value in words, or none.
    """
    natures = Counter(m.nature for m in index.catalogue.records_of(Measure))
    levels: Counter[str] = Counter(
        m.evidence_level if m.evidence_level in RANKED_LEVELS else "not-stated"
        for m in index.results
    )
    horizons = Counter(_horizon(index, m) for m in index.results)
    based = [(m.id, m.baseline) for m in index.results if m.baseline]
    numeric = tuple(measure for measure, base in based if base.value is not None)
    worded = tuple(measure for measure, base in based if base.value is None and base.text)
    stated = {*numeric, *worded}
    return ResultCounts(
        natures={word: natures[word] for word in get_args(Nature)},
        levels={word: levels[word] for word in (*RANKED_LEVELS, "not-stated")},
        horizons={word: horizons[word] for word in (*HORIZONS, "not-stated")},
        in_words=tuple(m.id for m in index.results if m.value is None),
        numeric_baseline=numeric,
        worded_baseline=worded,
        no_baseline=tuple(m.id for m in index.results if m.id not in stated),
    )


@memoised
def outcome_framework(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    """Outcomes grouped by when they show: in the short, medium or long term. Outcomes for which
    nobody has stated it come last.
    """
    by_horizon: dict[str, list[str]] = {word: [] for word in (*HORIZONS, "not-stated")}
    for outcome in index.catalogue.records_of(Outcome):
        by_horizon[outcome.horizon or "not-stated"].append(outcome.id)
    return {word: tuple(ids) for word, ids in by_horizon.items()}


def _horizon(index: AdoptionIndex, measure: Measure) -> str:
    outcome = index.catalogue.find(measure.outcome)
    return (outcome.horizon if isinstance(outcome, Outcome) else None) or "not-stated"


INSIGHTS = (
    Insight("results", "How many results are there, and how strong are they?", result_counts),
    Insight("outcome_framework", "When does each outcome show?", outcome_framework),
)
