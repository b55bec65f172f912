"""Adoption: one area takes a practice from elsewhere.

Statuses follow the phases of EPIS (Aarons and others, 2011): interested is exploration, intended is
preparation, begun is implementation, in-place is sustainment. Changes follow FRAME.
"""

from __future__ import annotations

from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Grow,
    Kind,
    Linked,
    Modification,
    Part,
    Record,
    Section,
    Shown,
    Standing,
    Titles,
)
from generator.kinds.links import Link
from generator.kinds.types import (
    SOME,
    Date,
    Happened,
    Id,
    Ids,
    Line,
    Number,
    Text,
    Texts,
    Whole,
)
from generator.kinds.words import Vocabulary

Status = Literal["interested", "intended", "begun", "in-place", "paused", "stopped", "declined"]
STATUSES = Vocabulary(
    Status,
    tones={
        "good": ("in-place",),
        "part": ("begun", "paused"),
        "bad": ("stopped", "declined"),
        "plan": ("interested", "intended"),
    },
)
Fidelity = Literal["faithful", "adapted", "principles-only", "not-stated"]
FIDELITIES = Vocabulary(Fidelity, tones={"part": ("adapted",), "open": ("not-stated",)})
Level = Literal["place-based", "sector-based", "wider-partnership"]
LEVELS = Vocabulary(Level)

NEEDS_REASON = frozenset({"paused", "stopped", "declined"})


class Lesson(Part):
    """From whom it was learnt."""

    area: Annotated[
        Id, Link(("area",), "learnt_from", "Others who learn from here"), Shown("Area", "Where.")
    ]
    prototype: Annotated[
        Id | None,
        Link(("prototype",), "learnt_from", "Others who learn from it"),
        Shown("Prototype", "Which prototype, if known."),
    ] = None
    group: Annotated[
        Id | None,
        Link(("group",), "learnt_from", "Others who learn from it"),
        Shown("Group", "Which group, if known."),
    ] = None


class Step(Part):
    """A status, from a date on."""

    status: Annotated[Status, STATUSES, Shown("Status", "How far it had come.")]
    date: Annotated[Date | None, Happened(), Shown("From", "Since when.", always=True)] = None
    reason: Annotated[Text | None, Shown("Reason", "Needed when paused, stopped or declined.")] = (
        None
    )


