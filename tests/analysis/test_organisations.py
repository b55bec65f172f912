"""What an organisation adopts, and what is learnt from an organisation, a document or in words."""

from __future__ import annotations

import pytest

from generator.analysis.insights.assurance import assurance
from generator.analysis.insights.common_ground import shared_practices
from generator.analysis.insights.gaps import buddies_for, plan_helpers
from generator.analysis.insights.halted import halted_work
from generator.analysis.insights.learning import learning_network, other_sources
from generator.analysis.insights.practice_reach import practice_reach
from generator.analysis.insights.practice_status import adoption_grid
from tests.analysis.conftest import File, Known, adoption, partner, prototype, record, resource

CLINIC = partner(serves=["ashby", "brook"])
REASON = [{"status": "stopped", "reason": "No staff."}]


def by_clinic(status: str = "in-place", **more: object) -> File:
    """The clinic, which serves Ashby and Brook, adopts visits from the isle."""
    fields = {"practice": "visits", "status": status, "learnt_from": [{"area": "isle"}], **more}
    return record("registry/adoptions", partner="clinic", **fields)


@pytest.mark.parametrize(
    ("area", "practised"),
    [("ashby", "yes"), ("brook", "yes"), ("vale", "part"), ("dale", None), ("isle", None)],
)
def test_it_counts_for_the_areas_that_the_organisation_serves(
    area: str, practised: str | None, known: Known
) -> None:
    standings = adoption_grid(known(clinic=CLINIC, a=by_clinic())).standings
    status = standings.get((area, "visits"))
    assert (status.practised if status else None) == practised


def test_it_does_not_count_for_each_place_inside_those_areas(known: Known) -> None:
    national = partner(serves=["land"])
    standings = adoption_grid(known(clinic=national, a=by_clinic())).standings
    assert standings["land", "visits"].practised == "yes"
    assert ("ashby", "visits") not in standings


def test_one_organisation_that_stops_does_not_end_the_practice_in_its_area(known: Known) -> None:
    stopped = by_clinic("stopped", history=REASON)
    index = known(clinic=CLINIC, a=stopped, p=prototype(areas=["vale"]))
    status = adoption_grid(index).standings["ashby", "visits"]
    assert (status.practised, status.halted) == ("yes", ("a",))
    assert [(work.record, work.areas, work.reason) for work in halted_work(index)] == [
        ("a", ("ashby", "brook"), "No staff.")
    ]


def test_the_areas_that_it_serves_have_learnt_and_can_help(known: Known) -> None:
    index = known(clinic=CLINIC, a=by_clinic())
    lines = [(line.source, line.adopter) for line in learning_network(index).lessons]
    assert lines == [("isle", "ashby"), ("isle", "brook")]
    assert practice_reach(index)["visits"].areas == ("ashby", "brook")
    assert buddies_for(index, "visits", "dale") == ("ashby", "brook")
    assert assurance(index)["ashby"].taken == ("a",)


def test_a_plan_of_an_organisation_finds_helpers_and_is_shared(known: Known) -> None:
    index = known(clinic=CLINIC, a=by_clinic("intended"), p=prototype(areas=["isle"]))
    helpers = [(plan.area, plan.buddies) for plan in plan_helpers(index)]
    assert helpers == [("ashby", ("isle",)), ("brook", ("isle",))]
    assert [row.planned for row in shared_practices(index)] == [("ashby", "brook")]


def test_an_organisation_that_serves_no_area_counts_for_the_practice_alone(known: Known) -> None:
    index = known(clinic=partner(), a=by_clinic())
    assert practice_reach(index)["visits"].actual == ("a",)
    assert learning_network(index).lessons == ()


def test_a_source_that_is_no_area_is_listed_apart(known: Known) -> None:
    sources = [{"partner": "trust"}, {"resource": "guide"}, {"described": "A national course"}]
    index = known(guide=resource(), a=adoption(learnt_from=sources))
    assert [(item.adopter, item.source, item.described) for item in other_sources(index)] == [
        ("brook", "trust", None),
        ("brook", "guide", None),
        ("brook", None, "A national course"),
    ]
    assert learning_network(index).lessons == ()
    assert assurance(index)["brook"].taken == ("a",)


def test_spread_within_one_organisation_is_not_learnt_from_others(known: Known) -> None:
    index = known(clinic=CLINIC, a=by_clinic(learnt_from=[{"partner": "clinic"}]))
    assert other_sources(index) == ()
    assert assurance(index)["ashby"].taken == ()
    assert index.catalogue.title("a").endswith(": P, spread within the organisation")
