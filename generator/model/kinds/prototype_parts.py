"""The nested values of a prototype, from who takes part to review notes.

`Description` follows TIDieR (Hoffmann and others, 2014), `PrototypeReach` follows RE-AIM (Glasgow
and others, 1999).
"""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.links import Link
from generator.model.fields.types import Date, EventDate, Id, Line, Text, Texts, WholeNumber
from generator.model.kinds.prototype_words import ROLES, STAGES, Role, Stage
from generator.model.record import Model


class Participant(Model):
    """A partner and its role in the prototype."""

    partner: Annotated[
        Id,
        Link(
            ("partner",),
            "partner_in",
            "Prototypes it takes part in",
            reverse=True,
            planned="Planned prototypes it would take part in",
            halted="Stopped prototypes it took part in",
        ),
        FieldDisplay("Partner", "Which organisation?"),
    ]
    role: Annotated[Role, ROLES, FieldDisplay("Role", "What does it do here?")]

    field_synonyms = {
        "partner": "Organisation, Organization, Name, Partner organisation",
    }


class Description(Model):
    """What was done, well enough to repeat (TIDieR items 2 to 9)."""

    why: Annotated[Text | None, FieldDisplay("Why", "What is the idea behind it?", always=True)] = (
        None
    )
    what: Annotated[
        Text | None, FieldDisplay("What", "What is done, and what is needed for it?", always=True)
    ] = None
    who: Annotated[Text | None, FieldDisplay("Who", "Who delivers it?", always=True)] = None
    how: Annotated[Text | None, FieldDisplay("How", "How is it delivered?", always=True)] = None
    where: Annotated[Text | None, FieldDisplay("Where", "Where does it happen?", always=True)] = (
        None
    )
    when: Annotated[
        Text | None,
        FieldDisplay(
            "When and how much", "How often does it happen, and for how long?", always=True
        ),
    ] = None
    tailoring: Annotated[
        Text | None,
        FieldDisplay("Adapting it", "How is it adapted for each person or place?", always=True),
    ] = None
    fidelity_planned: Annotated[
        Text | None,
        FieldDisplay(
            "How quality is kept", "How do you check it is delivered as planned?", always=True
        ),
    ] = None


class CoProduction(Model):
    """How the people concerned were involved."""

    who: Annotated[Text | None, FieldDisplay("Who took part", "Who did you involve?")] = None
    how: Annotated[Text | None, FieldDisplay("How", "How did you involve them?")] = None


class PrototypeReach(Model):
    """How many people or places it covers (RE-AIM reach)."""

    unit: Annotated[
        Line | None,
        FieldDisplay("What is counted", "People, places or something else?", example="schools"),
    ] = None
    live: Annotated[
        WholeNumber | None, FieldDisplay("Now", "How many does it cover now?", always=True)
    ] = None
    planned: Annotated[
        WholeNumber | None, FieldDisplay("Planned", "How many more are planned?")
    ] = None
    coverage: Annotated[Line | None, FieldDisplay("In words", "Say how far it reaches.")] = None


class Lessons(Model):
    """Lessons from what worked and from what did not."""

    worked: Annotated[
        Texts, FieldDisplay("What worked", "What would you do again?", always=True)
    ] = ()
    not_worked: Annotated[
        Texts, FieldDisplay("What did not work", "What would you do differently?", always=True)
    ] = ()

    field_synonyms = {
        "worked": "What went well, Successes",
        "not_worked": "What didn't work, What went wrong, What went less well",
    }


class Benefit(Model):
    """A benefit that is claimed or expected, not measured."""

    text: Annotated[Text, FieldDisplay("Benefit", "What is the benefit?")]
    outcome: Annotated[
        Id | None,
        Link(("outcome",), "claims", "Prototypes that expect it"),
        FieldDisplay("Outcome", "Which outcome is it about?"),
    ] = None

    field_synonyms = {
        "text": "Description",
    }


class StageStep(Model):
    """A step of the history: a stage, from a date on."""

    stage: Annotated[Stage, STAGES, FieldDisplay("Stage", "How far had it got?")]
    date: Annotated[
        Date | None, EventDate(), FieldDisplay("From", "When did this stage start?", always=True)
    ] = None
    note: Annotated[Text | None, FieldDisplay("Note", "What happened?")] = None

    field_synonyms = {
        "stage": "Status, Phase",
        "date": "Start date, Started",
    }


class Recognition(Model):
    """An award, won or not."""

    award: Annotated[Line, FieldDisplay("Award", "What is it called?")]
    by: Annotated[
        Id | None,
        Link(("partner",), "recognised_by", "Prototypes it has recognised"),
        FieldDisplay("Given by", "Who gives it?"),
    ] = None
    result: Annotated[
        Line | None, FieldDisplay("Result", "Won, shortlisted or something else.")
    ] = None
    year: Annotated[WholeNumber | None, FieldDisplay("Year", "In which year?")] = None

    field_synonyms = {
        "award": "Name, Title",
        "by": "Awarded by",
    }


class Review(Model):
    """A note of a review or a challenge, by role."""

    date: Annotated[Date, EventDate(), FieldDisplay("Date", "When was it written?")]
    role: Annotated[Line, FieldDisplay("Role", "Give a job title, not a name.")]
    note: Annotated[Text, FieldDisplay("Note", "What did they say?")]

    field_synonyms = {
        "role": "Job title",
        "note": "Notes, Comment, Comments",
    }
