"""Principle: a belief that guides the work and can travel."""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.links import Link
from generator.model.fields.types import Ids, Text
from generator.model.kind import RECORD_SECTIONS, Kind, SchemaOrgType
from generator.model.record import Record


class Principle(Record):
    """A belief that guides the work and can travel."""

    statement: Annotated[Text, FieldDisplay("The principle", "Say it in one or two sentences.")]
    stated_in: Annotated[
        Ids,
        Link(("area",), "stated_in", "Principles stated here"),
        FieldDisplay("Stated in", "Which areas state it?", key=True, always=True),
    ] = ()

    field_synonyms = {
        "stated_in": "Source document",
    }

    kind = "principle"


KIND = Kind(
    name="principle",
    label="Principle",
    labels="Principles",
    with_article="a principle",
    slug="principles",
    model=Principle,
    folder="registry/principles",
    about="Beliefs that guide the work, and where they are put into practice.",
    schema_org=SchemaOrgType("DefinedTerm"),
    sections=(
        RecordSection("about", "The principle"),
        RecordSection("prototypes", "Put into practice by", ("shows:prototype",)),
        RecordSection("practices", "Practices that show it", ("shows:practice",)),
        *RECORD_SECTIONS,
    ),
    tags=("stated_in",),
    next_edges=("shows:prototype", "shows:practice"),
)
