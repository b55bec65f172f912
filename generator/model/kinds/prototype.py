"""Prototype: one place's trial or use of one or more practices.

`description`, `fidelity_planned` and `modifications` follow TIDieR (Hoffmann and others, 2014),
`reach` follows RE-AIM (Glasgow and others, 1999).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from generator.model.display.field_display import ContextualLabel, FieldDisplay, RecordSection
from generator.model.display.inferred import is_inferred, marked
from generator.model.display.vocabulary import Option, Vocabulary
from generator.model.fields.links import Link, Reference, RelationState
from generator.model.fields.progress import stage_progress
from generator.model.fields.types import (
    Date,
    EventDate,
    Id,
    Ids,
    Line,
    NonEmpty,
    Text,
    Texts,
    Whole,
)
from generator.model.kind import (
    RECORD_SECTIONS,
    AskedWhen,
    EvidenceBasis,
    Kind,
    RequiredWhen,
    SchemaOrgType,
)
from generator.model.kinds.measure import Measures, result_standing
from generator.model.record import Model, Modification, Record

Stage = Literal[
    "idea", "proposed", "agreed", "designing", "procuring", "testing", "live", "completed",
    "stopped",
]  # fmt: skip
STAGES = Vocabulary(
    Stage,
    tones={
        "good": ("live", "completed"),
        "part": ("testing",),
        "bad": ("stopped",),
        "plan": ("idea", "proposed", "agreed", "designing", "procuring"),
    },
)
Verdict = Literal["worked", "worked-in-part", "not-worked", "too-early", "not-reported"]
VERDICTS = Vocabulary(
    Verdict,
    {
        "not-worked": "Did not work",
        "too-early": "Too early to say",
        "not-reported": "No result reported",
    },
    {
        "good": ("worked",),
        "part": ("worked-in-part",),
        "bad": ("not-worked",),
        "open": ("too-early", "not-reported"),
    },
)
JUDGED = frozenset({"worked", "worked-in-part", "not-worked"})
Judge = Literal["those-involved", "independent", "academy"]
JUDGES = Vocabulary(
    Judge,
    {
        "those-involved": "In the view of those involved",
        "independent": "Judged by an independent evaluation",
        "academy": "Judged by the academy from what the source says",
    },
    {"good": ("independent",), "part": ("those-involved", "academy")},
)
Role = Literal[
    "lead", "member", "commissioner", "provider", "funder", "host", "supporter", "adviser",
    "dissemination", "workforce-development",
]  # fmt: skip
ROLES = Vocabulary(Role)
PrototypeType = Literal["service", "programme", "joint-arrangement", "platform"]
TYPES = Vocabulary(PrototypeType)

IN_PRACTICE = frozenset({"testing", "live", "completed"})


class Participant(Model):
    """A partner and what it does here."""

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
    """How the people concerned were listened to."""

    who: Annotated[Text | None, FieldDisplay("Who took part", "Who did you involve?")] = None
    how: Annotated[Text | None, FieldDisplay("How", "How did you involve them?")] = None


class PrototypeReach(Model):
    """How far it goes (RE-AIM reach)."""

    unit: Annotated[
        Line | None,
        FieldDisplay("What is counted", "People, places or something else?", example="schools"),
    ] = None
    live: Annotated[
        Whole | None, FieldDisplay("Now", "How many does it cover now?", always=True)
    ] = None
    planned: Annotated[Whole | None, FieldDisplay("Planned", "How many more are planned?")] = None
    coverage: Annotated[Line | None, FieldDisplay("In words", "Say how far it reaches.")] = None


class Lessons(Model):
    """What was learnt, both ways."""

    worked: Annotated[
        Texts, FieldDisplay("What worked", "What would you do again?", always=True)
    ] = ()
    not_worked: Annotated[
        Texts, FieldDisplay("What did not work", "What would you do differently?", always=True)
    ] = ()


class Benefit(Model):
    """A benefit that is claimed or expected, not measured."""

    text: Annotated[Text, FieldDisplay("Benefit", "What is the benefit?")]
    outcome: Annotated[
        Id | None,
        Link(("outcome",), "claims", "Prototypes that expect it"),
        FieldDisplay("Outcome", "Which outcome is it about?"),
    ] = None


class StageStep(Model):
    """A stage, from a date on: an earlier state stays when a place is described again."""

    stage: Annotated[Stage, STAGES, FieldDisplay("Stage", "How far had it got?")]
    date: Annotated[
        Date | None, EventDate(), FieldDisplay("From", "When did this stage start?", always=True)
    ] = None
    note: Annotated[Text | None, FieldDisplay("Note", "What happened?")] = None


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
    year: Annotated[Whole | None, FieldDisplay("Year", "In which year?")] = None


class Review(Model):
    """A note of a review or a challenge, by role."""

    date: Annotated[Date, EventDate(), FieldDisplay("Date", "When was it written?")]
    role: Annotated[Line, FieldDisplay("Role", "Give a job title, not a name.")]
    note: Annotated[Text, FieldDisplay("Note", "What did they say?")]


def judge_of(record: Prototype) -> Judge | None:
    """Who gave the verdict: the academy where the verdict is inferred; None where nobody says."""
    if record.verdict not in JUDGED:
        return None
    return "academy" if is_inferred(record, "verdict") else record.judged_by


def verdict_as_read(record: Prototype) -> Option:
    """The verdict with who gave it, and whether any result stands behind it."""
    option = VERDICTS.option(record.verdict)
    if record.verdict not in JUDGED:
        return marked(option, inferred=is_inferred(record, "verdict"))
    judge = judge_of(record)
    said = JUDGES.label(judge).lower() if judge else "who judged it is not stated"
    bare = all(one.nature != "result" for one in record.measures)
    end = "; no result is recorded" if bare else ""
    return replace(option, label=f"{option.label}, {said}{end}")


class Prototype(Record):
    """One place's trial or use of one or more practices."""

    areas: Annotated[
        Ids,
        NonEmpty,
        Link(
            ("area",),
            "in_area",
            "In practice here",
            planned="Planned here",
            halted="Stopped here",
        ),
        FieldDisplay("Where", "Which areas is this for?", key=True, light=True),
    ]
    stage: Annotated[
        Stage,
        STAGES,
        FieldDisplay(
            "Stage",
            "How far has it got? Choose testing for a pilot, and procuring if it is out to tender.",
            key=True,
            light=True,
            example="idea",
        ),
    ] = "idea"
    verdict: Annotated[
        Verdict,
        VERDICTS,
        ContextualLabel(verdict_as_read, tells_inferred=True),
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
            halted="Stopped prototypes it oversaw",
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
            halted="Stopped prototypes that used it",
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
            halted="Stopped prototypes that showed it",
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
    recognition: Annotated[
        tuple[Recognition, ...],
        FieldDisplay("Recognition", "Has it won or been shortlisted for an award?", "recognition"),
    ] = ()

    kind = "prototype"


def relation_state(record: Prototype, reference: Reference) -> RelationState:  # noqa: ARG001
    """Whether what the prototype does with another record has happened, is planned or stopped."""
    return stage_progress(record.stage)


def prototype_standing(record: Prototype) -> EvidenceBasis:
    """A plan until it is tested; after that as its best result is: observed, reported with
    figures, or reported.

    What is told with made-up figures only is an illustration.
    """
    if record.measures and all(one.nature == "illustration" for one in record.measures):
        return "illustrative"
    if record.stage not in IN_PRACTICE and record.stage != "stopped":
        return "planned"
    standings = {result_standing(one) for one in record.measures if one.nature == "result"}
    best: tuple[EvidenceBasis, ...] = ("observed", "with-figures")
    return next((standing for standing in best if standing in standings), "reported")


_JUDGED = tuple(word for word in VERDICTS.words if word in JUDGED)
_ONCE_IN_PRACTICE = (
    "verdict", "starting_point", "outcomes_aimed", "practices", "sponsor", "team", "co_production",
)  # fmt: skip

_LESSON = "Add “lessons:” and below it “not_worked:” with at least one sentence."
_LESSONS = ("lessons.worked", "lessons.not_worked")
_DEMANDS = (
    RequiredWhen(
        "C314", "stage", ("stopped",), _LESSONS, "lessons",
        "This prototype stopped, but it has no lessons.", _LESSON,
    ),
    RequiredWhen(
        "C314", "verdict", ("not-worked",), _LESSONS, "lessons",
        "This prototype did not work, but it has no lessons.", _LESSON,
    ),
    RequiredWhen(
        "C315", "verdict", _JUDGED, ("verdict_basis",), "verdict",
        "The verdict is “{word}”, but no reasons are given.",
        "Add “verdict_basis:” and say what makes you say so.",
    ),
)  # fmt: skip

# what is in practice or has been comes before what is planned
_LIST_ORDER = (
    "live", "completed", "testing", "stopped", "procuring", "designing", "agreed", "proposed",
    "idea",
)  # fmt: skip

KIND = Kind(
    name="prototype",
    label="Prototype",
    labels="Prototypes",
    with_article="a prototype",
    slug="prototypes",
    model=Prototype,
    folder="prototypes",
    about="What places have tried, how far it has got, whether it worked and what they learnt.",
    linked=SchemaOrgType(
        "Project",
        (("areaServed", "areas"), ("foundingDate", "started"), ("knowsAbout", "practices")),
    ),
    sections=(
        RecordSection("verdict", "Did it work?"),
        RecordSection("start", "Starting point and aims"),
        RecordSection("done", "What it involves"),
        RecordSection("results", "Results and other figures", ("of",)),
        RecordSection("value", "Costs and benefits"),
        RecordSection("lessons", "Lessons"),
        RecordSection("recognition", "Recognition"),
        RecordSection("who", "Who is involved"),
        RecordSection("uses", "Practices and principles"),
        RecordSection(
            "spread", "Spread to other places", ("learnt_from", "resulted_in", "continues")
        ),
        RecordSection("barriers", "Barriers met", ("met_by",), planned="Barriers expected"),
        RecordSection("material", "Read and learn more", ("about", "covers")),
        *RECORD_SECTIONS,
    ),
    group_by="stage",
    group_order=_LIST_ORDER,
    tags=("areas", "stage", "verdict"),
    grows=(
        AskedWhen("stage", ("testing", "live", "completed", "stopped"), _ONCE_IN_PRACTICE),
        AskedWhen("stage", ("completed", "stopped"), ("verdict_basis", "lessons", "measures")),
        AskedWhen("verdict", _JUDGED, ("verdict_basis", "judged_by", "lessons")),
    ),
    demands=_DEMANDS,
    next_edges=("uses", "learnt_from", "covers"),
    standing=prototype_standing,
    relation_state=relation_state,
)
