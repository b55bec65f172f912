"""Which measures that practices expect are reported or missing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight


@dataclass(frozen=True, slots=True)
class ExpectedMeasures:
    """The outcomes that a practice expects of a prototype: reported (`given`) or `missing`."""

    prototype: str
    practice: str
    given: tuple[str, ...]
    missing: tuple[str, ...]


@memoised
def expected_measures(index: AdoptionIndex) -> tuple[ExpectedMeasures, ...]:
    """Some practices expect everyone who uses them to report the same outcomes. For each prototype
    in practice that uses such a practice: the outcomes it has a result for, and those it does not
    (not measured, or not stated).
    """
    rows = []
    for practice in index.practices:
        wanted = index.ids(practice.expects)
        for prototype in index.prototypes_using.get(practice.id, ()) if wanted else ():
            if prototype in index.in_practice_ids:
                measured = set(index.ids(m.outcome for m in index.results_of(prototype)))
                given = tuple(outcome for outcome in wanted if outcome in measured)
                missing = tuple(outcome for outcome in wanted if outcome not in measured)
                rows.append(ExpectedMeasures(prototype, practice.id, given, missing))
    return tuple(rows)


INSIGHTS = (
    Insight("expected_measures", "Which expected measures are missing?", expected_measures),
)
