"""Records linked to a record."""

from __future__ import annotations

from generator.analysis.insights.neighbourhood import neighbourhood, relation_counts
from tests.analysis.conftest import Known, area, prototype


def test_each_neighbour_once_by_kind_and_then_by_id(known: Known) -> None:
    index = known(p=prototype(note="In [[ashby]]."), q=prototype(areas=["brook"]))
    neighbours = neighbourhood(index, "visits")
    assert [(one.record, one.kind, one.relation) for one in neighbours.neighbours] == [
        ("p", "prototype", "uses"),
        ("q", "prototype", "uses"),
    ]
    assert [one.record for one in neighbourhood(index, "p").neighbours] == ["ashby", "visits"]
    assert neighbours.more == 0


def test_the_arrow_runs_out_or_in(known: Known) -> None:
    index = known(p=prototype())
    assert [one.outwards for one in neighbourhood(index, "visits").neighbours] == [False]
    assert {one.outwards for one in neighbourhood(index, "p").neighbours} == {True}


def test_at_most_so_many_and_the_rest_are_counted(known: Known) -> None:
    index = known(**{f"p{number:02}": prototype() for number in range(30)})
    neighbours = neighbourhood(index, "visits")
    assert (len(neighbours.neighbours), neighbours.more) == (12, 18)
    assert [one.record for one in neighbourhood(index, "visits", most=2).neighbours] == [
        "p00",
        "p01",
    ]


def test_those_with_most_relations_are_kept(known: Known) -> None:
    index = known(p=prototype(), q=prototype(areas=["ashby", "brook"]), r=prototype())
    assert relation_counts(index)["q"] == 3
    assert [one.record for one in neighbourhood(index, "visits", most=1).neighbours] == ["q"]


def test_a_record_is_not_its_own_neighbour(known: Known) -> None:
    index = known(isle=area("isle"))
    assert neighbourhood(index, "isle").neighbours == ()


def test_a_record_on_its_own_has_none(known: Known) -> None:
    neighbours = neighbourhood(known(), "isle")
    assert (neighbours.centre, neighbours.neighbours, neighbours.more) == ("isle", (), 0)
