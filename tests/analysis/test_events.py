"""Which of the measures that a practice expects are there."""

from __future__ import annotations

from generator.analysis.insights.expected_measures import expected_measures
from tests.analysis.conftest import Known, measure, outcome, practice, prototype

EVENT = practice(expects=["days", "sleep", "cost"])


def test_given_and_missing_stand_in_the_order_of_the_practice(known: Known) -> None:
    index = known(
        sleep=outcome(),
        visits=EVENT,
        p=prototype(measures=[measure("a", outcome="cost"), measure("b"), measure("c")]),
        q=prototype(),
    )
    assert [(one.prototype, one.given, one.missing) for one in expected_measures(index)] == [
        ("p", ("days", "cost"), ("sleep",)),
        ("q", (), ("days", "sleep", "cost")),
    ]


def test_a_target_is_not_a_measure_of_what_happened(known: Known) -> None:
    index = known(
        sleep=outcome(), visits=EVENT, p=prototype(measures=[measure("a", nature="target")])
    )
    assert [one.given for one in expected_measures(index)] == [()]


def test_a_result_in_words_is_given(known: Known) -> None:
    in_words = measure("a", value=None, evidence_level="account")
    index = known(sleep=outcome(), visits=EVENT, p=prototype(measures=[in_words]))
    assert [one.given for one in expected_measures(index)] == [("days",)]


def test_nothing_is_expected_before_it_is_in_practice(known: Known) -> None:
    index = known(sleep=outcome(), visits=EVENT, p=prototype(stage="designing"))
    assert expected_measures(index) == ()


def test_a_practice_that_expects_nothing_is_left_out(known: Known) -> None:
    assert expected_measures(known(p=prototype())) == ()
