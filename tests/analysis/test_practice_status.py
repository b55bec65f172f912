"""Where each practice stands in each area, and how far it has come."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.practice_reach import adoption_counts, practice_reach
from generator.analysis.insights.practice_status import (
    PracticeStatus,
    adoption_grid,
    statuses_by_area,
)
from tests.analysis.conftest import File, Known, adoption, area, prototype
from tests.analysis.looking_up import practice_use

REASON: dict[str, Any] = {"history": [{"status": "paused", "reason": "x"}]}


def stopped(**more: Any) -> File:
    return prototype(stage="stopped", lessons={"not_worked": ["x"]}, **more)


def two(**more: Any) -> File:
    """Two areas in the vale, not named, have taken up visits."""
    return adoption(area="vale", source="isle", unnamed_adopters=2, **more)


@pytest.mark.parametrize(
    ("where", "asked", "answer"),
    [
        ("ashby", "ashby", "yes"),
        ("vale", "ashby", "yes"),
        ("north", "ashby", "yes"),
        ("land", "ashby", "yes"),
        ("ashby", "brook", "no"),
        ("ashby", "vale", "part"),
        ("ashby", "land", "part"),
        ("isle", "ashby", "no"),
    ],
)
def test_the_wider_area_counts_for_those_inside_and_they_only_in_part_for_it(
    where: str, asked: str, answer: str, known: Known
) -> None:
    assert practice_use(known(p=prototype(areas=[where])), asked, "visits") == answer
    assert practice_use(known(p=adoption(area=where, source="isle")), asked, "visits") == answer


def test_an_area_that_lies_in_two_has_what_either_has(known: Known) -> None:
    index = known(
        brook=area("vale", "isle"), p=prototype(areas=["isle"]), q=prototype(practices=["calls"])
    )
    assert practice_use(index, "brook", "visits") == "yes"
    assert practice_use(index, "brook", "calls") == "no"


@pytest.mark.parametrize(
    ("stage", "answer"),
    [
        ("idea", "no"),
        ("proposed", "no"),
        ("agreed", "no"),
        ("designing", "no"),
        ("procuring", "no"),
        ("testing", "yes"),
        ("live", "yes"),
        ("completed", "yes"),
    ],
)
def test_only_prototypes_in_practice_count(stage: str, answer: str, known: Known) -> None:
    assert practice_use(known(p=prototype(stage=stage)), "ashby", "visits") == answer


def test_a_stopped_prototype_does_not_count(known: Known) -> None:
    assert practice_use(known(p=stopped()), "ashby", "visits") == "no"


@pytest.mark.parametrize(
    ("status", "answer", "planned"),
    [
        ("interested", "no", True),
        ("intended", "no", True),
        ("begun", "yes", False),
        ("in-place", "yes", False),
        ("paused", "no", False),
        ("stopped", "no", False),
        ("declined", "no", False),
    ],
)
def test_only_actual_adoptions_count_and_plans_are_told_apart(
    status: str, answer: str, planned: bool, known: Known
) -> None:
    index = known(a=adoption(status=status, **REASON))
    standing = adoption_grid(index).standings["brook", "visits"]
    assert (standing.practised, standing.planned, standing.status) == (answer, planned, status)


@pytest.mark.parametrize("asked", ["vale", "ashby", "brook"])
def test_unnamed_adopters_may_be_any_area_inside_and_the_area_itself(
    asked: str, known: Known
) -> None:
    standing = adoption_grid(known(a=two())).standings[asked, "visits"]
    assert (standing.practised, standing.unnamed) == ("unknown", 2)


@pytest.mark.parametrize(
    ("asked", "answer"), [("dale", "no"), ("isle", "no"), ("north", "part"), ("land", "part")]
)
def test_unnamed_adopters_are_in_part_of_wider_areas_and_nowhere_else(
    asked: str, answer: str, known: Known
) -> None:
    assert practice_use(known(a=two()), asked, "visits") == answer


def test_what_is_known_outweighs_what_is_not(known: Known) -> None:
    index = known(a=two(), p=prototype(), b=adoption(area="brook", status="begun"))
    assert [practice_use(index, one, "visits") for one in ("ashby", "brook")] == ["yes", "yes"]
    assert practice_use(index, "vale", "visits") == "unknown"


def test_a_plan_and_an_unknown_are_both_kept(known: Known) -> None:
    index = known(a=two(), b=adoption(status="intended"))
    standing = adoption_grid(index).standings["brook", "visits"]
    assert standing == PracticeStatus(
        area="brook",
        practice="visits",
        practised="unknown",
        adoptions=("a",),
        plans=("b",),
        unnamed=2,
        status="intended",
    )


def test_unnamed_plans_are_no_unknown_practice(known: Known) -> None:
    assert practice_use(known(a=two(status="intended")), "ashby", "visits") == "no"


def test_the_furthest_adoption_is_shown_with_the_fidelity_that_is_stated(known: Known) -> None:
    index = known(
        a=adoption(status="interested"),
        b=adoption(status="begun", fidelity_actual="adapted"),
        c=adoption(status="stopped", fidelity_actual="faithful", **REASON),
    )
    standing = adoption_grid(index).standings["brook", "visits"]
    assert (standing.status, standing.fidelity) == ("begun", "adapted")


def test_an_adoption_that_names_no_practice_says_nothing_of_any(known: Known) -> None:
    assert adoption_grid(known(a=adoption(practice=None))).standings == {}


def test_the_grid_has_every_area_and_the_practices_of_which_something_is_known(
    known: Known,
) -> None:
    grid = adoption_grid(known(p=prototype()))
    assert grid.areas == ("ashby", "brook", "dale", "isle", "land", "north", "vale")
    assert grid.practices == ("visits",)
    assert [one.practice for one in grid.of_area("ashby")] == ["visits"]
    assert [one.area for one in grid.of_practice("visits")] == ["ashby", "land", "north", "vale"]
    rows = {where: list(row) for where, row in statuses_by_area(grid).items()}
    assert rows == {key: ["visits"] for key in ("ashby", "land", "north", "vale")}


def halted(where: str, status: str = "stopped") -> File:
    history = [{"status": "begun"}, {"status": status, "reason": "x"}]
    return adoption(area=where, source="isle", status=status, history=history)


@pytest.mark.parametrize("status", ["paused", "stopped", "declined"])
def test_an_area_that_halted_it_does_not_have_what_a_wider_area_has(
    status: str, known: Known
) -> None:
    index = known(p=prototype(areas=["north"]), a=halted("ashby", status))
    standing = adoption_grid(index).standings["ashby", "visits"]
    assert (standing.practised, standing.status, standing.halted) == ("no", status, ("a",))
    assert standing.prototypes == ()
    assert practice_use(index, "brook", "visits") == "yes"


def test_what_the_area_does_itself_outweighs_a_halt_in_a_wider_one(known: Known) -> None:
    index = known(p=prototype(), a=halted("vale"))
    assert [practice_use(index, one, "visits") for one in ("ashby", "brook")] == ["yes", "no"]


def test_a_refusal_counts_only_for_the_area_that_refused(known: Known) -> None:
    index = known(p=prototype(), a=halted("vale", "declined"))
    assert adoption_grid(index).standings["ashby", "visits"].halted == ()
    assert ("brook", "visits") not in adoption_grid(index).standings
    assert adoption_grid(index).standings["vale", "visits"].halted == ("a",)


def test_a_plan_is_no_statement_about_use(known: Known) -> None:
    index = known(p=prototype(areas=["vale"]), a=adoption(status="intended"))
    standing = adoption_grid(index).standings["brook", "visits"]
    assert (standing.practised, standing.planned, standing.status) == ("yes", True, "intended")


def test_a_stopped_trial_is_told_and_does_not_end_what_others_go_on_with(known: Known) -> None:
    index = known(p=stopped(), q=prototype(areas=["vale"]))
    standing = adoption_grid(index).standings["ashby", "visits"]
    assert (standing.practised, standing.halted) == ("yes", ("p",))


def test_a_wider_area_names_the_parts_of_it_that_have_it(known: Known) -> None:
    index = known(p=prototype(areas=["ashby", "dale"]))
    standings = adoption_grid(index).standings
    parts = {area: standings[area, "visits"].parts for area in ("vale", "north")}
    assert parts == {"vale": ("ashby",), "north": ("ashby", "dale")}


def test_areas_that_lie_in_each_other_do_not_hang(known: Known) -> None:
    index = known(vale=area("ashby"), ashby=area("vale"), p=prototype(areas=["vale"]))
    assert practice_use(index, "ashby", "visits") == "yes"


def test_how_far_a_practice_has_come(known: Known) -> None:
    reach = practice_reach(
        known(
            p=prototype(areas=["ashby", "dale"]),
            q=prototype(stage="idea", areas=["isle"]),
            a=adoption(),
            b=adoption(area="isle", status="intended"),
            c=adoption(area="isle", status="declined", **REASON),
            d=two(),
        )
    )["visits"]
    assert (reach.prototypes, reach.areas) == (("p",), ("ashby", "dale", "brook"))
    assert (reach.actual, reach.planned, reach.halted) == (("a", "d"), ("b",), ("c",))
    assert reach.unnamed == 2


def test_a_practice_that_nobody_uses_has_come_nowhere(known: Known) -> None:
    reach = practice_reach(known())["calls"]
    assert (reach.prototypes, reach.areas, reach.actual, reach.unnamed) == ((), (), (), 0)


def test_statuses_stand_in_their_order_and_those_of_none_are_left_out(known: Known) -> None:
    index = known(a=adoption(), b=adoption(status="interested"), c=adoption())
    assert list(adoption_counts(index).items()) == [("interested", 1), ("in-place", 2)]
