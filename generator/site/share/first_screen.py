"""What the first screen of a record's page shows, for the preview in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model.display.field_display import vocabulary_of
from generator.model.fields.progress import Progress, stage_progress, status_progress
from generator.model.kind import EVIDENCE_BASES
from generator.model.kinds import KIND_OF, Kind
from generator.model.kinds.prototype import BEST_BASES
from generator.model.kinds.prototype_verdict import JUDGE_NOT_STATED, NO_RESULT
from generator.model.kinds.prototype_words import JUDGED_VERDICTS
from generator.model.questions import Question, questions_of
from generator.site.parts.field_blocks import WIDE_ROW_LENGTH
from generator.site.parts.field_view import field_views

_PROTOTYPE = "prototype"  # its page says “As of 2013” beside its stage


def first_screen(kind: Kind) -> list[dict[str, Any]]:
    """Return the rows of the first screen of a kind, in their order, as values for JSON."""
    asked = {question.name: question for question in questions_of(kind)}
    return [
        {
            "name": field.name,
            "always": field.shown.always,
            "tones": _tones(asked[field.name]),
            "unanswered": unanswered(kind, field.name),
        }
        for field in field_views(kind.model)
        if field.shown and field.shown.key and field.name in asked
    ]


def unanswered(kind: Kind, name: str) -> list[str]:
    """Return the label and the tone of what a field says that nobody answers; empty for nothing."""
    info = kind.model.model_fields[name]
    words = vocabulary_of(info)
    if words is None or not isinstance(info.default, str):
        return []
    option = words.option(info.default)
    return [option.label, option.tone]


def preview_rules() -> dict[str, Any]:
    """Return the words and limits of a first screen, as values for JSON."""
    return {
        "wideFrom": WIDE_ROW_LENGTH,
        "judgedVerdicts": sorted(JUDGED_VERDICTS),
        "judgeNotStated": JUDGE_NOT_STATED,
        "noResult": NO_RESULT,
        "bases": {option.word: [option.label, option.tone] for option in EVIDENCE_BASES.options},
        "bestBases": list(BEST_BASES),
        "tellingAge": [_PROTOTYPE],
        "planned": {
            "prototype": _planned(KIND_OF["prototype"], "stage", stage_progress),
            "adoption": _planned(KIND_OF["adoption"], "status", status_progress),
        },
    }


def _planned(kind: Kind, name: str, progress: Callable[[str], Progress]) -> dict[str, Any]:
    """Return which words of a field say that something has not begun."""
    question = next(asked for asked in questions_of(kind) if asked.name == name)
    words = [option.word for option in question.method_terms if progress(option.word) == "planned"]
    default = kind.model.model_fields[name].default
    return {"field": name, "words": words, "unanswered": default if default in words else ""}


def _tones(question: Question) -> dict[str, str]:
    return {option.word: option.tone for option in question.method_terms}
