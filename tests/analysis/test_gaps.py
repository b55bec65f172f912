"""What an area could take up, and from whom it could learn."""

from __future__ import annotations

from generator.analysis.insights.gaps import (
    AdoptionGap,
    adoption_gaps,
    buddies_for,
    gaps_from_level,
    helpers_for,
    plan_helpers,
    programmes_by_level,
)
from tests.analysis.conftest import File, Known, adoption, area, measure, prototype


def proven(where: str = "ashby", level: str = "data") -> File:
    """Visits, shown to work."""
    results = [measure(f"{where}-m", evidence_level=level)]
    return prototype(areas=[where], verdict="worked", measures=results)


def test_a_gap_is_evidenced_elsewhere_and_not_practised_here(known: Known) -> None:
    index = known(p=proven(), q=prototype(areas=["dale"]))
    gaps = adoption_gaps(index)
    assert {where for where, rows in gaps.items() if rows} == {
        "brook", "isle", "land", "north", "vale",
    }  # fmt: skip
    assert gaps["ashby"] == gaps["dale"] == ()


def declined() -> File:
    return adoption(status="declined", history=[{"status": "declined", "reason": "x"}])


def test_no_evidence_no_gap(known: Known) -> None:
    assert not any(adoption_gaps(known(p=prototype())).values())


def test_gaps_at_a_level_or_above(known: Known) -> None:
    index = known(p=proven(level="compared"))
    assert [len(gaps_from_level(index, "dale", one)) for one in ("data", "compared", "scaled")] == [
        1,
        1,
        0,
    ]
    assert gaps_from_level(index, "nowhere", "data") == ()


def test_a_gap_has_its_level_plans_and_doubt(known: Known) -> None:
    index = known(
        p=proven(),
        a=adoption(status="intended"),
        b=adoption(area="vale", source="isle", unnamed_adopters=2),
        c=declined(),
    )
    assert adoption_gaps(index)["brook"] == (
        AdoptionGap("brook", "p", "data", ("visits",), adoptions=("a",)),
    )


def test_an_area_that_may_be_one_of_those_not_named_is_in_doubt(known: Known) -> None:
    index = known(p=proven(), b=adoption(area="vale", source="isle", unnamed_adopters=2))
    assert adoption_gaps(index)["brook"] == (
        AdoptionGap("brook", "p", "data", ("visits",), unknown=True, unnamed=2),
    )


def test_what_an_area_halted_is_no_gap(known: Known) -> None:
    halts = ("paused", "stopped", "declined")
    for status in halts:
        history = [{"status": status, "reason": "x"}]
        index = known(p=proven(), a=adoption(status=status, history=history))
        assert adoption_gaps(index)["brook"] == ()


def test_a_gap_names_the_parts_of_the_area_that_have_it_and_they_can_help(known: Known) -> None:
    index = known(p=proven())
    [gap] = adoption_gaps(index)["vale"]
    assert gap.parts == ("ashby",)
    assert helpers_for(index, "p", "vale") == ("ashby",)


def test_a_programme_is_offered_once_with_the_practices_that_are_not_in_use(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", practices=["visits", "calls"], measures=[measure("m")]),
        a=adoption(practice="calls"),
    )
    [gap] = adoption_gaps(index)["brook"]
    assert (gap.prototype, gap.practices, gap.in_use) == ("p", ("visits",), ("calls",))
    [gap] = adoption_gaps(index)["dale"]
    assert (gap.practices, gap.in_use) == (("visits", "calls"), ())


def test_a_practice_that_an_area_halted_is_not_offered_again_with_the_rest(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", practices=["visits", "calls"], measures=[measure("m")]),
        a=declined(),
    )
    [gap] = adoption_gaps(index)["brook"]
    assert (gap.practices, gap.halted) == (("calls",), ("visits",))


def test_a_programme_without_named_practices_is_offered_too(known: Known) -> None:
    index = known(p=prototype(verdict="worked", practices=[], measures=[measure("m")]))
    [gap] = adoption_gaps(index)["dale"]
    assert (gap.prototype, gap.practices) == ("p", ())


def test_a_country_or_an_area_around_the_place_is_not_offered_it(known: Known) -> None:
    index = known(vale=area("north", type="sub-region"), isle=area(type="country"), p=proven())
    offered = {where for where, gaps in adoption_gaps(index).items() if gaps}
    assert offered == {"land", "north", "dale", "brook"}


def test_a_wider_area_is_offered_what_a_wider_area_tried(known: Known) -> None:
    index = known(
        vale=area("north", type="sub-region"),
        isle=area(type="sub-region"),
        p=proven("isle"),
    )
    assert [gap.prototype for gap in adoption_gaps(index)["vale"]] == ["p"]


def test_those_who_have_the_programme_or_all_of_its_practices_can_help(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", practices=["visits", "calls"], measures=[measure("m")]),
        q=prototype(areas=["isle"], practices=["visits", "calls"]),
        r=prototype(areas=["dale"], practices=["calls"]),
    )
    assert helpers_for(index, "p", "brook") == ("ashby", "isle")


def test_the_plan_of_a_wider_area_is_a_plan_here(known: Known) -> None:
    index = known(p=proven(), a=adoption(area="north", status="interested"))
    assert [one.adoptions for one in adoption_gaps(index)["dale"]] == [("a",)]


def test_a_gap_without_unnamed_adopters_is_certain(known: Known) -> None:
    [gap] = adoption_gaps(known(p=proven()))["dale"]
    assert (gap.adoptions, gap.unknown, gap.unnamed) == ((), False, 0)


def test_buddies_are_nearest_first(known: Known) -> None:
    index = known(p=prototype(areas=["isle", "dale", "ashby"]))
    # brook shares the vale with ashby, the north with dale, nothing with the isle
    assert buddies_for(index, "visits", "brook") == ("ashby", "dale", "isle")


def test_equally_near_buddies_stand_by_their_ids(known: Known) -> None:
    index = known(p=prototype(areas=["brook", "ashby"]))
    assert buddies_for(index, "visits", "dale") == ("ashby", "brook")


def test_no_area_is_its_own_buddy_nor_that_of_one_inside_it(known: Known) -> None:
    index = known(p=prototype(areas=["north", "vale", "brook", "isle"]))
    assert buddies_for(index, "visits", "vale") == ("brook", "isle")


def test_an_actual_adopter_is_a_buddy_a_planned_or_unnamed_one_is_not(known: Known) -> None:
    index = known(
        a=adoption(area="ashby", source="isle", status="begun"),
        b=adoption(area="dale", source="isle", status="intended"),
        c=adoption(area="isle", source="ashby", unnamed_adopters=2),
    )
    assert buddies_for(index, "visits", "brook") == ("ashby",)


def test_buddies_for_each_planned_adoption(known: Known) -> None:
    index = known(
        p=prototype(),
        a=adoption(status="intended"),
        b=adoption(area="isle", status="interested", practice="calls"),
        c=adoption(area="isle", status="interested", practice=None),
        d=adoption(area="isle", status="begun"),
    )
    assert [(one.adoption, one.buddies) for one in plan_helpers(index)] == [
        ("a", ("ashby", "isle")),
        ("b", ()),
    ]


def test_the_data_names_programmes_by_level(known: Known) -> None:
    index = known(p=proven())
    assert programmes_by_level(adoption_gaps(index))["dale"] == {"data": ("p",)}
    assert programmes_by_level(adoption_gaps(index))["ashby"] == {}
