"""What the first screen of a record's page shows, for the preview in the form."""

from __future__ import annotations

from typing import Any

from generator.model.display.field_display import vocabulary_of
from generator.model.kinds import Kind
from generator.model.kinds.prototype_verdict import JUDGE_NOT_STATED, NO_RESULT
from generator.model.kinds.prototype_words import JUDGED_VERDICTS
from generator.model.questions import Question, questions_of
from generator.site.parts.field_blocks import WIDE_ROW_LENGTH
from generator.site.parts.field_view import field_views


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
    }


def _tones(question: Question) -> dict[str, str]:
    return {option.word: option.tone for option in question.method_terms}
