"""Work that worked, failed, ended or was stopped: what counts as use, and what as evidence."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.assurance import assurance
from generator.analysis.insights.common_ground import shared_practices
from generator.analysis.insights.evidence import practice_evidence
from generator.analysis.insights.gaps import adoption_gaps, buddies_for
from generator.analysis.insights.practice_reach import practice_reach
from generator.analysis.insights.practice_status import adoption_grid
from tests.analysis.conftest import Known, measure, prototype

WORKED = {"verdict": "worked", "verdict_basis": "S"}
LESSON = {"lessons": {"not_worked": ["x"]}}
IN_PRACTICE: dict[str, dict[str, Any]] = {
    "testing": {"stage": "testing"},
    "live": {"stage": "live"},
    "completed and worked": {"stage": "completed", **WORKED},
    "live and worked in part": {"stage": "live", "verdict": "worked-in-part", "verdict_basis": "S"},
}
OVER: dict[str, dict[str, Any]] = {
    "completed and failed": {"stage": "completed", "verdict": "not-worked", **LESSON},
    "live but failed": {"stage": "live", "verdict": "not-worked", **LESSON},
    "completed and ended": {"stage": "completed", "ended": 2020, **WORKED},
    "live and ended": {"stage": "live", "ended": 2020},
    "stopped": {"stage": "stopped", **LESSON},
}
PLANNED: dict[str, dict[str, Any]] = {
    stage: {"stage": stage} for stage in ("idea", "proposed", "agreed", "designing", "procuring")
}


def index_of(known: Known, fields: dict[str, Any]) -> AdoptionIndex:
    """Ashby has this work with a result; elsewhere, on the isle, the practice has worked."""
    return known(
        p=prototype(**fields, measures=[measure("m")]),
        q=prototype(areas=["isle"], measures=[measure("n")], **WORKED),
    )


def cases(groups: dict[str, dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fields", groups.values(), ids=groups.keys())


@cases(IN_PRACTICE)
def test_work_in_practice_counts_as_use_in_every_answer(
    fields: dict[str, Any], known: Known
) -> None:
    index = index_of(known, fields)
    assert adoption_grid(index).standings["ashby", "visits"].practised == "yes"
    assert practice_reach(index)["visits"].areas == ("ashby", "isle")
    assert buddies_for(index, "visits", "brook") == ("ashby", "isle")
    assert [row.in_practice for row in shared_practices(index)] == [("ashby", "isle")]
    assert assurance(index)["ashby"].here == ("p",)
    assert adoption_gaps(index)["ashby"] == ()


@cases(OVER)
def test_work_that_is_over_is_history_in_every_answer(fields: dict[str, Any], known: Known) -> None:
    index = index_of(known, fields)
    status = adoption_grid(index).standings["ashby", "visits"]
    assert status.practised == "no"
    assert (*status.halted, *status.ended) == ("p",)
    assert practice_reach(index)["visits"].areas == ("isle",)
    assert buddies_for(index, "visits", "brook") == ("isle",)
    assert shared_practices(index) == ()
    assert assurance(index)["ashby"].here == ()
    # what the area has been through is no gap that it should fill
    assert adoption_gaps(index)["ashby"] == ()


@cases(IN_PRACTICE | OVER)
def test_its_results_are_evidence_whatever_became_of_it(
    fields: dict[str, Any], known: Known
) -> None:
    index = index_of(known, fields)
    assert [result.id for result in index.results_using("visits")] == ["m", "n"]
    # only work that was judged to have worked speaks for the practice
    judged = ("m", "n") if fields.get("verdict") == "worked" else ("n",)
    assert practice_evidence(index)["visits"].measures == judged


@cases(PLANNED)
def test_a_plan_is_neither_use_nor_history(fields: dict[str, Any], known: Known) -> None:
    index = index_of(known, fields)
    status = adoption_grid(index).standings.get(("ashby", "visits"))
    assert status is None
    assert buddies_for(index, "visits", "brook") == ("isle",)
    assert assurance(index)["ashby"].coming == ("p",)


def test_work_stopped_in_part_of_an_area_leaves_the_rest_in_practice(known: Known) -> None:
    stopped = prototype(areas=["ashby"], stage="stopped", **LESSON)
    index = known(p=stopped, q=prototype(areas=["vale"]))
    standings = adoption_grid(index).standings
    assert standings["vale", "visits"].practised == "yes"
    assert standings["brook", "visits"].practised == "yes"
    assert standings["ashby", "visits"].halted == ("p",)
    assert practice_reach(index)["visits"].areas == ("vale",)
