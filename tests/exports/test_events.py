"""The calendar: what takes place on a day, as another program reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Calendar

from generator.exports import AcademyEdition
from generator.exports.calendar import EXPORT
from tests.conftest import Academy
from tests.exports.making import HOSTILE, edition_of, first, hostile

EVENT = "title: A day\ntype: workshop\n"


def calendar(edition: AcademyEdition) -> list[Any]:
    files = list(EXPORT.files(edition))
    return [] if not files else list(Calendar.from_ical(files[0].make()).walk("VEVENT"))


def event(academy: Academy, text: str) -> list[Any]:
    return calendar(edition_of(academy({"registry/resources/day.yaml": EVENT + text})))


def test_without_events_there_is_no_file() -> None:
    assert list(EXPORT.files(first())) == []
    assert EXPORT.none


def test_an_event_of_several_days(academy: Academy) -> None:
    text = "availability: available\nstarts_on: 2026-05-14\nends_on: 2026-05-15\n"
    (parsed,) = event(academy, f"{text}summary: Come.\nreviewed_on: 2026-02-01\n")
    assert parsed.decoded("dtstart") == date(2026, 5, 14)
    assert parsed.decoded("dtend") == date(2026, 5, 16)
    assert parsed.decoded("dtstamp").date() == date(2026, 2, 1)
    assert str(parsed["description"]) == "Come."
    assert "status" not in parsed


def test_a_planned_event_is_tentative(academy: Academy) -> None:
    (parsed,) = event(academy, "availability: planned\nstarts_on: 2026-05-14\n")
    assert str(parsed["status"]) == "TENTATIVE"
    assert "dtend" not in parsed


def test_a_month_is_no_day(academy: Academy) -> None:
    assert event(academy, "availability: planned\nstarts_on: 2026-05\n") == []


def test_what_is_only_asked_for_is_no_event(academy: Academy) -> None:
    assert event(academy, "availability: sought\nstarts_on: 2026-05-14\n") == []


def test_a_calendar_names_the_day_after_the_last(academy: Academy) -> None:
    text = "availability: planned\nstarts_on: 2100-12-30\nends_on: 2100-12-31\n"
    (parsed,) = event(academy, text)
    assert parsed.decoded("dtstart") == date(2100, 12, 30)
    assert parsed.decoded("dtend") == date(2101, 1, 1)


def test_hostile_titles_come_back(academy: Academy) -> None:
    edition = hostile(academy, "https://academy.example/")
    events = calendar(edition)
    assert sorted(str(one["summary"]) for one in events) == sorted(HOSTILE)
    assert len({str(one["uid"]) for one in events}) == len(HOSTILE)
    (file,) = EXPORT.files(edition)
    assert all(len(line) <= 75 for line in file.make().split(b"\r\n"))
