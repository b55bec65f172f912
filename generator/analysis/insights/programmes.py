"""Programmes: the prototypes that results belong to, and how strong the evidence for each is.

A programme is a bundle of practices. Its results belong to the bundle, so it is counted and offered
once, however many practices are in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import (
    evidence_rank,
    is_use_inferred,
    ranked_level,
    strongest_first,
    strongest_level,
)
from generator.analysis.insights.insight import Insight
from generator.model.display.inferred import is_inferred
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import EvidenceLevel
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_words import Verdict


@dataclass(frozen=True, slots=True)
class ProgrammeEvidence:
    """The results of a programme, for and against.

    `results`: all of them, those with the strongest evidence first; `strongest`: the evidence of
    the first, empty without results. `inferred`: those whose direction the source does not state
    outright. `level`: the strongest evidence of an improved result; None where the programme was
    not judged to have worked, or nothing improved. `level_against` and `level_unclear`: that of the
    results that got worse, or show no clear difference. `mixed`: whether a worse result is at least
    as strong as `level`, or one without a clear difference is, for the same outcome. `failed`:
    other programmes that share a practice and were judged not to have worked, or report a worse
    result at least as strong as `level`. `inferred_practices`: the `practices` that only the
    academy links to the programme.
    """

    prototype: str
    verdict: Verdict
    practices: tuple[str, ...]
    inferred_practices: tuple[str, ...]
    results: tuple[str, ...]
    strongest: str
    level: EvidenceLevel | None
    improved: tuple[str, ...]
    stable: tuple[str, ...]
    unclear: tuple[str, ...]
    worsened: tuple[str, ...]
    not_stated: tuple[str, ...]
    inferred: tuple[str, ...]
    level_against: EvidenceLevel | None
    level_unclear: EvidenceLevel | None
    mixed: bool
    failed: tuple[str, ...]


@memoised
def programme_evidence(index: AdoptionIndex) -> dict[str, ProgrammeEvidence]:
    """A programme is a prototype that was tried, or that reports results: a bundle of practices
    that the results belong to. Each is listed once. Programmes that worked come first, those with
    the strongest improved result first among them. The evidence is mixed if a result that got worse
    is as strong as the strongest improved one, or stronger, or if a result that is as strong shows
    no clear difference for the same outcome: these come after the others that worked. Only results
    count, never targets, estimates, projections or illustrations.
    """
    programmes = [
        _evidence(index, prototype)
        for prototype in index.prototypes
        if prototype.id in index.tried_ids or index.results_of(prototype.id)
    ]
    return {programme.prototype: programme for programme in sorted(programmes, key=_order)}


def proven_programmes(index: AdoptionIndex) -> tuple[ProgrammeEvidence, ...]:
    """Return the programmes that worked and have an improved result, the strongest first."""
    return tuple(one for one in programme_evidence(index).values() if one.level)


def _order(programme: ProgrammeEvidence) -> tuple[bool, bool, int, bool, int, str]:
    return (
        programme.verdict != "worked",
        programme.mixed,
        -evidence_rank(programme.level or programme.strongest),
        not programme.results,
        -len(programme.results),
        programme.prototype,
    )


def _evidence(index: AdoptionIndex, prototype: Prototype) -> ProgrammeEvidence:
    results = strongest_first(index.results_of(prototype.id))
    ids = {
        change: tuple(one.id for one in results if (one.change or "not-stated") == change)
        for change in ("improved", "stable", "no-clear-difference", "worsened", "not-stated")
    }
    improved = [one for one in results if one.change == "improved"]
    worked = prototype.id in index.tried_ids and prototype.verdict == "worked"
    level = ranked_level(improved) if worked else None
    practices = index.ids(prototype.practices)
    return ProgrammeEvidence(
        prototype=prototype.id,
        verdict=prototype.verdict,
        practices=practices,
        inferred_practices=tuple(p for p in practices if is_use_inferred(index, prototype.id, p)),
        results=tuple(one.id for one in results),
        strongest=strongest_level(results),
        level=level,
        improved=ids["improved"],
        stable=ids["stable"],
        unclear=ids["no-clear-difference"],
        worsened=ids["worsened"],
        not_stated=ids["not-stated"],
        inferred=tuple(one.id for one in results if one.change and is_inferred(one, "change")),
        level_against=ranked_level(one for one in results if one.change == "worsened"),
        level_unclear=ranked_level(one for one in results if one.change == "no-clear-difference"),
        mixed=level is not None and _is_mixed(results, level),
        failed=_failed(index, prototype.id, practices, level),
    )


def _is_mixed(results: list[Measure], level: EvidenceLevel) -> bool:
    as_strong = [
        one for one in results if evidence_rank(one.evidence_level) >= evidence_rank(level)
    ]
    improved = {one.outcome for one in as_strong if one.change == "improved"}
    return any(
        one.change == "worsened"
        or (one.change == "no-clear-difference" and one.outcome in improved)
        for one in as_strong
    )


def _failed(
    index: AdoptionIndex, prototype: str, practices: tuple[str, ...], level: EvidenceLevel | None
) -> tuple[str, ...]:
    """Return the other programmes that speak against the practices of one that worked."""
    if level is None:
        return ()
    others = dict.fromkeys(
        user
        for practice in practices
        for user in index.prototypes_using.get(practice, ())
        if user != prototype
    )
    return tuple(other for other in others if _speaks_against(index, other, level))


def _speaks_against(index: AdoptionIndex, prototype: str, level: EvidenceLevel) -> bool:
    return index.prototype(prototype).verdict == "not-worked" or any(
        one.change == "worsened" and evidence_rank(one.evidence_level) >= evidence_rank(level)
        for one in index.results_of(prototype)
    )


@dataclass(frozen=True, slots=True)
class OutcomeEvidence:
    """The results of a programme for an outcome, counted by direction.

    `unclear`: how many do not state it; `not_stated`: which. `inferred`: results whose direction
    the source does not state outright.
    """

    prototype: str
    outcome: str
    measures: tuple[str, ...]
    strongest: str
    improved: int
    stable: int
    worsened: int
    no_difference: int
    unclear: int
    inferred: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()


@memoised
def outcome_evidence(index: AdoptionIndex) -> tuple[OutcomeEvidence, ...]:
    """For each programme and outcome: how many results it reports, how strong the strongest is, and
    which way they went. Each result counts once. If the source does not say outright which way a
    result went, it is counted as inferred. A programme is a bundle of practices, so its results do
    not show what caused what.
    """
    findings = []
    for programme in programme_evidence(index).values():
        by_outcome: dict[str, list[Measure]] = {}
        for result in programme.results:
            measure = index.measure(result)
            if outcome := index.id(measure.outcome):
                by_outcome.setdefault(outcome, []).append(measure)
        findings += [_finding(programme.prototype, *pair) for pair in by_outcome.items()]
    return tuple(findings)


def _finding(prototype: str, outcome: str, measures: list[Measure]) -> OutcomeEvidence:
    directions = [measure.change for measure in measures]
    not_stated = tuple(m.id for m in measures if m.change in (None, "not-stated"))
    return OutcomeEvidence(
        prototype=prototype,
        outcome=outcome,
        measures=tuple(measure.id for measure in measures),
        strongest=strongest_level(measures),
        improved=directions.count("improved"),
        stable=directions.count("stable"),
        worsened=directions.count("worsened"),
        no_difference=directions.count("no-clear-difference"),
        unclear=len(not_stated),
        inferred=tuple(m.id for m in measures if m.change and is_inferred(m, "change")),
        not_stated=not_stated,
    )


INSIGHTS = (
    Insight("programmes", "Which programmes worked, and how sure are we?", programme_evidence),
    Insight("evidence_map", "What do the results of each programme say?", outcome_evidence),
)
