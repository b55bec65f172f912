"""Which practices are known to work, and how strong the evidence is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.insight import Insight
from generator.model.display.inferred import is_inferred
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EvidenceLevel
from generator.model.measure_text import short_value

RANKED_LEVELS: tuple[EvidenceLevel, ...] = ("account", "data", "compared", "replicated", "scaled")


def evidence_rank(level: str | None) -> int:
    """Return the rank of a level: 1 (account) to 5 (scaled), after Nesta's standards; else 0."""
    return RANKED_LEVELS.index(level) + 1 if level in RANKED_LEVELS else 0


def strongest_level(results: Iterable[Measure]) -> str:
    """Return the strongest level among results; empty without results.

    A result that states no level counts as “not-stated”.
    """
    levels = (result.evidence_level or "not-stated" for result in results)
    return max(levels, key=evidence_rank, default="")


Ranked = tuple[int, Measure]  # (rank of its evidence, result)


@dataclass(frozen=True, slots=True)
class PracticeEvidence:
    """The evidence for and against a practice.

    `measures`: the strongest improved results, at `level`; `prototypes` report them. `improved`:
    all improved results that count for it. `worsened` and `unclear`: results of prototypes that
    use it which got worse or show no clear difference, the strongest at `level_against` and
    `level_unclear` (None without any). `mixed`: whether a worse result is at least as strong as the
    strongest improved one, or an unclear one for the same outcome is. `failed`: prototypes that use
    it and were judged not to have worked. `inferred`: whether only the academy links all of
    `prototypes` to the practice.
    """

    practice: str
    level: EvidenceLevel
    prototypes: tuple[str, ...]
    measures: tuple[str, ...]
    improved: tuple[str, ...]
    worsened: tuple[str, ...]
    level_against: EvidenceLevel | None
    unclear: tuple[str, ...]
    level_unclear: EvidenceLevel | None
    mixed: bool
    failed: tuple[str, ...]
    inferred: bool


@memoised
def practice_evidence(index: AdoptionIndex) -> dict[str, PracticeEvidence]:
    """A practice has evidence at a level if a prototype that uses it was judged to have worked, and
    has an improved result at that level or a stronger one. Work that has ended counts too. Each
    practice is listed with the strongest level it reaches. The same sentence counts the results
    that got worse, or show no clear difference, in any prototype that uses it, and the prototypes
    that were judged not to have worked. The evidence is mixed if a worse result is as strong as the
    strongest improved one, or stronger, or if a result that is as strong shows no clear difference
    for the same outcome. A practice is marked if only the academy links it to the prototype. Only
    results count, never targets, estimates, projections or illustrations.
    """
    ranked_of: dict[str, list[Ranked]] = defaultdict(list)
    for prototype in index.tried:
        if prototype.verdict != "worked":
            continue
        improved = [m for m in index.results_of(prototype.id) if m.change == "improved"]
        ranked = [
            (evidence_rank(m.evidence_level), m)
            for m in improved
            if evidence_rank(m.evidence_level)
        ]
        for practice in index.ids(prototype.practices) if ranked else ():
            ranked_of[practice] += ranked
    return {
        practice.id: _evidence(index, practice.id, ranked_of[practice.id])
        for practice in index.practices
        if practice.id in ranked_of
    }


def _evidence(index: AdoptionIndex, practice: str, ranked: list[Ranked]) -> PracticeEvidence:
    best = max(strength for strength, _ in ranked)
    strongest = [measure for strength, measure in ranked if strength == best]
    prototypes = tuple(dict.fromkeys(index.id(m.prototype) or "" for m in strongest))
    results = index.results_using(practice)
    worse = [m for m in results if m.change == "worsened"]
    unclear = [m for m in results if m.change == "no-clear-difference"]
    outcomes = {index.id(measure.outcome) for measure in strongest}
    doubts = [*worse, *(m for m in unclear if index.id(m.outcome) in outcomes)]
    return PracticeEvidence(
        practice=practice,
        level=RANKED_LEVELS[best - 1],
        prototypes=prototypes,
        measures=tuple(dict.fromkeys(m.id for m in strongest)),
        improved=tuple(dict.fromkeys(m.id for _, m in ranked)),
        worsened=tuple(dict.fromkeys(m.id for m in worse)),
        level_against=ranked_level(worse),
        unclear=tuple(dict.fromkeys(m.id for m in unclear)),
        level_unclear=ranked_level(unclear),
        mixed=evidence_rank(strongest_level(doubts)) >= best,
        failed=_failed(index, practice),
        inferred=all(is_use_inferred(index, prototype, practice) for prototype in prototypes),
    )


def _failed(index: AdoptionIndex, practice: str) -> tuple[str, ...]:
    users = index.prototypes_using.get(practice, ())
    return tuple(user for user in users if index.prototype(user).verdict == "not-worked")


def strongest_first(results: Iterable[Measure]) -> list[Measure]:
    """Return results with the strongest evidence first, those with a number before the others.

    Which way they went plays no part, so that a bad result is not left for last.
    """
    return sorted(
        results, key=lambda one: (-evidence_rank(one.evidence_level), not short_value(one))
    )


def ranked_level(results: Iterable[Measure]) -> EvidenceLevel | None:
    """Return the strongest level among results that is a step of the scale; None for none."""
    rank = evidence_rank(strongest_level(results))
    return RANKED_LEVELS[rank - 1] if rank else None


def is_use_inferred(index: AdoptionIndex, prototype: str, practice: str) -> bool:
    """Return whether the use of a practice by a prototype is inferred by the academy."""
    record = index.prototype(prototype)
    written_ids = [target for target in record.practices if index.id(target) == practice]
    return all(is_inferred(record, "practices", target) for target in written_ids)


INSIGHTS = (Insight("evidenced", "Which practices were used where it worked?", practice_evidence),)
