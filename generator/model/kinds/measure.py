"""Measure: one value of an outcome, somewhere, for someone, at some time.

People write it inside the record that it is about (a prototype, an area or a group). The reader
makes it a record, with the id that people gave it or a derived one.
"""

from __future__ import annotations

from typing import Annotated

from generator.diagnostics import clip
from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.links import Link, NestedRecords
from generator.model.fields.types import (
    Id,
    Line,
    Lines,
    OwnId,
    Text,
)
from generator.model.kind import RECORD_SECTIONS, Kind, SchemaOrgType, Titles
from generator.model.kinds.measure_basis import measure_basis
from generator.model.kinds.measure_fields import MeasureFields
from generator.model.record import Citation, Quote, Record


class MeasureEntry(MeasureFields):
    """A measure as it is written inside the record it is about."""

    id: Annotated[
        OwnId | None, FieldDisplay("Id", "Only needed if another record refers to it.")
    ] = None
    area: Annotated[
        Id | None,
        Link(("area",), None, "Figures about it"),
        FieldDisplay("Area", "Only if it differs from the record's own area."),
    ] = None
    inferred: Annotated[
        Lines, FieldDisplay("What we inferred", "Which parts are our interpretation?")
    ] = ()
    note: Annotated[Text | None, FieldDisplay("Note", "Anything else a reader should know.")] = None
    quotes: Annotated[
        tuple[Quote, ...], FieldDisplay("In their words", "Short quotes. Give roles, not names.")
    ] = ()
    sources: Annotated[
        tuple[Citation, ...], FieldDisplay("Sources", "Only if they differ from the record's own.")
    ] = ()

    field_synonyms = {
        "note": "Notes, Comment, Comments",
        "quotes": "Quote, Quotation, Quotations",
        "sources": "Source, Reference, References",
    }


Measures = Annotated[tuple[MeasureEntry, ...], NestedRecords()]


class Measure(Record, MeasureFields):
    """One value of an outcome, somewhere, for someone, at some time."""

    title: Annotated[Line, FieldDisplay("Finding", "The same as the finding.", "")] = "-"
    area: Annotated[
        Id | None,
        Link(("area",), "in_area", "Figures about it"),
        FieldDisplay("Where", "Which area is it about?", key=True, always=True),
    ] = None
    prototype: Annotated[
        Id | None,
        Link(("prototype",), "of", "Results and other figures"),
        FieldDisplay("Prototype", "Which prototype is it about?", key=True),
    ] = None
    group: Annotated[
        Id | None,
        Link(("group",), "of_group", "Figures about it"),
        FieldDisplay("Group", "Which group is it about?", key=True),
    ] = None

    kind = "measure"


GIVE_AN_ID_HINT = "Give this result an id first (“id: …”), and name that id here."


def has_derived_id(record: Record) -> bool:
    """Return whether a record is a measure without an id of its own.

    No record may refer to it: its derived id changes with what the measure says.
    """
    return isinstance(record, Measure) and "id" not in record.model_fields_set


def derived_id_message(derived: str) -> str:
    """Return the message that refuses a reference to a derived id."""
    return f"This result has no id of its own: “{derived}” changes with what it says."


def measure_title(record: Measure, titles: Titles) -> str:  # noqa: ARG001
    """Return the statement of the measure, cut to 160 characters."""
    return clip(record.statement, 160)


KIND = Kind(
    name="measure",
    label="Measure",
    labels="Measures",
    with_article="a measure",
    search_weight=0.9,
    has_diagram=False,
    slug="measures",
    model=Measure,
    folder=None,
    about="Every figure and finding, and the type of figure it is. Only results count as evidence.",
    schema_org=SchemaOrgType(
        "Observation",
        (
            ("observationAbout", "prototype"),
            ("measuredProperty", "outcome"),
            ("value", "value"),
            ("unitText", "unit"),
        ),
    ),
    sections=(
        RecordSection("about", "The figure", ("share_of", "part_in", "sum_of")),
        *RECORD_SECTIONS,
    ),
    group_by="nature",
    tags=("nature", "area", "evidence_level"),
    entry=MeasureEntry,
    columns=("title", "nature", "outcome", "area", "baseline", "evidence_level"),
    next_edges=("of", "measures"),
    title=measure_title,
    evidence_basis=measure_basis,
)
