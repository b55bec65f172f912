"""The nested values of an adoption: where it was learnt, and the steps of its history."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from generator.model.display.field_display import FieldDisplay
from generator.model.fields.alternatives import has_exactly_one
from generator.model.fields.links import Link
from generator.model.fields.types import Date, EventDate, Id, Line, Text
from generator.model.kinds.adoption_words import STATUSES, AdoptionStatus
from generator.model.record import Model


def _learnt_from(kind: str, internal: str) -> Link:
    return Link(
        (kind,),
        "learnt_from",
        "Others have learnt from it",
        planned="Others plan to learn from it",
        halted="Paused, stopped or declined by others",
        internal=internal,
    )


class LessonSource(Model):
    """Where it was learnt: an area, an organisation, a document, or a source in words.

    The prototype or group is given beside it, if known.
    """

    area: Annotated[
        Id | None,
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
    ] = None
    partner: Annotated[
        Id | None,
        _learnt_from("partner", "Spread within the organisation"),
        FieldDisplay("Organisation", "Or which organisation, if it is not an area?"),
    ] = None
    resource: Annotated[
        Id | None,
        _learnt_from("resource", ""),
        FieldDisplay("Document", "Or which report, article or guide?"),
    ] = None
    described: Annotated[
        Line | None,
        FieldDisplay(
            "Other source",
            "Or say in a few words where it comes from.",
            example="a national training programme",
        ),
    ] = None
    prototype: Annotated[
        Id | None,
        _learnt_from("prototype", "Spread within its own area"),
        FieldDisplay("Prototype", "Which prototype, if you know?"),
    ] = None
    group: Annotated[
        Id | None,
        _learnt_from("group", "Spread within its own area"),
        FieldDisplay("Group", "Which group, if you know?"),
    ] = None

    field_synonyms = {
        "area": "Where, Place, Location",
        "partner": "Partner organisation, Organization",
        "resource": "Report, Publication, Source document",
    }

    exactly_one = ("area", "partner", "resource", "described")
    _has_exactly_one = model_validator(mode="after")(has_exactly_one)

    @property
    def origin(self) -> str | None:
        """The id of the area, organisation or document; None for a source in words."""
        return self.area or self.partner or self.resource


class StatusStep(Model):
    """A step of the history: a status, from a date on."""

    status: Annotated[AdoptionStatus, STATUSES, FieldDisplay("Status", "How far had it got?")]
    date: Annotated[
        Date | None, EventDate(), FieldDisplay("From", "When did this start?", always=True)
    ] = None
    reason: Annotated[
        Text | None,
        FieldDisplay(
            "Reason",
            "Say why if it was paused, stopped or declined. If nobody knows, write “not known”.",
        ),
    ] = None

    field_synonyms = {
        "status": "Stage, Phase",
        "date": "Start date, Started",
        "reason": "Why",
    }
