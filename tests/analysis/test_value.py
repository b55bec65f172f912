"""Costs and effects of prototypes and practices."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.value_case import (
    OutcomeRoute,
    outcome_routes,
    ready_to_adopt,
    value_cases,
)
from tests.analysis.conftest import File, Known, measure, outcome, prototype

COST = {"outcome": "cost", "evidence_level": "account"}


def worked(*measures: dict[str, Any], **more: Any) -> File:
    return prototype(**{"verdict": "worked", "measures": measures, **more})


@pytest.mark.parametrize(
    ("measures", "missing"),
    [
        ([], ("cost", "effect")),
        ([measure("a")], ("cost",)),
        ([measure("a", **COST)], ("effect",)),
        ([measure("a"), measure("b", **COST)], ()),
        ([measure("a", nature="target"),
          measure("b", **{**COST, "nature": "estimate", "change": None})], ("cost", "effect")),
    ],
)  # fmt: skip
def test_a_missing_half_is_named(
    measures: list[dict[str, Any]], missing: tuple[str, ...], known: Known
) -> None:
    assert value_cases(known(p=prototype(measures=measures)))["p"].missing == missing


def test_a_case_keeps_results_hopes_and_inputs_apart(known: Known) -> None:
    natures = ["target", "estimate", "projection", "input", "baseline", "context", "illustration"]
    case = value_cases(
        known(
            p=worked(
                measure("a", evidence_level="account"),
                measure("b", evidence_level="compared"),
                measure("c", **COST),
                *(measure(one, nature=one, change=None) for one in natures),
            )
        )
    )["p"]
    assert (case.effects, case.costs) == (("a", "b"), ("c",))
    assert (case.inputs, case.expected) == (("input",), ("estimate", "target"))
    assert (case.strongest, case.verdict) == ("compared", "worked")


def test_every_prototype_has_a_case_even_an_idea(known: Known) -> None:
    """ME13"""
    cases = value_cases(known(p=prototype(), q=prototype(stage="idea")))
    assert list(cases) == ["p", "q"]
    assert cases["q"].missing == ("cost", "effect")


def ready(known: Known, **files: File) -> dict[str, bool]:
    return {one.prototype: one.ready for one in ready_to_adopt(known(**files))}


def test_ready_when_one_prototype_has_both(known: Known) -> None:
    index = known(p=worked(measure("a"), measure("b", **COST)))
    [readiness] = ready_to_adopt(index)
    assert (readiness.prototype, readiness.proved, readiness.costs, readiness.ready) == (
        "p", ("a",), ("b",), True,
    )  # fmt: skip


def test_two_halves_of_two_prototypes_do_not_make_one(known: Known) -> None:
    index = known(p=worked(measure("a")), q=worked(measure("b", **COST)))
    proved, costed = ready_to_adopt(index)
    assert (proved.proved, proved.costs, proved.ready) == (("a",), (), False)
    assert (costed.proved, costed.costs, costed.ready) == ((), ("b",), False)


def test_a_programme_is_ready_once_for_all_of_its_practices(known: Known) -> None:
    index = known(p=worked(measure("a"), measure("b", **COST), practices=["visits", "calls"]))
    assert [one.prototype for one in ready_to_adopt(index) if one.ready] == ["p"]


def test_work_against_one_of_its_practices_makes_a_programme_not_ready(known: Known) -> None:
    index = known(
        p=worked(measure("a"), measure("b", **COST), practices=["visits", "calls"]),
        q=prototype(practices=["calls"], measures=[measure("w", change="worsened")]),
    )
    assert [(one.failed, one.ready) for one in ready_to_adopt(index)] == [(("q",), False)]


@pytest.mark.parametrize(
    "fields",
    [
        {"evidence_level": "account"},
        {"evidence_level": "illustration"},
        {"evidence_level": None},
        {"change": "stable"},
        {"change": "worsened"},
    ],
)
def test_weak_or_unimproved_results_prove_nothing(fields: dict[str, Any], known: Known) -> None:
    readiness = ready(known, p=worked(measure("a", **fields), measure("b", **COST)))
    assert readiness == {"p": False}


@pytest.mark.parametrize("fields", [{"verdict": "worked-in-part"}, {"stage": "designing"}])
def test_what_did_not_work_or_is_not_in_practice_is_on_no_way(
    fields: dict[str, Any], known: Known
) -> None:
    assert ready(known, p=worked(measure("a"), measure("b", **COST), **fields)) == {}


def test_a_hoped_for_cost_is_none(known: Known) -> None:
    target = {**COST, "nature": "target"}
    assert ready(known, p=worked(measure("a"), measure("b", **target))) == {"p": False}


def test_ready_ones_come_first_then_proved_ones(known: Known) -> None:
    readiness = ready(
        known,
        p=worked(measure("a", **COST), practices=["calls"]),
        q=worked(measure("b"), practices=["visits"]),
    )
    assert list(readiness) == ["q", "p"]


def test_ways_to_an_outcome_with_their_costs(known: Known) -> None:
    index = known(
        sleep=outcome(),
        p=prototype(practices=["visits", "calls"], measures=[measure("a"), measure("b", **COST)]),
        q=prototype(measures=[measure("c"), measure("d", nature="target", outcome="sleep")]),
        r=prototype(practices=["calls"], measures=[measure("e", **COST)]),
    )
    routes = outcome_routes(index)
    assert routes["days"] == (
        OutcomeRoute("p", ("a",), ("b",)),
        OutcomeRoute("q", ("c",), ()),
    )
    assert "sleep" not in routes


def test_ways_to_an_outcome_begin_with_what_improved_and_was_measured(known: Known) -> None:
    index = known(
        p=worked(measure("a", evidence_level="account")),
        q=prototype(measures=[measure("b", change="worsened", evidence_level="scaled")]),
        r=worked(measure("c", evidence_level="compared")),
        s=worked(measure("d"), measure("e", change=None)),
    )
    assert [one.prototype for one in outcome_routes(index)["days"]] == ["r", "s", "p", "q"]


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (["improved"], True),
        (["stable"], True),
        (["worsened"], False),
        (["improved", "worsened"], False),
        (["not-stated"], False),
        (["improved", "not-stated"], True),
    ],
)
def test_ready_only_when_the_cost_is_known_not_to_be_worse(
    ways: list[str], expected: bool, known: Known
) -> None:
    costs = [measure(f"c{n}", **COST, change=way) for n, way in enumerate(ways)]
    [readiness] = ready_to_adopt(known(p=worked(measure("a"), *costs)))
    assert readiness.ready is expected
    assert bool(readiness.cost_worsened) is ("worsened" in ways)


def test_a_case_says_who_judged(known: Known) -> None:
    cases = value_cases(known(p=worked(inferred=["verdict"]), q=worked(judged_by="independent")))
    assert (cases["p"].judged_by, cases["q"].judged_by) == ("academy", "independent")
