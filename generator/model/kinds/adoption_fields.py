"""What an adoption says: an area or an organisation takes a practice from elsewhere.

Changes follow FRAME (Wiltsey Stirman and others, 2019).
"""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.links import Link
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


class AdoptionFields(Record):
    """What an adoption says, in the order in which it is asked."""

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

    field_synonyms = {
        "area": "Where, Place, Location, Adopted by, Adopting area",
        "partner": "Organisation, Organization",
        "practice": "What was adopted, Practice adopted",
        "learnt_from": "Learned from, Origin",
        "status": "Stage, Phase",
        "adopted_on": "Date in place, In place since",
        "resulting_prototypes": "Resulting prototype",
        "modifications": "Change, Changes, Adaptations",
        "history": "Stages, Milestones",
    }
