"""The nested values of an adoption: where it was learnt, and the steps of its history."""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.links import Link
from generator.model.fields.types import Date, EventDate, Id, Text
from generator.model.kinds.adoption_words import STATUSES, AdoptionStatus
from generator.model.record import Model


class LessonSource(Model):
    """The area that it was learnt from, with the prototype or group if known."""

    area: Annotated[
        Id,
        Link(
            ("area",),
            "learnt_from",
            "Others have learnt from here",
            planned="Others plan to learn from here",
            halted="Paused, stopped or declined by others",
            internal="Spread within the area",
            words="Comes from",
        ),
        FieldDisplay("Area", "Which area does it come from?"),
    ]
    prototype: Annotated[
        Id | None,
        Link(
            ("prototype",),
            "learnt_from",
            "Others have learnt from it",
            planned="Others plan to learn from it",
            halted="Paused, stopped or declined by others",
            internal="Spread within its own area",
        ),
        FieldDisplay("Prototype", "Which prototype, if you know?"),
    ] = None
    group: Annotated[
        Id | None,
        Link(
            ("group",),
            "learnt_from",
            "Others have learnt from it",
            planned="Others plan to learn from it",
            halted="Paused, stopped or declined by others",
            internal="Spread within its own area",
        ),
        FieldDisplay("Group", "Which group, if you know?"),
    ] = None


class StatusStep(Model):
    """A step of the history: a status, from a date on."""

    status: Annotated[AdoptionStatus, STATUSES, FieldDisplay("Status", "How far had it got?")]
    date: Annotated[
        Date | None, EventDate(), FieldDisplay("From", "When did this start?", always=True)
    ] = None
    reason: Annotated[
        Text | None, FieldDisplay("Reason", "Say why if it was paused, stopped or declined.")
    ] = None
