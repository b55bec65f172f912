"""Resource: anything to read, watch, attend or ask for, and every source document."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Kind,
    Linked,
    ReadsAs,
    Record,
    Section,
    Shown,
)
from generator.kinds.links import Link
from generator.kinds.types import Date, Ids, Line, Lines, Text, WebAddress, Whole, YesNo
from generator.kinds.words import Option, Vocabulary

ResourceType = Literal[
    "paper", "book", "workshop", "conference", "seminar", "event", "webcast", "webinar", "video",
    "blog", "website", "coaching", "mentoring", "buddying", "action-learning-set", "champion",
    "leadership-programme", "strategy", "agreement", "dataset", "evidence", "support",
]  # fmt: skip
TYPES = Vocabulary(ResourceType)
Availability = Literal["available", "planned", "sought", "past"]
AVAILABILITIES = Vocabulary(
    Availability, tones={"good": ("available",), "plan": ("planned", "sought")}
)
Access = Literal["open-to-all", "members", "not-stated"]
ACCESSES = Vocabulary(Access, tones={"open": ("not-stated",)})


MENTIONED = Option("mentioned", "Mentioned in the document", "open")


def availability_as_read(record: Resource) -> Option:
    """What is said to be available can only be had with a link or a file; else it is mentioned."""
    if record.availability == "available" and not (record.url or record.file_name):
        return MENTIONED
    return AVAILABILITIES.option(record.availability)


class Resource(Record):
    """Anything to read, watch, attend or ask for, and every source document."""

    type: Annotated[ResourceType, TYPES, Shown("Type", "What it is.", key=True)]
    availability: Annotated[
        Availability,
        AVAILABILITIES,
        ReadsAs(availability_as_read),
        Shown("Availability", "sought means that someone asks for it.", key=True),
    ]
    access: Annotated[
        Access | None,
        ACCESSES,
        Shown("Open to", "Who may use it.", key=True, always=True),
    ] = None
    url: Annotated[WebAddress | None, Shown("Link", "Its address on the web.", key=True)] = None
    file_name: Annotated[Line | None, Shown("File", "The name of the file it came as.")] = None
    year: Annotated[Whole | None, Shown("Year", "The year it is from.", key=True)] = None
    starts_on: Annotated[
        Date | None,
        Shown("Takes place on", "The day of an event, or its first day.", key=True),
    ] = None
    ends_on: Annotated[
        Date | None, Shown("Until", "The last day of an event that takes several.", key=True)
    ] = None
    publisher: Annotated[Line | None, Shown("Publisher", "Who published it.")] = None
    audience: Annotated[Lines, Shown("For whom", "Roles or levels it is meant for.")] = ()
    outside_speaker: Annotated[
        YesNo | None, Shown("Outside speaker", "yes for a seminar with an outside speaker.")
    ] = None
    offers: Annotated[Lines, Shown("Offers", "The kinds of learning that a platform gives.")] = ()
    method: Annotated[Text | None, Shown("How it was made", "How it came about.")] = None
    missing_parts: Annotated[
        Lines,
        Shown("Missing from it", "Figures, pages or links that are missing from it or broken."),
    ] = ()
    about: Annotated[
        Ids,
        Link(("*",), "about", "Material about it"),
        Shown("About", "The areas, practices and prototypes it is about.", "links"),
    ] = ()
    provider: Annotated[
        Ids,
        Link(("partner", "group"), "provider", "Learning it gives or is asked for"),
        Shown("Given by", "Who gives it, or is asked to.", "links"),
    ] = ()
    sought_by: Annotated[
        Ids,
        Link(("group", "partner", "area"), "sought_by", "Support it is looking for"),
        Shown("Sought by", "Who asks for it.", "links"),
    ] = ()
    funded_by: Annotated[
        Ids,
        Link(("partner",), "funded_by", "Learning it funds"),
        Shown("Funded by", "Who pays for it.", "links"),
    ] = ()

    kind = "resource"


KIND = Kind(
    name="resource",
    label="Learning resource",
    labels="Learning",
    slug="learning",
    model=Resource,
    folder="registry/resources",
    about="Things to read, watch, attend or ask for, and the documents that records rest on.",
    linked=Linked(
        "LearningResource",
        (("sameAs", "url"), ("startDate", "starts_on"), ("endDate", "ends_on"), ("about", "about")),
        "type",
        (
            ("paper", "Report"),
            ("book", "Book"),
            ("workshop", "EducationEvent"),
            ("conference", "EducationEvent"),
            ("seminar", "EducationEvent"),
            ("event", "EducationEvent"),
            ("webcast", "EducationEvent"),
            ("webinar", "EducationEvent"),
            ("video", "VideoObject"),
            ("blog", "BlogPosting"),
            ("website", "WebSite"),
            ("leadership-programme", "Course"),
            ("strategy", "Report"),
            ("dataset", "Dataset"),
            ("evidence", "Report"),
        ),
    ),
    sections=(
        Section("about", "About this resource"),
        Section("links", "What it is about, and who gives it"),
        Section("used", "Who needs or uses it", ("needs", "source", "data_source")),
        Section("cited", "What rests on it"),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    chips=("type", "availability", "access"),
    next_edges=("about", "source"),
)
