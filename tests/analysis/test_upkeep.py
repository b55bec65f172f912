"""What should be looked at again, and why."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.insights.upkeep import review_reasons, review_reasons_on
from tests.analysis.conftest import Known, adoption, prototype

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({}, {"never-reviewed"}),
        ({"reviewed_on": "2026-01"}, set()),
        ({"reviewed_on": "2024-11-24"}, set()),
        ({"reviewed_on": "2024-11-23"}, {"stale"}),
        ({"reviewed_on": "2024"}, set()),
        ({"reviewed_on": "2026-01", "review_due": "2026-11-23"}, {"due"}),
        ({"reviewed_on": "2026-01", "review_due": "2026-11-24"}, set()),
        ({"reviewed_on": "2026-01", "review_due": "2026-11"}, set()),
        ({"reviewed_on": "2026-01", "next_review": "2026-10"}, {"due"}),
        ({"reviewed_on": "2023/24"}, {"stale"}),
        ({"reviewed_on": "about 2024"}, set()),
        ({"reviewed_on": "2026-01", "review_due": "2025/26"}, {"due"}),
        ({"reviewed_on": "2026-01", "review_due": "2026/27"}, set()),
    ],
)
def test_dates_are_held_to_what_they_surely_mean(
    fields: dict[str, str], reasons: set[str], known: Known
) -> None:
    review_of = {one.record: one for one in review_reasons_on(known(p=prototype(**fields)), DAY)}
    given = set(review_of["p"].reasons) - {"thin"} if "p" in review_of else set()
    assert given == reasons


def test_an_adoption_waits_for_the_adopter(known: Known) -> None:
    index = known(a=adoption(), b=adoption(confirmed_by="council"))
    reasons_of = {one.record: one.reasons for one in review_reasons_on(index, DAY)}
    assert "unconfirmed" in reasons_of["a"]
    assert "unconfirmed" not in reasons_of["b"]


def test_without_a_clock_today_is_the_newest_review(known: Known) -> None:
    old = prototype(reviewed_on="2020-01-01")
    assert not any("stale" in one.reasons for one in review_reasons(known(p=old)))
    index = known(p=old, q=prototype(reviewed_on="2026-01-01"))
    assert {one.record for one in review_reasons(index) if "stale" in one.reasons} == {"p"}


def test_those_with_most_reasons_come_first_and_say_what_to_add(known: Known) -> None:
    index = known(p=prototype(reviewed_on="2026-01", review_due="2026-02"), q=prototype())
    counts = [len(one.reasons) for one in review_reasons_on(index, DAY)]
    assert counts == sorted(counts, reverse=True)
    assert all(one.next for one in review_reasons_on(index, DAY))
