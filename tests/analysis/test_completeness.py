"""How complete a record is, and what to add next."""

from __future__ import annotations

from typing import Any

from generator.analysis.insights.completeness import Completeness, completeness
from tests.analysis.conftest import Known, measure, partner, prototype, record

FULL: dict[str, Any] = {
    "summary": "S", "started": "2020", "population": "all", "starting_point": "bad",
    "outcomes_aimed": ["days"], "verdict_basis": "counted", "sponsor": "a director",
    "team": "three nurses", "partners": [{"partner": "council", "role": "lead"}],
    "co_production": {"who": "people"}, "sources": [{"resource": "book", "section": "all"}],
    "modifications": [{"what": "shorter"}],
    "description": dict.fromkeys(
        ["why", "what", "who", "how", "where", "when", "tailoring", "fidelity_planned"], "x"
    ),
    "lessons": {"worked": ["x"], "not_worked": ["y"]},
}  # fmt: skip


def test_the_first_screen_comes_first_then_the_order_of_the_model(known: Known) -> None:
    steps = ["summary", "started", "population"]
    files = {
        f"p{number}": prototype(**{name: FULL[name] for name in ["sources", *steps[:number]]})
        for number in range(4)
    }
    states = completeness(known(**files))
    assert [states[one].next for one in files] == [*steps, "verdict_basis"]
    assert [states[one].filled - states["p0"].filled for one in files] == [0, 1, 2, 3]


def test_a_field_inside_another_is_written_with_a_dot(known: Known) -> None:
    lessons = {**FULL, "lessons": {"worked": ["x"]}}
    part = {**FULL, "description": {**FULL["description"], "who": None}}
    states = completeness(known(p=prototype(**lessons), q=prototype(**part)))
    assert (states["p"].next, states["q"].next) == ("lessons.not_worked", "description.who")


def test_nothing_is_next_when_all_is_there(known: Known) -> None:
    state = completeness(known(p=prototype(**FULL)))["p"]
    assert (state.next, state.filled) == (None, state.asked)


def test_every_record_has_an_answer(known: Known) -> None:
    index = known(trust=partner(summary="S", serves=["ashby"], sources=FULL["sources"]))
    states = completeness(index)
    assert set(states) == set(index.catalogue.records)
    assert states["trust"] == Completeness(filled=3, asked=3, next=None)
    assert states["council"] == Completeness(filled=0, asked=3, next="summary")


def test_no_field_is_filled_by_chance(known: Known) -> None:
    index = known(p=record("prototypes", title="T", areas=["ashby"]))
    assert completeness(index)["p"].filled == 0


def test_nobody_is_asked_for_what_they_cannot_write(known: Known) -> None:
    """A measure is written inside another record, where it has no summary."""
    measured = measure("m", period="2020", baseline={"value": "1"}, sources=FULL["sources"])
    index = known(p=prototype(measures=[measured]))
    assert completeness(index)["m"].next is None


def test_where_something_comes_from_is_asked_for_last(known: Known) -> None:
    """As on the page and in the form: after what the record is about."""
    index = known(p=prototype(summary="S", started="2020", population="all"))
    assert completeness(index)["p"].next == "verdict_basis"
