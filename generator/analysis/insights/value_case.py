"""Value cases: costs, benefits and evidence of programmes, and routes to outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import evidence_rank, strongest_level
from generator.analysis.insights.insight import Insight
from generator.analysis.insights.programmes import (
    ProgrammeEvidence,
    outcome_evidence,
    programme_evidence,
)
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_basis import is_past_estimate
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.prototype import Prototype
from generator.model.kinds.prototype_verdict import judge_of
from generator.model.kinds.prototype_words import Judge, Verdict

COST = "cost"
_NOT_WORSE = ("improved", "stable")


@dataclass(frozen=True, slots=True)
class ValueCase:
    """What a prototype cost or saved and what it achieved.

    `costs`: results for cost outcomes, and estimates of what happened. `effects`: all others.
    `inputs`: resources used. `expected`: targets and estimates of what is still to come.
    `missing`: the halves of the case that are not reported: “cost”, “effect”, both or neither.
    """

    prototype: str
    verdict: Verdict
    judged_by: Judge | None
    costs: tuple[str, ...]
    effects: tuple[str, ...]
    inputs: tuple[str, ...]
    expected: tuple[str, ...]
    strongest: str
    missing: tuple[str, ...]


@memoised
def value_cases(index: AdoptionIndex) -> dict[str, ValueCase]:
    """For each prototype, at any stage: its results for outcomes that are costs, its other results,
    the resources it used, and what is only expected. To judge value you need both a cost and an
    effect. If nobody has reported one of them, it is listed as missing.
    """
    return {prototype.id: _case(index, prototype) for prototype in index.prototypes}


@memoised
def _cost_outcomes(index: AdoptionIndex) -> frozenset[str]:
    return frozenset(
        outcome.id for outcome in index.catalogue.records_of(Outcome) if outcome.type == COST
    )


def _case(index: AdoptionIndex, prototype: Prototype) -> ValueCase:
    costly = _cost_outcomes(index)
    measures = [index.measure(measure) for measure in index.measures_of.get(prototype.id, ())]
    results = [m for m in measures if m.nature == "result"]
    happened = [*results, *(m for m in measures if is_past_estimate(m))]
    costs = tuple(m.id for m in happened if index.id(m.outcome) in costly)
    effects = tuple(m.id for m in happened if m.id not in costs)
    hopes = ("target", "estimate")
    missing = (("cost",) if not costs else ()) + (("effect",) if not effects else ())
    return ValueCase(
        prototype=prototype.id,
        verdict=prototype.verdict,
        judged_by=judge_of(prototype),
        costs=costs,
        effects=effects,
        inputs=tuple(m.id for m in measures if m.nature == "input"),
        expected=tuple(m.id for m in measures if m.nature in hopes and not is_past_estimate(m)),
        strongest=strongest_level(results),
        missing=missing,
    )


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready a programme is to be adopted.

    `proved`: its improved results with figures or stronger evidence. `costs`: its results for
    costs; `cost_worsened`: those of them that got worse. `affordable`: whether a cost improved or
    stayed the same, and none got worse. `mixed` and `failed` as in `ProgrammeEvidence`. `ready`: it
    is proved and affordable, and nothing as strong speaks against it. One that is proved and not
    ready is a candidate: it is what areas are offered first.
    """

    prototype: str
    proved: tuple[str, ...]
    costs: tuple[str, ...]
    cost_worsened: tuple[str, ...]
    affordable: bool
    mixed: bool
    failed: tuple[str, ...]
    ready: bool


@memoised
def ready_to_adopt(index: AdoptionIndex) -> tuple[Readiness, ...]:
    """A programme is ready to adopt if it was judged to have worked, has an improved result with
    figures or stronger evidence, and has cost results that improved or stayed the same. If costs
    rose, or do not say which way they went, it is not ready yet. It is also not ready if a result
    or a cost is missing, or if there is evidence against it that is as strong as the evidence for
    it: in its own results, or in another programme that shares one of its practices. A programme is
    listed once, however many practices are in it. The list says what is missing or what is against
    it.
    """
    rows = [
        _readiness(index, programme)
        for programme in programme_evidence(index).values()
        if programme.verdict == "worked" and programme.prototype in index.tried_ids
    ]
    listed = [row for row in rows if row.proved or row.costs]
    return tuple(sorted(listed, key=lambda row: (not row.ready, not row.proved)))


@memoised
def readiness_by_programme(index: AdoptionIndex) -> dict[str, Readiness]:
    """Return the same by the id of the programme."""
    return {readiness.prototype: readiness for readiness in ready_to_adopt(index)}


def _readiness(index: AdoptionIndex, programme: ProgrammeEvidence) -> Readiness:
    proved = tuple(
        result
        for result in programme.improved
        if evidence_rank(index.measure(result).evidence_level) >= evidence_rank("data")
    )
    costs = _cost_results(index, programme)
    worsened = tuple(cost for cost in costs if cost in programme.worsened)
    affordable = not worsened and any(index.measure(m).change in _NOT_WORSE for m in costs)
    return Readiness(
        prototype=programme.prototype,
        proved=proved,
        costs=costs,
        cost_worsened=worsened,
        affordable=affordable,
        mixed=programme.mixed,
        failed=programme.failed,
        ready=bool(proved) and affordable and not programme.mixed and not programme.failed,
    )


def _cost_results(index: AdoptionIndex, programme: ProgrammeEvidence) -> tuple[str, ...]:
    costly = _cost_outcomes(index)
    return tuple(m for m in programme.results if index.id(index.measure(m).outcome) in costly)


@dataclass(frozen=True, slots=True)
class OutcomeRoute:
    """A programme for an outcome: its results, and its results for costs."""

    prototype: str
    results: tuple[str, ...]
    costs: tuple[str, ...]


@memoised
def outcome_routes(index: AdoptionIndex) -> dict[str, tuple[OutcomeRoute, ...]]:
    """For each outcome: the programmes that report a result for it, with those results and their
    cost results. Programmes with an improved result come first, and measured results come before
    those reported in words. Without cost results we cannot say which is most cost-effective, and
    the answer says that the cost is missing.
    """
    programmes = programme_evidence(index)
    routes: dict[str, list[tuple[tuple[bool, int, bool], OutcomeRoute]]] = {}
    for finding in outcome_evidence(index):
        results = [index.measure(result) for result in finding.measures]
        costs = _cost_results(index, programmes[finding.prototype])
        route = OutcomeRoute(finding.prototype, finding.measures, costs)
        routes.setdefault(finding.outcome, []).append((_best_first(results), route))
    return {
        outcome: tuple(route for _, route in sorted(ranked, key=lambda pair: pair[0]))
        for outcome, ranked in routes.items()
    }


def _best_first(results: list[Measure]) -> tuple[bool, int, bool]:
    return (
        not any(result.change == "improved" for result in results),
        -evidence_rank(strongest_level(results)),
        all(result.value is None for result in results),
    )


INSIGHTS = (
    Insight("value_cases", "What did it cost, and what did it achieve?", value_cases),
    Insight("ready_to_adopt", "What is ready to adopt?", ready_to_adopt),
    Insight(
        "ways_to_an_outcome",
        "Which programmes have results for an outcome, and at what cost?",
        outcome_routes,
    ),
)
