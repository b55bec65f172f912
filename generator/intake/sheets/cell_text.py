"""The text of one cell: how people write answers, and how the model reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.display.vocabulary import Option
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.question_names import fold_text
from generator.model.questions import Question, Shape, options_of

NOT_STATED = "not stated"
# shapes of free text, in which “not stated” is an answer like any other
_PROSE: tuple[Shape, ...] = ("line", "text", "story")
_YES_OR_NO = {"true": "yes", "false": "no"}
_BULLETS = re.compile(r"(•+) ")
# spreadsheets take text that begins like this for a formula
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,]+")


def parse_cell(
    text: str, question: Question, vocabulary: AcademyVocabulary
) -> str | list[str] | None:
    """Return the value of a cell for the model: text, a list of texts, or None for “not stated”."""
    options = options_of(question, vocabulary)
    if question.many:
        return [_allowed_word(item, options) for item in split_items(text, question)]
    if question.shape not in _PROSE and not options and fold_text(text) == NOT_STATED:
        return None
    answer = _allowed_word(text.strip(), options)
    return None if options and fold_text(answer) == NOT_STATED else answer


def _allowed_word(text: str, options: tuple[Option, ...]) -> str:
    """Return the allowed word that a text means, by its label, in capitals or as it is.

    Text that matches no allowed word is returned unchanged.
    """
    if not options:
        return text
    plain = fold_text(text)
    meant = [option.word for option in options if plain in (option.word, fold_text(option.label))]
    if not meant and _YES_OR_NO.get(plain) in [option.word for option in options]:
        return _YES_OR_NO[plain]
    return meant[0] if len(meant) == 1 else text


def split_items(text: str, question: Question) -> list[str]:
    """Return the items of a cell: one on each line, or marked with bullets if one spans lines.

    Short items may share a line, separated by `;`. Prose may contain a `;`, so it is never split
    there.
    """
    text = text.strip("\n")
    if match := _BULLETS.match(text):
        items = re.split(rf"^{match.group(1)} ", text, flags=re.MULTILINE)
    elif "\n" in text or question.shape == "text":
        items = text.split("\n")
    else:
        items = text.split(";")
    return [item.strip() for item in items if item.strip()]


def join_items(items: Sequence[str]) -> str:
    """Return several items as one cell, which `split_items` splits into the same items."""
    if not any(sign in item for item in items for sign in ("\n", ";", "•")):
        return "\n".join(items)
    mark = "•"
    while any(re.search(rf"^{mark} ", item, re.MULTILINE) for item in items):
        mark += "•"
    return "\n".join(f"{mark} {item}" for item in items)


def escape_formula(text: str) -> str:
    """Return text that a spreadsheet opening a CSV file does not take for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unescape_formula(text: str) -> str:
    """Return the text that `escape_formula` escaped."""
    return text[1:] if _ESCAPED.match(text) else text
