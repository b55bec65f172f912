"""The fields that areas, partners and groups share: their names, and who to ask about them."""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.types import Line, Text, WebAddress
from generator.model.record import Record

CONTACT_SECTION = RecordSection("ask", "Who to ask")


class ListedRecord(Record):
    """A place or a body of people, which other records name and readers may write to."""

    short_name: Annotated[
        Line | None,
        FieldDisplay("Short name", "Is there a shorter name that people use?", example="NHSE"),
    ] = None
    place: Annotated[
        Line | None,
        FieldDisplay(
            "Place",
            "Where is it? Needed only if another record has the same title.",
            example="Isle of Wight",
        ),
    ] = None
    website: Annotated[
        WebAddress | None, FieldDisplay("Website", "Where can people read about it?", "ask")
    ] = None
    contact: Annotated[
        Text | None,
        FieldDisplay(
            "Contact",
            "Which team can people ask? Give a team's page, not a person's.",
            "ask",
            example="Public health team, https://www.example.org/contact",
        ),
    ] = None

    field_synonyms = {
        "short_name": "Abbreviation, Acronym",
        "website": "Web address, Web page, URL",
        "contact": "Contact details, Enquiries",
    }
