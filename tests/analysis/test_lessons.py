"""What was learnt, both ways, and when it will be looked at again."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.lessons import lesson_counts, review_schedule
from tests.analysis.conftest import Known, area, measure, prototype


def learnt(worked: int = 0, not_worked: int = 0) -> dict[str, Any]:
    return {"lessons": {"worked": ["x"] * worked, "not_worked": ["y"] * not_worked}}


def test_lessons_both_ways_at_every_stage(known: Known) -> None:
    counts = lesson_counts(
        known(
            p=prototype(stage="idea", **learnt(worked=2)),
            q=prototype(stage="testing", **learnt(worked=1, not_worked=1)),
            r=prototype(),
        )
    )
    assert (counts.worked, counts.not_worked) == (("p", "q"), ("q",))
    assert (counts.lessons_worked, counts.lessons_not_worked) == (3, 1)


def test_what_worked_stands_by_its_evidence(known: Known) -> None:
    counts = lesson_counts(
        known(
            p=prototype(verdict="worked"),
            q=prototype(verdict="worked", measures=[measure("a", evidence_level="account")]),
            r=prototype(verdict="worked", measures=[measure("b", evidence_level="scaled")]),
            s=prototype(verdict="worked", measures=[measure("c", nature="target")]),
            t=prototype(verdict="too-early", measures=[measure("d")]),
        )
    )
    assert counts.succeeded == ("r", "q", "p", "s")


def test_what_did_not_work_is_listed_as_openly(known: Known) -> None:
    counts = lesson_counts(
        known(
            p=prototype(verdict="not-worked", **learnt(not_worked=1)),
            q=prototype(verdict="worked-in-part"),
            r=prototype(stage="stopped", **learnt(not_worked=1)),
            s=prototype(verdict="too-early"),
            t=prototype(verdict="worked"),
        )
    )
    assert (counts.failed, counts.succeeded) == (("p", "q", "r"), ("t",))


@pytest.mark.parametrize(
    ("due", "newest", "overdue"),
    [
        ("2019", "2020-01-01", True),
        ("2020-01", "2020-02", True),
        ("2020-01-31", "2020-02-01", True),
        ("2020-02-01", "2020-02-01", False),
        ("2020", "2020-06", False),
        ("2020-06", "2020", False),
        ("2021", "2020", False),
        ("2000", None, False),
    ],
)
def test_overdue_by_the_newest_review_in_the_records(
    due: str, newest: str | None, overdue: bool, known: Known
) -> None:
    index = known(p=prototype(next_review=due), isle=area(reviewed_on=newest))
    assert review_schedule(index).overdue == (("p",) if overdue else ())


def test_a_note_of_reflection_is_a_review_too(known: Known) -> None:
    notes = [{"date": "2024-05", "role": "a nurse", "note": "N"}]
    schedule = review_schedule(known(p=prototype(next_review="2020"), q=prototype(reviews=notes)))
    assert (schedule.overdue, schedule.reflected, schedule.none) == (("p",), ("q",), ("q",))


def test_the_review_of_the_record_counts_where_the_prototype_has_none(known: Known) -> None:
    index = known(
        p=prototype(review_due="2019"),
        q=prototype(review_due="2019", next_review="2030"),
        isle=area(reviewed_on="2020"),
    )
    schedule = review_schedule(index)
    assert (schedule.overdue, schedule.none) == (("p",), ())


def test_the_clock_is_not_asked(known: Known) -> None:
    """However long ago it was due: without a later date in the records it is not overdue."""
    assert review_schedule(known(p=prototype(next_review="1999"))).overdue == ()


def test_each_verdict_says_who_gave_it(known: Known) -> None:
    index = known(
        p=prototype(verdict="worked", judged_by="those-involved"),
        q=prototype(verdict="worked-in-part", inferred=["verdict"]),
        r=prototype(verdict="worked"),
        s=prototype(verdict="too-early", judged_by="independent"),
    )
    assert lesson_counts(index).judges == {"p": "those-involved", "q": "academy", "r": None}
