"""Resource: anything to read, watch, attend or ask for, and every source document."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.display.field_display import ContextualLabel, FieldDisplay, RecordSection
from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.academy_vocabulary import ResourceType
from generator.model.fields.links import Link
from generator.model.fields.types import (
    Date,
    DocumentFile,
    Ids,
    Line,
    Lines,
    Text,
    WebAddress,
    WholeNumber,
    YesNo,
)
from generator.model.kind import RECORD_SECTIONS, Kind, SchemaOrgType
from generator.model.record import Record

Availability = Literal["available", "planned", "sought", "past"]
AVAILABILITIES = Vocabulary(
    Availability, tones={"good": ("available",), "plan": ("planned", "sought")}
)
Access = Literal["open-to-all", "members", "not-stated"]
ACCESSES = Vocabulary(Access, tones={"open": ("not-stated",)})


MENTIONED = Option("mentioned", "Mentioned in the document", "open")


def availability_option(record: Resource) -> Option:
    """Return the availability; “Mentioned” for an available resource without link or file."""
    if record.availability == "available" and not (record.url or record.file or record.file_name):
        return MENTIONED
    return AVAILABILITIES.option(record.availability)


class Resource(Record):
    """Anything to read, watch, attend or ask for, and every source document."""

    type: Annotated[ResourceType, FieldDisplay("Type", "Which type is it?", key=True)]
    availability: Annotated[
        Availability,
        AVAILABILITIES,
        ContextualLabel(availability_option),
        FieldDisplay(
            "Availability",
            "Can people get it now? Choose sought if someone is asking for it.",
            key=True,
        ),
    ]
    access: Annotated[
        Access | None,
        ACCESSES,
        FieldDisplay("Open to", "Who can use it?", key=True, always=True),
    ] = None
    url: Annotated[
        WebAddress | None, FieldDisplay("Link", "What is its web address?", key=True)
    ] = None
    file: Annotated[
        DocumentFile | None,
        FieldDisplay(
            "Document",
            "Which document of the folder media can readers open?",
            key=True,
            example="media/report.pdf",
        ),
    ] = None
    file_name: Annotated[Line | None, FieldDisplay("File", "What is the file called?")] = None
    year: Annotated[
        WholeNumber | None, FieldDisplay("Year", "Which year is it from?", key=True)
    ] = None
    starts_on: Annotated[
        Date | None,
        FieldDisplay("Takes place on", "Which day does the event take place or start?", key=True),
    ] = None
    ends_on: Annotated[
        Date | None, FieldDisplay("Until", "What is the last day, if it takes several?", key=True)
    ] = None
    publisher: Annotated[Line | None, FieldDisplay("Publisher", "Who published it?")] = None
    audience: Annotated[
        Lines, FieldDisplay("Who it is for", "Which roles or levels is it for?")
    ] = ()
    outside_speaker: Annotated[
        YesNo | None, FieldDisplay("Outside speaker", "Does a seminar have an outside speaker?")
    ] = None
    offers: Annotated[Lines, FieldDisplay("Offers", "What learning does it offer?")] = ()
    method: Annotated[Text | None, FieldDisplay("How it was made", "How was it made?")] = None
    missing_parts: Annotated[
        Lines,
        FieldDisplay("Missing from it", "Which figures, pages or links are missing or broken?"),
    ] = ()
    about: Annotated[
        Ids,
        Link(("*",), "about", "Material about it"),
        FieldDisplay("About", "What is it about?", "links"),
    ] = ()
    provider: Annotated[
        Ids,
        Link(("partner", "group"), "provider", "Learning it gives or is asked to give"),
        FieldDisplay("Given by", "Who gives it, or is asked to?", "links"),
    ] = ()
    sought_by: Annotated[
        Ids,
        Link(("group", "partner", "area"), "sought_by", "Support it is looking for"),
        FieldDisplay("Wanted by", "Who is asking for it?", "links"),
    ] = ()
    funded_by: Annotated[
        Ids,
        Link(("partner",), "funded_by", "Learning it funds"),
        FieldDisplay("Funded by", "Who pays for it?", "links"),
    ] = ()

    field_synonyms = {
        "type": "Resource type, Type of resource, Format, Category",
        "url": "Web address, Web link, Website",
        "publisher": "Published by, Author, Authors",
        "year": "Publication year, Year published, Year of publication",
        "starts_on": "Date, Start date",
        "ends_on": "End date",
        "audience": "Target audience",
        "provider": "Provided by",
        "funded_by": "Funder",
    }

    kind = "resource"


KIND = Kind(
    name="resource",
    label="Learning resource",
    labels="Learning",
    with_article="a learning resource",
    slug="learning",
    model=Resource,
    folder="registry/resources",
    about="Things to read, watch, attend or ask for, and the documents behind the records.",
    schema_org=SchemaOrgType(
        "LearningResource",
        (("sameAs", "url"), ("startDate", "starts_on"), ("endDate", "ends_on"), ("about", "about")),
    ),
    sections=(
        RecordSection("about", "About this resource"),
        RecordSection("links", "What it is about, and who gives it"),
        RecordSection(
            "used", "Who needs or uses it", ("needs", "source", "data_source", "learnt_from")
        ),
        RecordSection("cited", "What it is the source of"),
        *RECORD_SECTIONS,
    ),
    group_by="type",
    tags=("type", "availability", "access"),
    next_edges=("about", "source"),
)
