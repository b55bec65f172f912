"""An iCalendar file (RFC 5545) of learning resources that take place on a known day.

RFC 5545 requires at least one event, so there is no file without one. Events whose day is not known
are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from generator.analysis.insights import AdoptionIndex
from generator.exports.export import AcademyEdition, DataFile, Export, step_example
from generator.exports.stable_ids import page_address, stable_uuid
from generator.model.fields.dates import WrittenDate
from generator.model.kinds.resource import Resource
from generator.site_paths import DATA_FOLDER

if TYPE_CHECKING:
    from icalendar import Event

CALENDAR_URL = f"{DATA_FOLDER}events.ics"
_ONE_DAY = timedelta(days=1)


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """Yield the calendar file, if there is an event."""
    if dated_events(edition.index):
        yield DataFile(CALENDAR_URL, partial(calendar_content, edition), "The calendar")


def calendar_content(edition: AcademyEdition) -> bytes:
    """Return the calendar, ordered by date."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - loads slowly, and only for this file

    calendar = Calendar()
    calendar.add("prodid", "-//Learning Academy//Events//EN")
    calendar.add("version", "2.0")
    for event in dated_events(edition.index):
        calendar.add_component(_fill_event(Event(), edition, event))
    text: bytes = calendar.to_ical()
    return text


def dated_events(index: AdoptionIndex) -> tuple[Resource, ...]:
    """Return the resources with a full start date, except those that are only sought."""
    events = [
        (day, resource.id, resource)
        for resource in index.catalogue.records_of(Resource)
        if (day := _exact_day(resource.starts_on)) and resource.availability != "sought"
    ]
    return tuple(resource for _, _, resource in sorted(events, key=lambda event: event[:2]))


def _fill_event(event: Event, edition: AcademyEdition, record: Resource) -> Event:
    starts = _exact_day(record.starts_on) or edition.day
    ends = max(_exact_day(record.ends_on) or starts, starts)
    stamped = _exact_day(record.reviewed_on) or starts
    event.add("uid", str(stable_uuid(edition, record)))
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", starts)
    if ends > starts:
        event.add("dtend", ends + _ONE_DAY)  # exclusive: the day after the last (RFC 5545)
    event.add("summary", edition.index.catalogue.title(record.id))
    if record.summary:
        event.add("description", record.summary)
    if record.availability == "planned":
        event.add("status", "TENTATIVE")
    if edition.site:
        event.add("url", page_address(edition, record))
    return event


def _exact_day(day: WrittenDate | None) -> date | None:
    """Return the day of a date that is one known day; None for others."""
    return day.exact_day if day else None


EXPORT = Export(
    "events",
    "A calendar of learning events",
    "Put learning events in your diary",
    "You can open it in Outlook, Google Calendar or on a phone. It has each workshop, seminar or "
    "other event that has a date. Planned events are marked as tentative.",
    files,
    (
        step_example(
            "Add the events to Outlook",
            "Choose events.ics and save it.",
            "In the Outlook calendar choose Add calendar, then Upload from file.",
        ),
    ),
    none=(
        "There is no calendar yet, because no event has a date. To add one, fill in “Takes place "
        "on” in a learning resource with a full date, such as 2026-05-14."
    ),
)
