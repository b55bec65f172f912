"""What a prototype is asked for, and what it must state, by its stage and verdict."""

from __future__ import annotations

from generator.model.kind import AskedWhen, RequiredWhen
from generator.model.kinds.prototype_words import JUDGED_VERDICTS, VERDICTS

_JUDGED = tuple(word for word in VERDICTS.words if word in JUDGED_VERDICTS)
_ONCE_IN_PRACTICE = (
    "verdict", "starting_point", "outcomes_aimed", "practices", "sponsor", "team", "co_production",
)  # fmt: skip

_LESSON = "Add “lessons:” and below it “not_worked:” with at least one sentence."
_LESSON_AT_FORM = "Say in “{question}” what worked, or what did not, in at least one sentence."
_LESSONS = ("lessons.worked", "lessons.not_worked")
REQUIRED_WHEN = (
    RequiredWhen(
        "C314", "stage", ("stopped",), _LESSONS, "lessons",
        "This prototype stopped, but it has no lessons.", _LESSON, _LESSON_AT_FORM,
    ),
    RequiredWhen(
        "C314", "verdict", ("not-worked",), _LESSONS, "lessons",
        "This prototype did not work, but it has no lessons.", _LESSON, _LESSON_AT_FORM,
    ),
    RequiredWhen(
        "C315", "verdict", _JUDGED, ("verdict_basis",), "verdict",
        "The verdict is “{word}”, but no reasons are given.",
        "Add “verdict_basis:” and say what makes you say so.",
        "Say in “{question}” what makes you say so.",
    ),
)  # fmt: skip

ASKED_WHEN = (
    AskedWhen("stage", ("testing", "live", "completed", "stopped"), _ONCE_IN_PRACTICE),
    AskedWhen("stage", ("completed", "stopped"), ("verdict_basis", "lessons", "measures")),
    AskedWhen("verdict", _JUDGED, ("verdict_basis", "judged_by", "lessons")),
)
