"""When records last changed, without a clock."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.insights.dates import built_on, last_change, newest_date
from generator.model.fields.types import PartialDate
from tests.analysis.conftest import Known, adoption, prototype


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, None),
        ({"reviewed_on": "2024-05-06"}, "2024-05-06"),
        ({"started": "2019", "reviewed_on": "2018-12"}, "2019"),
        ({"review_due": "2030", "next_review": "2031"}, None),
        ({"started": "2020", "reviewed_on": "2020-01-01"}, "2020-01-01"),
        ({"reviews": [{"date": "2021-02", "role": "a manager", "note": "x"}]}, "2021-02"),
    ],
)
def test_the_newest_day_of_what_happened(
    fields: dict[str, object], day: str | None, known: Known
) -> None:
    newest = last_change(known(p=prototype(**fields)).prototype("p"))
    assert (str(newest) if newest else None) == day


def test_the_newest_of_all_records(known: Known) -> None:
    index = known(p=prototype(started="2019"), a=adoption(confirmed_on="2022-03"))
    assert newest_date(index) == PartialDate(2022, 3)
    assert built_on(index, {}) == date(2022, 3, 1)


def test_without_any_day_it_is_the_first_that_archives_can_hold(known: Known) -> None:
    assert built_on(known(p=prototype()), {}) == date(1980, 1, 1)


def test_the_environment_comes_first(known: Known) -> None:
    index = known(p=prototype(started="2019"))
    assert built_on(index, {"SOURCE_DATE_EPOCH": "1700000000"}) == date(2023, 11, 14)


@pytest.mark.parametrize("text", ["", "yesterday", "1e9", "99999999999999999999"])
def test_what_is_no_number_of_seconds_is_refused(text: str, known: Known) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is not a number of seconds"):
        built_on(known(p=prototype()), {"SOURCE_DATE_EPOCH": text})
