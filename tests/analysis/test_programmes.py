"""Programmes: each counted once, with what speaks for and against it."""

from __future__ import annotations

from generator.analysis.insights.programmes import outcome_evidence, programme_evidence
from tests.analysis.conftest import File, Known, area, measure, outcome, prototype


def worked(*names: str, practices: tuple[str, ...] = ("visits", "calls"), **fields: str) -> File:
    results = [measure(name, **fields) for name in names]
    return prototype(verdict="worked", practices=practices, measures=results)


def test_a_programme_is_one_however_many_practices_are_in_it(known: Known) -> None:
    [programme] = programme_evidence(known(p=worked("a", "b"))).values()
    assert (programme.prototype, programme.practices) == ("p", ("visits", "calls"))
    assert (programme.results, programme.level) == (("a", "b"), "data")


def test_results_are_counted_each_way_once_for_each_outcome(known: Known) -> None:
    index = known(
        sleep=outcome(),
        p=prototype(
            practices=["visits", "calls"],
            measures=[
                measure("a"),
                measure("b", change="stable", evidence_level="account"),
                measure("c", change="worsened"),
                measure("d", change="not-stated"),
                measure("e", change=None),
                measure("f", outcome="sleep", inferred=["change"]),
                measure("g", nature="target"),
            ],
        ),
    )
    days, sleep = sorted(outcome_evidence(index), key=lambda one: one.outcome)
    assert sorted(days.measures) == ["a", "b", "c", "d", "e"]
    assert (days.improved, days.stable, days.worsened, days.unclear) == (1, 1, 1, 2)
    assert days.strongest == "data"
    assert (sleep.measures, sleep.inferred) == (("f",), ("f",))


def test_a_result_of_no_programme_is_not_counted(known: Known) -> None:
    assert outcome_evidence(known(dale=area("north", measures=[measure("a")]))) == ()


def test_what_was_only_planned_is_no_programme(known: Known) -> None:
    assert programme_evidence(known(p=prototype(stage="idea"))) == {}


def test_the_best_evidence_comes_first(known: Known) -> None:
    index = known(
        a=prototype(),
        b=worked("b1", evidence_level="account"),
        c=worked("c1"),
        d=prototype(verdict="worked-in-part", measures=[measure("d1", evidence_level="scaled")]),
        e=prototype(
            verdict="worked",
            practices=["calls"],
            measures=[measure("e1"), measure("e2", change="worsened")],
        ),
    )
    assert list(programme_evidence(index)) == ["c", "b", "e", "d", "a"]
    assert programme_evidence(index)["e"].mixed
    assert programme_evidence(index)["d"].level is None


def test_measured_results_come_before_those_in_words(known: Known) -> None:
    results = [
        measure("a", evidence_level="account"),
        measure("b"),
        measure("c", value=3, unit="days"),
    ]
    [programme] = programme_evidence(
        known(p=prototype(verdict="worked", measures=results))
    ).values()
    assert programme.results == ("c", "b", "a")


def test_other_work_with_the_same_practice_speaks_against_a_programme(known: Known) -> None:
    index = known(
        p=worked("a"),
        q=prototype(verdict="not-worked", lessons={"not_worked": ["x"]}, practices=["calls"]),
        r=prototype(
            practices=["calls"],
            measures=[measure("w", change="worsened", evidence_level="account")],
        ),
        s=prototype(practices=["visits"], measures=[measure("v", change="worsened")]),
    )
    # the result of r is weaker than that of p
    assert programme_evidence(index)["p"].failed == ("s", "q")


def test_practices_that_only_the_academy_links_are_marked(known: Known) -> None:
    programme = prototype(
        verdict="worked", practices=["visits", "calls"], inferred=["practices.calls"]
    )
    assert programme_evidence(known(p=programme))["p"].inferred_practices == ("calls",)
