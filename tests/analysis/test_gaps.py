"""What an area could take up, and from whom it could learn."""

from __future__ import annotations

from generator.analysis.insights.gaps import (
    AdoptionGap,
    adoption_gaps,
    buddies_for,
    gaps_from_level,
    plan_helpers,
    practices_by_level,
)
from tests.analysis.conftest import File, Known, adoption, measure, prototype


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
        AdoptionGap("brook", "visits", "data", ("a",), unknown=False, unnamed=0),
    )


def test_an_area_that_may_be_one_of_those_not_named_is_in_doubt(known: Known) -> None:
    index = known(p=proven(), b=adoption(area="vale", source="isle", unnamed_adopters=2))
    assert adoption_gaps(index)["brook"] == (
        AdoptionGap("brook", "visits", "data", (), unknown=True, unnamed=2),
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
    assert buddies_for(index, "visits", "vale") == ("ashby",)


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


def test_the_data_names_practices_by_level(known: Known) -> None:
    index = known(p=proven())
    assert practices_by_level(adoption_gaps(index))["dale"] == {"data": ("visits",)}
    assert practices_by_level(adoption_gaps(index))["ashby"] == {}
