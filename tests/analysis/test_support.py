"""Support sought and offered, and whether they meet."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.insights.learning_support import support_matches
from tests.analysis.conftest import Known, group, prototype, resource


@pytest.mark.parametrize(
    ("sought", "offered", "meets"),
    [
        ({"about": ["visits"]}, {"about": ["visits"]}, True),
        ({"about": ["visits", "ashby"]}, {"about": ["ashby"]}, True),
        ({"about": ["p"]}, {"about": ["p"]}, True),
        ({}, {}, True),
        ({"about": ["visits"]}, {"about": ["calls"]}, False),
        ({"about": ["visits"]}, {}, False),
        ({}, {"about": ["visits"]}, False),
        ({"type": "mentoring"}, {"type": "coaching"}, False),
        ({}, {"availability": "planned"}, False),
        ({}, {"availability": "past"}, False),
    ],
)
def test_an_offer_meets_a_request_of_its_type_about_the_same(
    sought: dict[str, Any], offered: dict[str, Any], meets: bool, known: Known
) -> None:
    index = known(
        p=prototype(),
        r=resource(**{**sought, "availability": "sought"}),
        s=resource(**offered),
    )
    matches = support_matches(index)
    assert [one.offers for one in matches.sought] == [("s",) if meets else ()]
    assert matches.matched == int(meets)


def test_what_is_read_is_no_help_that_someone_gives(known: Known) -> None:
    index = known(
        r1=resource(type="paper"),
        r2=resource(type="video", availability="planned"),
        r3=resource(type="workshop", availability="planned"),
        r4=resource(type="champion"),
    )
    matches = support_matches(index)
    assert (matches.offered, matches.planned) == (("r4",), ("r3",))


def test_a_request_says_by_whom_and_of_whom(known: Known) -> None:
    asked = {"sought_by": ["ashby", "team"], "provider": ["council"], "availability": "sought"}
    [request] = support_matches(known(team=group(), r=resource(**asked))).sought
    assert (request.by, request.asked_of, request.offers) == (("ashby", "team"), ("council",), ())


def test_matched_counts_requests_and_not_offers(known: Known) -> None:
    index = known(r=resource(availability="sought"), s=resource(), t=resource())
    assert support_matches(index).matched == 1
