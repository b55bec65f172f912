"""How fast practices spread."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.analysis.insights.pace import adoption_delay, months_saved, practice_timeline
from tests.analysis.conftest import Known, adoption, prototype


@pytest.mark.parametrize(
    ("spans", "median"),
    [
        ([("2020-01", "2020-07")], "6"),
        ([("2020-01-31", "2020-02-01")], "1"),
        ([("2019-11", "2021-02")], "15"),
        ([("2020-01", "2020-01")], "0"),
        ([("2020-01", "2020-02"), ("2020-01", "2020-04"), ("2020-01", "2021-01")], "3"),
        ([("2020-01", "2020-02"), ("2020-01", "2020-05")], "2.5"),
        ([("2020-01", "2020-03"), ("2020-01", "2020-05")], "3"),
    ],
)
def test_the_median_of_whole_months(
    spans: list[tuple[str, str]], median: str, known: Known
) -> None:
    dated = {
        f"a{number}": adoption(proved_on=proved, adopted_on=adopted)
        for number, (proved, adopted) in enumerate(spans)
    }
    delay = adoption_delay(known(**dated, b=adoption()))
    assert delay.median == Decimal(median)
    assert (delay.dated, delay.adoptions) == (len(spans), len(spans) + 1)
    assert set(delay.of) == set(dated)


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"proved_on": "2020-01"},
        {"adopted_on": "2020-01"},
        {"proved_on": "2020", "adopted_on": "2020-07"},
        {"proved_on": "2020-01", "adopted_on": "2021"},
    ],
)
def test_without_both_months_it_is_not_computable(dates: dict[str, str], known: Known) -> None:
    delay = adoption_delay(known(a=adoption(**dates)))
    assert (delay.median, delay.dated, delay.adoptions, delay.of) == (None, 0, 1, {})


def test_without_adoptions_it_is_not_computable(known: Known) -> None:
    assert adoption_delay(known()).median is None


def test_months_saved_are_estimates_kept_apart(known: Known) -> None:
    index = known(a=adoption(expected_months_saved=6), b=adoption())
    assert [(one.adoption, one.months) for one in months_saved(index)] == [("a", Decimal(6))]
    assert adoption_delay(index).of == {}


def happened(known: Known, **files: Any) -> list[str]:
    events = practice_timeline(known(**files), "visits").events
    return [f"{one.date} {one.what} {one.record}" for one in events]


def test_a_year_stands_before_its_months_and_a_month_before_its_days(known: Known) -> None:
    dates = ["2021-01-01", "2020-12-31", "2021", "2021-01", "2021-02", "2020"]
    files = {f"p{number}": prototype(started=date) for number, date in enumerate(dates)}
    assert [one.split()[0] for one in happened(known, **files)] == [
        "2020", "2020-12-31", "2021", "2021-01", "2021-01-01", "2021-02",
    ]  # fmt: skip


def test_every_dated_event_of_prototypes_and_adoptions(known: Known) -> None:
    timeline = practice_timeline(
        known(
            p=prototype(
                started="2019", history=[{"stage": "testing", "date": "2020"}, {"stage": "live"}]
            ),
            a=adoption(
                proved_on="2020-03",
                adopted_on="2021",
                history=[{"status": "intended", "date": "2020-06"}, {"status": "in-place"}],
            ),
        ),
        "visits",
    )
    assert [
        (str(one.date), one.what, one.record, one.area, one.word) for one in timeline.events
    ] == [
        ("2019", "started", "p", "ashby", None),
        ("2020", "stage", "p", "ashby", "testing"),
        ("2020-03", "proved", "a", "brook", None),
        ("2020-06", "status", "a", "brook", "intended"),
        ("2021", "adopted", "a", "brook", None),
    ]
    assert timeline.undated == ()


def test_pace_counts_dates_that_are_known_to_the_month(known: Known) -> None:
    dates = [
        ("January 2020", "15 May 2020"), ("2019/20", "2020-05"), ("2020-01", "about May 2020"),
        ("2020-01", "2020 Q2"), ("2020-01", "March to May 2020"), ("2020", "2021"),
    ]  # fmt: skip
    files = {
        f"a{number}": adoption(proved_on=proved, adopted_on=adopted)
        for number, (proved, adopted) in enumerate(dates)
    }
    assert adoption_delay(known(**files)).of == {"a0": 4}


def test_what_has_no_date_is_named(known: Known) -> None:
    timeline = practice_timeline(
        known(p=prototype(), a=adoption(), q=prototype(started="2020")), "visits"
    )
    assert timeline.undated == ("p", "a")


def test_a_practice_without_uses_has_an_empty_timeline(known: Known) -> None:
    timeline = practice_timeline(known(p=prototype(started="2020")), "calls")
    assert (timeline.events, timeline.undated) == ((), ())


def test_a_prototype_in_unknown_areas_is_no_obstacle(known: Known) -> None:
    assert happened(known, p=prototype(areas=["nowhere"], started="2020")) == []
