"""What gets in the way, where, and who has got past it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.barriers import barrier_histories, barriers_of
from tests.analysis.conftest import Known, area, barrier, prototype, resource


def met(area: str, status: str = "expected", **more: Any) -> dict[str, Any]:
    return {"area": area, "status": status, **more}


def solved(area: str, *practices: str) -> dict[str, Any]:
    return met(area, "worked-through", resolved_by=practices)


@pytest.mark.parametrize(
    ("occurrences", "recurring", "elsewhere"),
    [
        ([met("ashby")], False, False),
        ([met("ashby"), met("ashby", "unresolved")], False, False),
        ([met("ashby"), met("brook")], True, False),
        ([solved("ashby")], False, False),
        ([solved("ashby"), solved("brook")], True, False),
        ([solved("ashby"), met("brook", "expected")], True, True),
        ([solved("ashby"), met("brook", "unresolved")], True, True),
        ([solved("ashby"), met("ashby", "unresolved")], False, False),
        ([solved("ashby"), solved("brook"), met("brook")], True, False),
        ([solved("ashby"), met("ashby"), met("brook")], True, True),
    ],
)
def test_recurring_and_answered_elsewhere(
    occurrences: list[dict[str, Any]], recurring: bool, elsewhere: bool, known: Known
) -> None:
    [history] = barrier_histories(known(h=barrier(*occurrences)))
    assert (history.recurring, history.elsewhere) == (recurring, elsewhere)


@pytest.mark.parametrize("status", ["expected", "ongoing", "unresolved", "planned-for"])
def test_what_is_not_worked_through_still_stands(status: str, known: Known) -> None:
    [history] = barrier_histories(known(h=barrier(met("ashby", status), solved("brook", "visits"))))
    assert [one.status for one in history.waiting] == [status]
    assert [one.practices for one in history.answered] == [("visits",)]


def test_what_is_said_of_each_place(known: Known) -> None:
    occurrence = met("ashby", prototype="p", how="By talking.", needs=["r", "council"])
    [history] = barrier_histories(known(h=barrier(occurrence), p=prototype(), r=resource()))
    [waiting] = history.waiting
    assert (waiting.area, waiting.prototype, waiting.how) == ("ashby", "p", "By talking.")
    assert (waiting.needs, waiting.practices) == (("r", "council"), ())


def test_answered_elsewhere_comes_first_then_recurring(known: Known) -> None:
    index = known(
        h1=barrier(met("ashby")),
        h2=barrier(met("ashby"), met("brook"), level="national"),
        h3=barrier(met("ashby"), solved("brook"), level="local"),
    )
    histories = barrier_histories(index)
    assert [one.barrier for one in histories] == ["h3", "h2", "h1"]
    assert [one.national for one in histories] == [False, True, False]


def test_help_is_offered_to_an_area_and_those_around_and_inside_it(known: Known) -> None:
    index = known(
        h1=barrier(met("brook")),
        h2=barrier(met("vale"), solved("ashby", "visits"), solved("isle", "calls")),
        h3=barrier(met("isle"), solved("dale")),
    )
    by_area = {area: barriers_of(index, area) for area in ("brook", "north", "land")}
    assert [one.barrier for one in by_area["brook"]] == ["h2", "h1"]  # the answered ones first
    assert [one.barrier for one in by_area["north"]] == [
        "h2",
        "h1",
        "h3",
    ]  # what is solved comes last
    assert [one.area for one in by_area["brook"][0].answers] == ["ashby", "isle"]
    assert by_area["brook"][1].answers == ()


def test_an_answer_in_the_same_area_is_not_from_elsewhere(known: Known) -> None:
    index = known(h=barrier(met("ashby"), solved("ashby", "visits")))
    assert [(one.solved, one.answers) for one in barriers_of(index, "ashby")] == [(False, ())]


def test_what_was_solved_here_is_counted_too_and_comes_last(known: Known) -> None:
    index = known(h1=barrier(solved("ashby", "visits")), h2=barrier(met("ashby")))
    barriers = barriers_of(index, "ashby")
    assert [(one.barrier, one.solved) for one in barriers] == [("h2", False), ("h1", True)]


def test_a_barrier_is_counted_once_however_often_it_was_met(known: Known) -> None:
    index = known(h=barrier(met("ashby"), met("brook", "unresolved"), met("vale")))
    assert [len(barriers_of(index, area)) for area in ("ashby", "vale", "land")] == [1, 1, 1]


def test_of_places_equally_near_the_one_where_it_still_stands_counts(known: Known) -> None:
    both = area("dale", "isle")
    index = known(brook=both, h=barrier(solved("isle", "visits"), met("north", "ongoing")))
    assert [one.solved for one in barriers_of(index, "brook")] == [False]


def test_the_nearest_place_says_how_a_barrier_stands(known: Known) -> None:
    index = known(h=barrier(met("vale", "unresolved"), solved("ashby", "visits")))
    assert [one.solved for one in barriers_of(index, "ashby")] == [True]
    assert [one.solved for one in barriers_of(index, "brook")] == [False]
    assert [one.here.area for one in barriers_of(index, "brook")] == ["vale"]
