"""When records last changed, without a clock."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.insights.dates import built_on, last_change, newest_date
from tests.analysis.conftest import Known, adoption, prototype


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, None),
        ({"reviewed_on": "2024-05-06"}, "2024-05-06"),
        ({"started": "2019"}, None),
        ({"started": "2019", "reviewed_on": "2018-12"}, "2018-12"),
        ({"reviewed_on": "April 2019"}, "April 2019"),
        ({"review_due": "2030", "next_review": "2031"}, None),
        ({"reviews": [{"date": "2021-02", "role": "a manager", "note": "x"}]}, None),
    ],
)
def test_a_record_changes_when_somebody_looks_at_it(
    fields: dict[str, object], day: str | None, known: Known
) -> None:
    newest = last_change(known(p=prototype(**fields)).prototype("p"))
    assert (str(newest) if newest else None) == day


@pytest.mark.parametrize(
    ("fields", "newest"),
    [
        ({"started": "2019", "reviewed_on": "2018-12"}, date(2019, 1, 1)),
        ({"started": "2020", "reviewed_on": "2020-01-01"}, date(2020, 1, 1)),
        ({"reviews": [{"date": "2021-02", "role": "a nurse", "note": "x"}]}, date(2021, 2, 1)),
        ({"started": "2019/20 Q4"}, date(2020, 1, 1)),
        ({"started": "after 2015"}, date(2016, 1, 1)),
        ({"started": "before 2015"}, date(2014, 12, 31)),
    ],
)
def test_the_newest_event_stands_for_today(
    fields: dict[str, object], newest: date, known: Known
) -> None:
    assert newest_date(known(p=prototype(**fields))) == newest


def test_the_newest_of_all_records(known: Known) -> None:
    index = known(p=prototype(started="2019"), a=adoption(confirmed_on="2022-03"))
    assert newest_date(index) == date(2022, 3, 1)
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
