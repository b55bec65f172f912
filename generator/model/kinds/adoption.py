"""Adoption: an area or an organisation takes a practice from elsewhere.

Statuses follow the phases of EPIS (Aarons and others, 2011): interested is exploration, intended is
preparation, begun is implementation, in-place is sustainment. Changes follow FRAME.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from generator.model.display.field_display import FieldDisplay, RecordSection
from generator.model.fields.alternatives import has_exactly_one
from generator.model.fields.links import Link, Reference, RelationState
from generator.model.fields.progress import Progress, status_progress
from generator.model.fields.types import (
    Date,
    EventDate,
    Id,
    Ids,
    Line,
    NonEmpty,
    Number,
    Text,
    Texts,
    WholeNumber,
)
from generator.model.kind import (
    RECORD_SECTIONS,
    AskedWhen,
    EvidenceBasis,
    Kind,
    SchemaOrgType,
    Titles,
)
from generator.model.kinds.adoption_parts import LessonSource, StatusStep
from generator.model.kinds.adoption_words import (
    FIDELITIES,
    LEVELS,
    STATUSES,
    AdoptionLevel,
    AdoptionStatus,
    Fidelity,
)
from generator.model.record import Modification, Record


class Adoption(Record):
    """An area or an organisation takes a practice from elsewhere."""

    title: Annotated[
        Line, FieldDisplay("Title", "Leave blank to have one made for you.", "", asked_first=True)
    ] = "-"
    area: Annotated[
        Id | None,
        Link(
            ("area",),
            "adopts",
            "Adopted from others",
            reverse=True,
            planned="Plans to adopt from others",
            halted="Paused, stopped or declined",
            internal="Spread within the area",
            words="Is the adopter in",
        ),
        FieldDisplay("Adopter", "Which area adopts it?", key=True, asked_first=True),
    ] = None
    partner: Annotated[
        Id | None,
        Link(
            ("partner",),
            "adopts",
            "Adopted from others",
            reverse=True,
            planned="Plans to adopt from others",
            halted="Paused, stopped or declined",
            internal="Spread within the organisation",
            words="Is the adopter in",
        ),
        FieldDisplay(
            "Adopting organisation",
            "Or which organisation adopts it, if it is not a whole area?",
            key=True,
            asked_first=True,
        ),
    ] = None
    practice: Annotated[
        Id | None,
        Link(
            ("practice",),
            "of_practice",
            "Adoptions begun or in place",
            planned="Adoptions planned",
            halted="Adoptions paused, stopped or declined",
            internal="Spread within an area",
        ),
        FieldDisplay(
            "Practice", "What is adopted, if you know?", key=True, always=True, asked_first=True
        ),
    ] = None
    learnt_from: Annotated[
        tuple[LessonSource, ...],
        NonEmpty,
        FieldDisplay(
            "Comes from", "Where was it learnt from, or will it be?", "from", asked_first=True
        ),
    ]
    status: Annotated[
        AdoptionStatus,
        STATUSES,
        FieldDisplay(
            "Status", "How far has it got?", key=True, asked_first=True, example="interested"
        ),
    ]
    unnamed_adopters: Annotated[
        WholeNumber | None,
        FieldDisplay(
            "Adopters not named", "How many does the source count but not name?", key=True
        ),
    ] = None
    level: Annotated[
        AdoptionLevel | None,
        LEVELS,
        FieldDisplay(
            "Working together", "How widely do partners work together on it?", always=True
        ),
    ] = None
    history: Annotated[
        tuple[StatusStep, ...], FieldDisplay("Timeline", "When did each status start?", "history")
    ] = ()
    proved_on: Annotated[
        Date | None,
        EventDate(),
        FieldDisplay("Shown to work on", "When was it shown to work?", "history", always=True),
    ] = None
    adopted_on: Annotated[
        Date | None,
        EventDate(),
        FieldDisplay("In place on", "When was it in place here?", "history", always=True),
    ] = None
    fidelity_planned: Annotated[
        Fidelity,
        FIDELITIES,
        FieldDisplay(
            "Planned: copy or adapt", "Will you copy it, adapt it or apply its principles?", "fit"
        ),
    ] = "not-stated"
    fidelity_actual: Annotated[
        Fidelity,
        FIDELITIES,
        FieldDisplay(
            "How closely it was followed", "Did you copy it or change it?", "fit", key=True
        ),
    ] = "not-stated"
    kept: Annotated[
        Texts, FieldDisplay("What was kept", "Which parts did you keep?", "fit", always=True)
    ] = ()
    modifications: Annotated[
        tuple[Modification, ...],
        FieldDisplay("What was changed", "Add each change.", "fit", always=True),
    ] = ()
    why_it_fits: Annotated[
        Text | None,
        FieldDisplay("Why it fits here", "Why does it suit this area?", "fit", always=True),
    ] = None
    condition: Annotated[
        Line | None, FieldDisplay("Conditions", "What needs to be in place first?")
    ] = None
    route: Annotated[Line | None, FieldDisplay("Route", "How will it be introduced?")] = None
    support_received: Annotated[
        Line | None, FieldDisplay("Support received", "What help did you get?", "from")
    ] = None
    expected_months_saved: Annotated[
        Number | None, FieldDisplay("Months it should save", "Your estimate, in months.")
    ] = None
    resulting_prototypes: Annotated[
        Ids,
        Link(("prototype",), "resulted_in", "Grew out of"),
        FieldDisplay("New work from this", "Did it lead to new work here?", "from"),
    ] = ()
    asserted_by: Annotated[
        Id | None,
        Link(("partner", "group"), "asserted_by", "Adoptions it has stated"),
        FieldDisplay("Stated by", "Who says so?", "confirm", always=True),
    ] = None
    confirmed_by: Annotated[
        Id | None,
        Link(("partner", "group"), "confirmed_by", "Adoptions it has confirmed"),
        FieldDisplay(
            "Confirmed by", "Who has confirmed it for the adopter?", "confirm", always=True
        ),
    ] = None
    confirmed_on: Annotated[
        Date | None,
        EventDate(of_record=True),
        FieldDisplay("Confirmed on", "When did they confirm it?", "confirm", always=True),
    ] = None

    kind = "adoption"
    exactly_one = ("area", "partner")
    _has_exactly_one = model_validator(mode="after")(has_exactly_one)

    @property
    def adopter(self) -> str:
        """The id of the area or organisation that adopts."""
        return self.area or self.partner or ""

    def is_own(self, source: LessonSource) -> bool:
        """Return whether the adopter is the source too: the practice spread within it."""
        return source.origin == self.adopter


def was_begun(record: Adoption) -> bool:
    """Return whether the adoption ever began, even if it was paused or stopped later.

    A history that goes straight from a plan to the halt means that it never began. Without a
    history, a paused or stopped adoption had begun, and a declined one had not.
    """
    progress = status_progress(record.status)
    if progress != "halted":
        return progress == "happened"
    earlier = {status_progress(step.status) for step in record.history}
    if earlier - {"halted"}:
        return "happened" in earlier
    return record.status != "declined"


def halt_reason(record: Adoption) -> str | None:
    """Return the reason of the last step with the present status that gives one, or None."""
    reasons = (step.reason for step in reversed(record.history) if step.status == record.status)
    return next((reason for reason in reasons if reason), None)


def relation_state(record: Adoption, reference: Reference) -> RelationState:
    """Return “internal” for spread within one area, else the progress of the adoption."""
    if _within_one_area(record, reference):
        return "internal"
    return status_progress(record.status)


def _within_one_area(record: Adoption, reference: Reference) -> bool:
    sources = record.learnt_from
    if reference.link.edge == "learnt_from":
        sources = tuple(
            source
            for source in sources
            if reference.target in (source.origin, source.prototype, source.group)
        )
    return all(record.is_own(source) for source in sources)


_FROM_OTHERS: dict[Progress, str] = {
    "happened": "{adopter}: {practice}, learnt from {sources}",
    "planned": "{adopter}: {practice}, plans to learn from {sources}",
    "halted": "{adopter}: {practice} from {sources}, {status}",
}
_WITHIN: dict[Progress, str] = {
    "happened": "{adopter}: {practice}, spread within the {whole}",
    "planned": "{adopter}: {practice}, plans to spread it within the {whole}",
    "halted": "{adopter}: {practice} within the {whole}, {status}",
}


def adoption_title(record: Adoption, titles: Titles) -> str:
    """Return the title as written, or else one made of adopter, practice and sources."""
    if record.title != "-":
        return record.title
    adopter = titles(record.adopter)
    named = (
        titles(source.origin) if source.origin else source.described
        for source in record.learnt_from
    )
    sources = tuple(dict.fromkeys(name for name in named if name and name != adopter))
    phrases = _FROM_OTHERS if sources else _WITHIN
    return phrases[status_progress(record.status)].format(
        adopter=adopter,
        whole="area" if record.area else "organisation",
        practice=titles(record.practice) if record.practice else "practice not named",
        sources=" and ".join(sources),
        status=record.status,
    )


def adoption_basis(record: Adoption) -> EvidenceBasis | None:
    """Return “planned” until the adoption has begun, then “reported”."""
    return "planned" if status_progress(record.status) == "planned" else "reported"


KIND = Kind(
    name="adoption",
    asked_when=(
        AskedWhen(
            "status",
            ("begun", "in-place"),
            ("adopted_on", "fidelity_actual", "kept", "modifications"),
        ),
        AskedWhen("status", ("paused", "stopped", "declined"), ("history",)),
    ),
    label="Adoption",
    labels="Adoptions",
    with_article="an adoption",
    slug="adoptions",
    model=Adoption,
    folder="registry/adoptions",
    about="What areas and organisations adopted from others or plan to, how closely they followed "
    "it and what they changed.",
    schema_org=SchemaOrgType(
        "Action",
        (
            ("agent", "area"),
            ("agent", "partner"),
            ("object", "practice"),
            ("result", "resulting_prototypes"),
        ),
    ),
    sections=(
        RecordSection("about", "At a glance"),
        RecordSection("from", "Where it comes from"),
        RecordSection("fit", "Copied, adapted or principles applied"),
        RecordSection("history", "Timeline"),
        RecordSection("confirm", "Who says so"),
        *RECORD_SECTIONS,
    ),
    group_by="status",
    untitled_id=("{area}{partner}", "{practice}", "from {learnt_from}"),
    group_order=("in-place", "begun", "intended", "interested"),
    tags=("area", "partner", "practice", "status"),
    columns=("title", "status", "fidelity_planned", "fidelity_actual"),
    next_edges=("of_practice", "learnt_from", "resulted_in"),
    title=adoption_title,
    evidence_basis=adoption_basis,
    relation_state=relation_state,
)
