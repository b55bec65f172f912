"""Prototype: one place's trial or use of one or more practices.

`description`, `fidelity_planned` and `modifications` follow TIDieR (Hoffmann and others, 2014),
`reach` follows RE-AIM (Glasgow and others, 1999).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from generator.kinds.base import (
    RECORD_SECTIONS,
    Demand,
    Grow,
    Kind,
    Linked,
    Modification,
    Part,
    ReadsAs,
    Record,
    Section,
    Shown,
    Standing,
)
from generator.kinds.inferred import is_inferred, marked
from generator.kinds.links import Link, Reference, RelationState
from generator.kinds.measure import Measures, result_standing
from generator.kinds.progress import stage_progress
from generator.kinds.types import (
    SOME,
    Date,
    Happened,
    Id,
    Ids,
    Line,
    Text,
    Texts,
    Whole,
)
from generator.kinds.words import Option, Vocabulary

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


class Participant(Part):
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
        Shown("Partner", "The organisation."),
    ]
    role: Annotated[Role, ROLES, Shown("Role", "What it does here.")]


class Description(Part):
    """What was done, well enough to repeat (TIDieR items 2 to 9)."""

    why: Annotated[Text | None, Shown("Why", "The idea behind it.", always=True)] = None
    what: Annotated[
        Text | None, Shown("What", "What is done, and with what material.", always=True)
    ] = None
    who: Annotated[Text | None, Shown("Who", "Who does it.", always=True)] = None
    how: Annotated[Text | None, Shown("How", "In what way it is delivered.", always=True)] = None
    where: Annotated[Text | None, Shown("Where", "The places it happens.", always=True)] = None
    when: Annotated[
        Text | None, Shown("When and how much", "How often, how long.", always=True)
    ] = None
    tailoring: Annotated[
        Text | None, Shown("Tailoring", "How it is fitted to each person or place.", always=True)
    ] = None
    fidelity_planned: Annotated[
        Text | None,
        Shown("Keeping to the plan", "How it is made sure it is done as meant.", always=True),
    ] = None


class CoProduction(Part):
    """How the people concerned were listened to."""

    who: Annotated[Text | None, Shown("Who took part", "Who was asked or took part.")] = None
    how: Annotated[Text | None, Shown("How", "In what way.")] = None


class Reach(Part):
    """How far it goes (RE-AIM reach)."""

    unit: Annotated[Line | None, Shown("Counted in", "What is counted.", example="schools")] = None
    live: Annotated[Whole | None, Shown("Live", "How many now.", always=True)] = None
    planned: Annotated[Whole | None, Shown("Planned", "How many more are planned.")] = None
    coverage: Annotated[Line | None, Shown("In words", "The reach in words.")] = None


class Lessons(Part):
    """What was learnt, both ways."""

    worked: Annotated[Texts, Shown("What worked", "Lessons from what worked.", always=True)] = ()
    not_worked: Annotated[
        Texts, Shown("What did not work", "Lessons from what did not.", always=True)
    ] = ()


class Benefit(Part):
    """A benefit that is claimed or expected, not measured."""

    text: Annotated[Text, Shown("Benefit", "The benefit in words.")]
    outcome: Annotated[
        Id | None,
        Link(("outcome",), "claims", "Prototypes that expect it"),
        Shown("Outcome", "The outcome it is about."),
    ] = None


class StageStep(Part):
    """A stage, from a date on: an earlier state stays when a place is described again."""

    stage: Annotated[Stage, STAGES, Shown("Stage", "How far it had come.")]
    date: Annotated[Date | None, Happened(), Shown("From", "Since when.", always=True)] = None
    note: Annotated[Text | None, Shown("Note", "What happened.")] = None


class Recognition(Part):
    """An award, won or not."""

    award: Annotated[Line, Shown("Award", "Its name.")]
    by: Annotated[
        Id | None,
        Link(("partner",), "recognised_by", "Prototypes it has recognised"),
        Shown("By", "Who gives it."),
    ] = None
    result: Annotated[Line | None, Shown("Result", "Won, shortlisted…")] = None
    year: Annotated[Whole | None, Shown("Year", "The year.")] = None


class Review(Part):
    """A note of reflection or challenge, by role."""

    date: Annotated[Date, Happened(), Shown("Date", "When.")]
    role: Annotated[Line, Shown("Role", "By whom, by role.")]
    note: Annotated[Text, Shown("Note", "What was said.")]


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
        SOME,
        Link(
            ("area",),
            "in_area",
            "In practice here",
            planned="Planned here",
            halted="Stopped here",
        ),
        Shown("Where", "The areas where it is tried.", key=True, light=True),
    ]
    stage: Annotated[
        Stage,
        STAGES,
        Shown(
            "Stage",
            "How far it has come. What others call a pilot is testing; procuring is out to tender.",
            key=True,
            light=True,
            example="idea",
        ),
    ] = "idea"
    verdict: Annotated[
        Verdict,
        VERDICTS,
        ReadsAs(verdict_as_read, tells_inferred=True),
        Shown("Did it work?", "Your honest view so far.", "verdict", key=True),
    ] = "not-reported"
    judged_by: Annotated[
        Judge | None,
        JUDGES,
        Shown(
            "Who says so",
            "Who gave the verdict: those involved, an independent evaluation, or the academy from "
            "what the source says.",
            "verdict",
        ),
    ] = None
    verdict_basis: Annotated[
        Text | None, Shown("On what grounds", "What the view rests on.", "verdict", always=True)
    ] = None
    type: Annotated[
        PrototypeType | None,
        TYPES,
        Shown("Type", "What sort of thing it is.", key=True),
    ] = None
    started: Annotated[
        Date | None, Happened(), Shown("Started", "When it began.", key=True, always=True)
    ] = None
    population: Annotated[
        Line | None, Shown("For whom", "The people it is for.", key=True, always=True)
    ] = None
    starting_point: Annotated[
        Text | None,
        Shown("Starting point", "What things were like before.", "start", always=True),
    ] = None
    outcomes_aimed: Annotated[
        Ids,
        Link(("outcome",), "aims_at", "Prototypes that aim at it"),
        Shown("Outcomes aimed for", "What should get better.", "start", always=True),
    ] = ()
    aims: Annotated[Texts, Shown("Specific aims", "Aims in words.", "start")] = ()
    co_production: Annotated[
        CoProduction | None,
        Shown("How people were listened to", "Who was asked, and how.", "start", always=True),
    ] = None
    description: Annotated[
        Description,
        Shown("What it involves", "Enough for someone else to repeat it.", "done"),
    ] = Description()
    modifications: Annotated[
        tuple[Modification, ...],
        Shown("Changes along the way", "What was changed, and why.", "done", always=True),
    ] = ()
    history: Annotated[
        tuple[StageStep, ...], Shown("How it went", "Each stage with its date.", "done")
    ] = ()
    reach: Annotated[Reach | None, Shown("Reach", "How far it goes.", "done")] = None
    measures: Annotated[
        Measures, Shown("Results and other figures", "One entry a finding.", "")
    ] = ()
    benefits_claimed: Annotated[
        tuple[Benefit, ...],
        Shown("Benefits expected", "Benefits expected or claimed, not measured.", "results"),
    ] = ()
    lessons: Annotated[Lessons, Shown("Lessons", "What worked and what did not.", "lessons")] = (
        Lessons()
    )
    risks: Annotated[Texts, Shown("Risks", "What could go wrong.", "lessons")] = ()
    reviews: Annotated[
        tuple[Review, ...], Shown("Reflection and challenge", "Notes by role.", "lessons")
    ] = ()
    next_review: Annotated[
        Date | None, Shown("Next reflection", "When you will look back.", "lessons")
    ] = None
    partners: Annotated[
        tuple[Participant, ...], Shown("Partners", "Who does what.", "who", always=True)
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
        Shown("Overseen by", "The groups it answers to.", "who"),
    ] = ()
    sponsor: Annotated[
        Line | None,
        Shown("Sponsor", "The leaders who have bought in, by role.", "who", always=True),
    ] = None
    team: Annotated[
        Line | None, Shown("Team", "The small group doing it, by role.", "who", always=True)
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
        Shown("Practices it uses", "The ways of working it tries.", "uses", always=True),
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
        Shown("Principles it shows", "The beliefs behind it.", "uses"),
    ] = ()
    continues: Annotated[
        Ids,
        Link(("prototype",), "continues", "Continued by"),
        Shown("Continues", "The prototypes it grew from.", "spread"),
    ] = ()
    shared_through: Annotated[
        Ids,
        Link(("group",), "shared_through", "Prototypes shared through it"),
        Shown("Shared through", "The networks it is shared through.", "spread"),
    ] = ()
    recognition: Annotated[
        tuple[Recognition, ...], Shown("Recognition", "Awards and shortlistings.", "recognition")
    ] = ()

    kind = "prototype"


def relation_state(record: Prototype, reference: Reference) -> RelationState:  # noqa: ARG001
    """Whether what the prototype does with another record has happened, is planned or stopped."""
    return stage_progress(record.stage)


def prototype_standing(record: Prototype) -> Standing:
    """A plan until it is tested; after that as its best result is: observed, reported with
    figures, or reported.

    What is told with made-up figures only is an illustration.
    """
    if record.measures and all(one.nature == "illustration" for one in record.measures):
        return "illustrative"
    if record.stage not in IN_PRACTICE and record.stage != "stopped":
        return "planned"
    standings = {result_standing(one) for one in record.measures if one.nature == "result"}
    best: tuple[Standing, ...] = ("observed", "with-figures")
    return next((standing for standing in best if standing in standings), "reported")


_JUDGED = tuple(word for word in VERDICTS.words if word in JUDGED)
_ONCE_IN_PRACTICE = (
    "verdict", "starting_point", "outcomes_aimed", "practices", "sponsor", "team", "co_production",
)  # fmt: skip

_LESSON = "Add “lessons:” and below it “not_worked:” with at least one sentence."
_LESSONS = ("lessons.worked", "lessons.not_worked")
_DEMANDS = (
    Demand(
        "C314", "stage", ("stopped",), _LESSONS, "lessons",
        "This prototype stopped, but no lesson is written down.", _LESSON,
    ),
    Demand(
        "C314", "verdict", ("not-worked",), _LESSONS, "lessons",
        "This prototype did not work, but no lesson is written down.", _LESSON,
    ),
    Demand(
        "C315", "verdict", _JUDGED, ("verdict_basis",), "verdict",
        "The verdict is “{word}”, but no grounds are given.",
        "Add “verdict_basis:”: who says so, and from what.",
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
    slug="prototypes",
    model=Prototype,
    folder="prototypes",
    about="What places have tried: how far it has come, whether it worked and what they learnt.",
    linked=Linked(
        "Project",
        (("areaServed", "areas"), ("foundingDate", "started"), ("knowsAbout", "practices")),
    ),
    sections=(
        Section("verdict", "Did it work?"),
        Section("start", "Starting point and aims"),
        Section("done", "What it involves"),
        Section("results", "Results and other figures", ("of",)),
        Section("value", "Value case"),
        Section("lessons", "Lessons"),
        Section("recognition", "Recognition"),
        Section("who", "Who is involved"),
        Section("uses", "Practices and principles"),
        Section("spread", "Spread to other places", ("learnt_from", "resulted_in", "continues")),
        Section("barriers", "Barriers met", ("met_by",), planned="Barriers expected"),
        Section("material", "Read and learn more", ("about", "covers")),
        *RECORD_SECTIONS,
    ),
    group_by="stage",
    group_order=_LIST_ORDER,
    chips=("areas", "stage", "verdict"),
    grows=(
        Grow("stage", ("testing", "live", "completed", "stopped"), _ONCE_IN_PRACTICE),
        Grow("stage", ("completed", "stopped"), ("verdict_basis", "lessons", "measures")),
        Grow("verdict", _JUDGED, ("verdict_basis", "judged_by", "lessons")),
    ),
    demands=_DEMANDS,
    next_edges=("uses", "learnt_from", "covers"),
    standing=prototype_standing,
    relation_state=relation_state,
)
