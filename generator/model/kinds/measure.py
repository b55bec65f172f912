"""Measure: one value of an outcome, somewhere, for someone, at some time.

People write it inside the record that it is about (a prototype, an area or a group). The reader
makes it a record, with the id that people gave it or a derived one.
"""

from __future__ import annotations

from typing import Annotated

from generator.diagnostics import clip
from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.links import Link, NestedRecords
from generator.model.fields.types import Id, Ids, Line, Lines, Number, Text, YesNo
from generator.model.kind import RECORD_SECTIONS, EvidenceBasis, Kind, SchemaOrgType, Titles
from generator.model.kinds.measure_parts import Baseline, Comparator, UnitName
from generator.model.kinds.measure_words import (
    CHANGE_DIRECTIONS,
    EVIDENCE_LEVELS,
    NATURES,
    VALUE_FORMS,
    ChangeDirection,
    EvidenceLevel,
    Nature,
    ValueForm,
)
from generator.model.record import Citation, Model, Quote, Record


class MeasureFields(Model):
    """What a measure says, wherever it is written."""

    statement: Annotated[
        Line, FieldDisplay("Finding", "Say what you found, in one sentence.", "", asked_first=True)
    ]
    outcome: Annotated[
        Id,
        Link(("outcome",), "measures", "Every measure of it"),
        FieldDisplay("Outcome", "What was measured?", key=True, asked_first=True),
    ]
    nature: Annotated[
        Nature,
        NATURES,
        FieldDisplay(
            "Type of figure", "Is it a result, a target or an estimate?", key=True, asked_first=True
        ),
    ]
    value: Annotated[
        Number | None,
        FieldDisplay("Value", "The number. Leave blank if there is none.", measured=True),
    ] = None
    value_high: Annotated[
        Number | None, FieldDisplay("Up to", "The highest figure, if it is a range.", measured=True)
    ] = None
    unit: Annotated[
        UnitName | None,
        FieldDisplay("Unit", "For example percent, days, people or GBP.", "", example="percent"),
    ] = None
    form: Annotated[
        ValueForm | None,
        VALUE_FORMS,
        FieldDisplay("Amount or change", "Is this an amount or a change?"),
    ] = None
    approximate: Annotated[YesNo | None, FieldDisplay("Approximate", "Is the figure rounded?")] = (
        None
    )
    period: Annotated[
        Line | None, FieldDisplay("Period", "Which time does it cover?", key=True, always=True)
    ] = None
    population: Annotated[
        Line | None,
        FieldDisplay("Who was counted", "Which people or places does it cover?", key=True),
    ] = None
    baseline: Annotated[
        Baseline | None, FieldDisplay("Starting value", "What was it before?", always=True)
    ] = None
    change: Annotated[
        ChangeDirection | None,
        CHANGE_DIRECTIONS,
        FieldDisplay("Change", "Did it get better or worse for people?"),
    ] = None
    comparator: Annotated[
        Comparator | None, FieldDisplay("Comparison", "Who do you compare with?")
    ] = None
    evidence_level: Annotated[
        EvidenceLevel | None,
        EVIDENCE_LEVELS,
        FieldDisplay(
            "Strength of evidence",
            "How strong is the evidence? From an account to scaled: levels 1 to 5 of Nesta's "
            "Standards of Evidence. An illustration is not evidence.",
            key=True,
        ),
    ] = None
    financial_model: Annotated[
        Line | None,
        FieldDisplay("How it was worked out", "For money: which financial model was used?"),
    ] = None
    partner: Annotated[
        Id | None,
        Link(("partner",), "falls_to", "Costs and savings for it"),
        FieldDisplay("Who pays or saves", "Which organisation pays or saves?"),
    ] = None
    data_source: Annotated[
        Id | None,
        Link(("resource",), "data_source", "Figures taken from it"),
        FieldDisplay("Data from", "Which dataset or report is it from?"),
    ] = None
    share_of: Annotated[
        Id | None,
        Link(("measure",), "share_of", "Shares of it"),
        FieldDisplay("Share of", "For a share: which measure is the whole?"),
    ] = None
    share_part: Annotated[
        Id | None,
        Link(("measure",), "part_in", "Shown as a share in"),
        FieldDisplay("The part", "For a share: which measure is the part?"),
    ] = None
    sum_of: Annotated[
        Ids,
        Link(("measure",), "sum_of", "Added up in"),
        FieldDisplay("Sum of", "For a total: which measures does it add up?"),
    ] = ()


class MeasureEntry(MeasureFields):
    """A measure as it is written inside the record it is about."""

    id: Annotated[Id | None, FieldDisplay("Id", "Only needed if another record refers to it.")] = (
        None
    )
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


_PLANS = frozenset({"target", "estimate", "projection"})


def result_basis(result: MeasureFields) -> EvidenceBasis:
    """Return what a result rests on.

    A result is “observed” only where the record says how it was measured: with a baseline, a
    comparator, or a data source. Figures without any of these are “with-figures”.
    """
    if result.evidence_level in (None, "account", "illustration"):
        return "illustrative" if result.evidence_level == "illustration" else "reported"
    baseline, comparator = result.baseline, result.comparator
    started = baseline is not None and (baseline.value is not None or baseline.text is not None)
    compared = comparator is not None and (
        comparator.value is not None or comparator.area is not None
    )
    return "observed" if started or compared or result.data_source else "with-figures"


def measure_basis(record: Measure) -> EvidenceBasis:
    """Return what a measure rests on: plans are “planned”, context and inputs “reported”."""
    if record.nature == "illustration" or record.evidence_level == "illustration":
        return "illustrative"
    if record.nature == "result":
        return result_basis(record)
    return "planned" if record.nature in _PLANS else "reported"


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
        "Observation", (("observationAbout", "prototype"), ("measuredProperty", "outcome"))
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