class Adoption(Record):
    """One area takes a practice from elsewhere."""

    title: Annotated[
        Line, Shown("Title", "Made from who learns what from whom, if left out.", "", light=True)
    ] = "-"
    area: Annotated[
        Id,
        Link(("area",), "adopts", "What it takes up from others", reverse=True),
        Shown("Adopter", "The area that takes it up.", key=True, light=True),
    ]
    practice: Annotated[
        Id | None,
        Link(("practice",), "of_practice", "Adoptions"),
        Shown("Practice", "What is taken up, if known.", key=True, always=True, light=True),
    ] = None
    learnt_from: Annotated[
        tuple[Lesson, ...],
        SOME,
        Shown("Learnt from", "From whom it was learnt.", "from", light=True),
    ]
    status: Annotated[
        Status,
        STATUSES,
        Shown("Status", "How far it has come.", key=True, light=True, example="interested"),
    ]
    unnamed_adopters: Annotated[
        Whole | None,
        Shown("Adopters not named", "How many, when the source does not name them.", key=True),
    ] = None
    level: Annotated[
        Level | None,
        LEVELS,
        Shown("Level", "At what level partners work together on it.", always=True),
    ] = None
    history: Annotated[
        tuple[Step, ...], Shown("How it went", "Each status with its date.", "history")
    ] = ()
    proved_on: Annotated[
        Date | None,
        Happened(),
        Shown("Proved on", "When it was shown to work.", "history", always=True),
    ] = None
    adopted_on: Annotated[
        Date | None,
        Happened(),
        Shown("Adopted on", "When it was in place here.", "history", always=True),
    ] = None
    fidelity_planned: Annotated[
        Fidelity,
        FIDELITIES,
        Shown("Fidelity planned", "Copy it, adapt it, or apply its principles?", "fit"),
    ] = "not-stated"
    fidelity_actual: Annotated[
        Fidelity,
        FIDELITIES,
        Shown("Fidelity in fact", "What it turned out to be.", "fit", key=True),
    ] = "not-stated"
    kept: Annotated[
        Texts, Shown("What was kept", "What stayed as it was.", "fit", always=True)
    ] = ()
    modifications: Annotated[
        tuple[Modification, ...], Shown("What was changed", "Each change.", "fit", always=True)
    ] = ()
    why_it_fits: Annotated[
        Text | None, Shown("Why it fits here", "The local reason.", "fit", always=True)
    ] = None
    condition: Annotated[Line | None, Shown("On condition", "What has to hold first.")] = None
    route: Annotated[Line | None, Shown("By way of", "The route it takes.")] = None
    support_received: Annotated[
        Line | None, Shown("Support received", "What help there was.", "from")
    ] = None
    expected_months_saved: Annotated[
        Number | None, Shown("Months it should save", "An estimate, in months.")
    ] = None
    resulting_prototypes: Annotated[
        Ids,
        Link(("prototype",), "resulted_in", "Grew out of"),
        Shown("What came of it", "The prototypes that resulted.", "from"),
    ] = ()
    asserted_by: Annotated[
        Id | None,
        Link(("partner", "group"), "asserted_by", "Adoptions it has stated"),
        Shown("Stated by", "Whose account this is.", "confirm", always=True),
    ] = None
    confirmed_by: Annotated[
        Id | None,
        Link(("partner", "group"), "confirmed_by", "Adoptions it has confirmed"),
        Shown("Confirmed by", "Who, for the adopter, has confirmed it.", "confirm", always=True),
    ] = None
    confirmed_on: Annotated[
        Date | None, Happened(), Shown("Confirmed on", "When.", "confirm", always=True)
    ] = None

    kind = "adoption"


def adoption_title(record: Adoption, titles: Titles) -> str:
    """Who learns what from whom, unless a title is given."""
    if record.title != "-":
        return record.title
    what = titles(record.practice) if record.practice else "practice not named"
    adopter = titles(record.area)
    sources = [
        one for one in (titles(lesson.area) for lesson in record.learnt_from) if one != adopter
    ]
    whom = " and ".join(dict.fromkeys(sources)) or "within the area"
    return (
        f"{titles(record.area)}: {what}, learnt from {whom}"
        if sources
        else (f"{titles(record.area)}: {what}, spread {whom}")
    )


def adoption_standing(record: Adoption) -> Standing | None:
    """A plan until it has begun."""
    return "planned" if record.status in ("interested", "intended") else "reported"


KIND = Kind(
    name="adoption",
    grows=(
        Grow(
            "status",
            ("begun", "in-place"),
            ("adopted_on", "fidelity_actual", "kept", "modifications"),
        ),
        Grow("status", ("paused", "stopped", "declined"), ("history",)),
    ),
    label="Adoption",
    labels="Adoptions",
    slug="adoptions",
    model=Adoption,
    folder="registry/adoptions",
    about="Who took up what from whom, how closely they kept to it and what they changed.",
    linked=Linked(
        "Action",
        (("agent", "area"), ("object", "practice"), ("result", "resulting_prototypes")),
    ),
    sections=(
        Section("about", "At a glance"),
        Section("from", "From whom"),
        Section("fit", "Copied, adapted or principles applied"),
        Section("history", "How it went"),
        Section("confirm", "Who says so"),
        *RECORD_SECTIONS,
    ),
    group_by="status",
    group_order=("in-place", "begun", "intended", "interested"),
    chips=("area", "practice", "status"),
    columns=("title", "status", "fidelity_planned", "fidelity_actual"),
    next_edges=("of_practice", "learnt_from", "resulted_in"),
    title=adoption_title,
    standing=adoption_standing,
)
