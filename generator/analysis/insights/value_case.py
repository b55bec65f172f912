"""Value cases: costs, benefits and evidence of prototypes, practices and routes to outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import (
    evidence_rank,
    practice_evidence,
    strongest_level,
)
from generator.analysis.insights.insight import Insight
from generator.model.kinds.measure_basis import is_past_estimate
from generator.model.kinds.outcome import Outcome
from generator.model.kinds.prototype import Prototype, prototype_progress
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
    """How ready a practice is to be adopted.

    `proved`: prototypes with an improved result with figures or stronger. `costed`: prototypes with
    a cost result. `cost_worsened`: those of them with a worsened cost. `affordable`: those with an
    improved or stable cost and no worsened one. `mixed`: whether the evidence against is as strong
    as the evidence for. `ready`: one prototype is proved and affordable, and the evidence is not
    mixed.
    """

    practice: str
    proved: tuple[str, ...]
    costed: tuple[str, ...]
    cost_worsened: tuple[str, ...]
    affordable: tuple[str, ...]
    mixed: bool
    ready: bool


@memoised
def ready_to_adopt(index: AdoptionIndex) -> tuple[Readiness, ...]:
    """A practice is ready to adopt if one and the same prototype was judged to have worked, has an
    improved result with figures or stronger evidence, and has cost results that improved or stayed
    the same. If costs rose, or do not say which way they went, the practice is not ready yet. It is
    also not ready if a result or a cost is missing, or if any prototype that uses it has evidence
    against it that is as strong as the evidence for it. The list says what is missing or what is
    against it.
    """
    costly = _cost_outcomes(index)
    rows = []
    for practice in index.practices:
        worked = [p for p in index.prototypes_using.get(practice.id, ()) if _worked(index, p)]
        proved = tuple(p for p in worked if _proved(index, p))
        costs = {
            p: [m for m in index.results_of(p) if index.id(m.outcome) in costly] for p in worked
        }
        costed = tuple(p for p in worked if costs[p])
        cost_worsened = tuple(p for p in costed if any(m.change == "worsened" for m in costs[p]))
        affordable = tuple(
            p
            for p in costed
            if p not in cost_worsened and any(m.change in _NOT_WORSE for m in costs[p])
        )
        if proved or costed:
            evidence = practice_evidence(index).get(practice.id)
            mixed = evidence is not None and evidence.mixed
            ready = bool(set(proved) & set(affordable)) and not mixed
            rows.append(
                Readiness(practice.id, proved, costed, cost_worsened, affordable, mixed, ready)
            )
    return tuple(sorted(rows, key=lambda p: (not p.ready, not p.proved, p.practice)))


def _worked(index: AdoptionIndex, prototype: str) -> bool:
    record = index.prototype(prototype)
    return prototype_progress(record) != "planned" and record.verdict == "worked"


def _proved(index: AdoptionIndex, prototype: str) -> bool:
    results = index.results_of(prototype)
    return any(
        m.change == "improved" and evidence_rank(m.evidence_level) >= evidence_rank("data")
        for m in results
    )


@dataclass(frozen=True, slots=True)
class OutcomeRoute:
    """A practice for an outcome: its results, and the cost results of the same prototypes."""

    practice: str
    results: tuple[str, ...]
    costs: tuple[str, ...]


@memoised
def outcome_routes(index: AdoptionIndex) -> dict[str, tuple[OutcomeRoute, ...]]:
    """For each outcome: the practices whose prototypes report a result for it, with those results
    and the cost results of the same prototypes. Without cost results we cannot say which is most
    cost-effective, and the answer says that the cost is missing.
    """
    costly = _cost_outcomes(index)
    routes: dict[str, dict[str, tuple[dict[str, None], dict[str, None]]]] = {}
    for measure in index.results:
        prototype, outcome = index.id(measure.prototype), index.id(measure.outcome)
        if not prototype or not outcome:
            continue
        costs = [m.id for m in index.results_of(prototype) if index.id(m.outcome) in costly]
        for practice in index.ids(index.prototype(prototype).practices):
            results, paid = routes.setdefault(outcome, {}).setdefault(practice, ({}, {}))
            results[measure.id] = None
            paid.update(dict.fromkeys(costs))
    return {
        outcome: tuple(
            OutcomeRoute(practice, tuple(results), tuple(costs))
            for practice, (results, costs) in sorted(practices.items())
        )
        for outcome, practices in routes.items()
    }


INSIGHTS = (
    Insight("value_cases", "What did it cost, and what did it achieve?", value_cases),
    Insight("ready_to_adopt", "What is ready to adopt?", ready_to_adopt),
    Insight(
        "ways_to_an_outcome",
        "Which practices have results for an outcome, and at what cost?",
        outcome_routes,
    ),
)
