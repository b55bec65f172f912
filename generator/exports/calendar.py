"""An iCalendar file (RFC 5545) of learning that takes place on a day.

A calendar must hold at least one event, so that without any there is no file. The day of an event
is the day on the record; one that tells of a month or a year only has no place in a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from icalendar import Calendar, Event

from generator.analysis.insights import AdoptionIndex
from generator.exports.export import FOLDER, AcademyEdition, DataFile, Export, steps
from generator.exports.stable_ids import address, uuid_of
from generator.model.fields.types import PartialDate
from generator.model.kinds.resource import Resource

URL = f"{FOLDER}events.ics"
_ONE_DAY = timedelta(days=1)


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """The calendar, where there is anything to put in it."""
    if dated(edition.index):
        yield DataFile(URL, partial(make, edition), "The calendar")


def make(edition: AcademyEdition) -> bytes:
    """The calendar, in the order of the days."""
    calendar = Calendar()
    calendar.add("prodid", "-//Learning Academy//Events//EN")
    calendar.add("version", "2.0")
    for event in dated(edition.index):
        calendar.add_component(_event(edition, event))
    text: bytes = calendar.to_ical()
    return text


def dated(index: AdoptionIndex) -> tuple[Resource, ...]:
    """What takes place on a day that is known, less what somebody only asks for."""
    found = (
        one
        for one in index.catalogue.of(Resource)
        if _day(one.starts_on) and one.availability != "sought"
    )
    return tuple(sorted(found, key=lambda one: (str(one.starts_on), one.id)))


def _event(edition: AcademyEdition, record: Resource) -> Event:
    starts = _day(record.starts_on) or edition.day
    ends = max(_day(record.ends_on) or starts, starts)
    stamped = _day(record.reviewed_on) or starts
    event = Event()
    event.add("uid", str(uuid_of(edition, record)))
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", starts)
    if ends > starts and ends < date.max:
        event.add("dtend", ends + _ONE_DAY)  # the day after the last, as calendars count
    event.add("summary", record.title)
    if record.summary:
        event.add("description", record.summary)
    if record.availability == "planned":
        event.add("status", "TENTATIVE")
    if edition.site:
        event.add("url", address(edition, record))
    return event


def _day(said: PartialDate | None) -> date | None:
    """A whole day; None for a month or a year."""
    return date(*said.earliest) if said and said.day else None


EXPORT = Export(
    "events",
    "A calendar of learning events",
    "Put learning events in your diary",
    "For a diary: Outlook, Google Calendar and phones open it. It holds each workshop, seminar or "
    "other event whose day is known. Planned events are marked as tentative.",
    files,
    (
        steps(
            "Add the events to Outlook",
            "Choose events.ics and save it.",
            "In the Outlook calendar choose Add calendar, then Upload from file.",
        ),
    ),
    none="No record gives the day of an event yet, so there is no calendar. To add one, fill "
    "in “Takes place on” of a learning resource with a whole day, such as 2026-05-14.",
)
