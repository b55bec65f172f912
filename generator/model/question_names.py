"""The names by which people call a question: its label, its field name and its synonyms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from generator.model.questions import Question

# what people add to a heading to say how to fill it in
_REMARK = re.compile(r"\s*\((?:required|mandatory|optional|if known|if any)\)$")


def fold_text(text: str) -> str:
    """Return text for comparison: lower case, single spaces, no closing punctuation."""
    return " ".join(text.split()).casefold().rstrip(" *:?")


def fold_heading(text: str) -> str:
    """Return a name for comparison, as `fold_text`, with spaces for hyphens and underscores.

    Leaves out remarks such as “(optional)”.
    """
    plain = _REMARK.sub("", fold_text(text)).replace("’", "'")
    return " ".join(plain.replace("_", " ").replace("-", " ").split())


@cache
def questions_by_name(asked: tuple[Question, ...]) -> Mapping[str, Question]:
    """Return each question by its folded names.

    Where two questions have one name, a label goes before a field name, and that before a synonym.
    """
    names: dict[str, Question] = {}
    for name_of in (_folded_label, _field_name, _loose_label, _loose_name):
        for question in asked:
            names.setdefault(name_of(question), question)
    for question in asked:
        for synonym in question.synonyms:
            names.setdefault(fold_heading(synonym), question)
    return MappingProxyType(names)


def question_named(asked: tuple[Question, ...], text: str) -> Question | None:
    """Return the question that a name means; None for an unknown one.

    Pass either single questions or groups: “Description” can be the name of one of each.
    """
    names = questions_by_name(asked)
    return names.get(fold_text(text)) or names.get(fold_heading(text))


def _folded_label(question: Question) -> str:
    return fold_text(question.label)


def _field_name(question: Question) -> str:
    return question.name


def _loose_label(question: Question) -> str:
    return fold_heading(question.label)


def _loose_name(question: Question) -> str:
    return fold_heading(question.name)
