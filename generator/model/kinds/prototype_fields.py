"""What a prototype says.

`description`, `fidelity_planned` and `modifications` follow TIDieR (Hoffmann and others, 2014),
`reach` follows RE-AIM (Glasgow and others, 1999).
"""

from __future__ import annotations

from typing import Annotated

from generator.model.display.field_display import ContextualLabel, FieldDisplay
from generator.model.fields.links import Link
from generator.model.fields.types import Date, EventDate, Ids, Line, NonEmpty, Text, Texts
from generator.model.kinds.measure import Measures
from generator.model.kinds.prototype_parts import (
    Benefit,
    CoProduction,
    Description,
    Lessons,
    Participant,
    PrototypeReach,
    Recognition,
    Review,
    StageStep,
)
from generator.model.kinds.prototype_synonyms import SYNONYMS
from generator.model.kinds.prototype_verdict import stage_option, verdict_option
from generator.model.kinds.prototype_words import (
    JUDGES,
    STAGES,
    TYPES,
    VERDICTS,
    Judge,
    PrototypeType,
    Stage,
    Verdict,
)
from generator.model.kinds.web_link import WebLinks
from generator.model.record import Modification, Record


class PrototypeFields(Record):
    """What a prototype says, in the order in which it is asked."""

    areas: Annotated[
        Ids,
        NonEmpty,
        Link(
            ("area",),
            "in_area",
            "In practice here",
            planned="Planned here",
            halted="Ended or stopped here",
        ),
        FieldDisplay("Where", "Which areas is this for?", key=True, asked_first=True),
    ]
    stage: Annotated[
        Stage,
        STAGES,
        ContextualLabel(stage_option),
        FieldDisplay(
            "Stage",
            "How far has it got? Choose testing for a pilot, and procuring if it is out to tender.",
            key=True,
            asked_first=True,
            example="idea",
        ),
    ] = "idea"
    verdict: Annotated[
        Verdict,
        VERDICTS,
        ContextualLabel(verdict_option, tells_inferred=True),
        FieldDisplay("Did it work?", "What is your honest view so far?", "verdict", key=True),
    ] = "not-reported"
    judged_by: Annotated[
        Judge | None,
        JUDGES,
        FieldDisplay(
            "Who says so",
            "Who judged it: those involved, an independent evaluation, or the academy from what "
            "the source says?",
            "verdict",
        ),
    ] = None
    verdict_basis: Annotated[
        Text | None, FieldDisplay("Reasons", "What makes you say that?", "verdict", always=True)
    ] = None
    type: Annotated[
        PrototypeType | None,
        TYPES,
        FieldDisplay("Type", "Which type is it?", key=True),
    ] = None
    started: Annotated[
        Date | None,
        EventDate(),
        FieldDisplay("Started", "When did it start?", key=True, always=True),
    ] = None
    ended: Annotated[
        Date | None,
        EventDate(),
        FieldDisplay("Ended", "When did it end, if it is over?", key=True),
    ] = None
    population: Annotated[
        Line | None, FieldDisplay("Who it is for", "Which people is it for?", key=True, always=True)
    ] = None
    starting_point: Annotated[
        Text | None,
        FieldDisplay(
            "Starting point", "What was the situation before you started?", "start", always=True
        ),
    ] = None
    outcomes_aimed: Annotated[
        Ids,
        Link(("outcome",), "aims_at", "Prototypes that aim at it"),
        FieldDisplay("Outcomes aimed for", "What do you want to improve?", "start", always=True),
    ] = ()
    aims: Annotated[Texts, FieldDisplay("Specific aims", "Did you set any targets?", "start")] = ()
    co_production: Annotated[
        CoProduction | None,
        FieldDisplay("How people were involved", "Who did you ask, and how?", "start", always=True),
    ] = None
    description: Annotated[
        Description,
        FieldDisplay("What it involves", "Say enough for someone else to repeat it.", "done"),
    ] = Description()
    modifications: Annotated[
        tuple[Modification, ...],
        FieldDisplay("Changes along the way", "What did you change, and why?", "done", always=True),
    ] = ()
    history: Annotated[
        tuple[StageStep, ...], FieldDisplay("Timeline", "When did each stage start?", "done")
    ] = ()
    reach: Annotated[
        PrototypeReach | None,
        FieldDisplay("Reach", "How many people or places does it cover?", "done"),
    ] = None
    measures: Annotated[
        Measures, FieldDisplay("Results and other figures", "Add each one separately.", "")
    ] = ()
    benefits_claimed: Annotated[
        tuple[Benefit, ...],
        FieldDisplay("Benefits expected", "What do you expect, but have not measured?", "results"),
    ] = ()
    lessons: Annotated[
        Lessons, FieldDisplay("Lessons", "What worked, and what did not?", "lessons")
    ] = Lessons()
    risks: Annotated[Texts, FieldDisplay("Risks", "What could go wrong?", "lessons")] = ()
    reviews: Annotated[
        tuple[Review, ...], FieldDisplay("Review notes", "Give job titles, not names.", "lessons")
    ] = ()
    next_review: Annotated[
        Date | None, FieldDisplay("Next review of the work", "When will you look back?", "lessons")
    ] = None
    partners: Annotated[
        tuple[Participant, ...], FieldDisplay("Partners", "Who does what?", "who", always=True)
    ] = ()
    groups: Annotated[
        Ids,
        Link(
            ("group",),
            "overseen_by",
            "Prototypes it oversees",
            planned="Planned prototypes it would oversee",
            halted="Ended or stopped prototypes it oversaw",
        ),
        FieldDisplay("Overseen by", "Which groups does it report to?", "who"),
    ] = ()
    sponsor: Annotated[
        Line | None,
        FieldDisplay(
            "Sponsor", "Which leaders support it? Give job titles, not names.", "who", always=True
        ),
    ] = None
    team: Annotated[
        Line | None,
        FieldDisplay("Team", "Who does the work? Give roles, not names.", "who", always=True),
    ] = None
    practices: Annotated[
        Ids,
        Link(
            ("practice",),
            "uses",
            "Prototypes that use it",
            planned="Prototypes that plan to use it",
            halted="Ended or stopped prototypes that used it",
        ),
        FieldDisplay(
            "Practices it uses", "Which ways of working does it try?", "uses", always=True
        ),
    ] = ()
    principles: Annotated[
        Ids,
        Link(
            ("principle",),
            "shows",
            "Prototypes that show it",
            planned="Planned prototypes that would show it",
            halted="Ended or stopped prototypes that showed it",
        ),
        FieldDisplay("Principles it shows", "Which beliefs are behind it?", "uses"),
    ] = ()
    continues: Annotated[
        Ids,
        Link(("prototype",), "continues", "Work that builds on it"),
        FieldDisplay("Builds on", "Which earlier work does it build on?", "spread"),
    ] = ()
    shared_through: Annotated[
        Ids,
        Link(("group",), "shared_through", "Prototypes shared through it"),
        FieldDisplay("Shared through", "Which networks share it?", "spread"),
    ] = ()
    links: Annotated[
        WebLinks, FieldDisplay("On the web", "Which web pages say more about it?", "material")
    ] = ()
    recognition: Annotated[
        tuple[Recognition, ...],
        FieldDisplay("Recognition", "Has it won or been shortlisted for an award?", "recognition"),
    ] = ()

    field_synonyms = SYNONYMS
