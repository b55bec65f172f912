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
from generator.exports.export import FOLDER, AcademyEdition, DataFile, Export, step_example
from generator.exports.stable_ids import page_address, stable_uuid
from generator.model.fields.types import PartialDate
from generator.model.kinds.resource import Resource

CALENDAR_URL = f"{FOLDER}events.ics"
_ONE_DAY = timedelta(days=1)


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """The calendar, where there is anything to put in it."""
    if dated_events(edition.index):
        yield DataFile(CALENDAR_URL, partial(calendar_content, edition), "The calendar")


def calendar_content(edition: AcademyEdition) -> bytes:
    """The calendar, in the order of the days."""
    calendar = Calendar()
    calendar.add("prodid", "-//Learning Academy//Events//EN")
    calendar.add("version", "2.0")
    for event in dated_events(edition.index):
        calendar.add_component(_calendar_event(edition, event))
    text: bytes = calendar.to_ical()
    return text


def dated_events(index: AdoptionIndex) -> tuple[Resource, ...]:
    """What takes place on a day that is known, less what somebody only asks for."""
    resources = (
        resource
        for resource in index.catalogue.of(Resource)
        if _whole_day(resource.starts_on) and resource.availability != "sought"
    )
    return tuple(sorted(resources, key=lambda resource: (str(resource.starts_on), resource.id)))


def _calendar_event(edition: AcademyEdition, record: Resource) -> Event:
    starts = _whole_day(record.starts_on) or edition.day
    ends = max(_whole_day(record.ends_on) or starts, starts)
    stamped = _whole_day(record.reviewed_on) or starts
    event = Event()
    event.add("uid", str(stable_uuid(edition, record)))
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
        event.add("url", page_address(edition, record))
    return event


def _whole_day(day: PartialDate | None) -> date | None:
    """A whole day; None for a month or a year."""
    return date(*day.earliest) if day and day.day else None


EXPORT = Export(
    "events",
    "A calendar of learning events",
    "Put learning events in your diary",
    "For a diary: Outlook, Google Calendar and phones open it. It holds each workshop, seminar or "
    "other event whose day is known. Planned events are marked as tentative.",
    files,
    (
        step_example(
            "Add the events to Outlook",
            "Choose events.ics and save it.",
            "In the Outlook calendar choose Add calendar, then Upload from file.",
        ),
    ),
    none="No record gives the day of an event yet, so there is no calendar. To add one, fill "
    "in “Takes place on” of a learning resource with a whole day, such as 2026-05-14.",
)
