"""What stands in one cell: one answer, or several; as people write it and as the model takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.sheets.columns import fold_text
from generator.model.questions import Question, Shape

NOT_STATED = "not stated"
# where “not stated” could be meant as text, it is text
_PROSE: tuple[Shape, ...] = ("line", "text", "story")
_YES_OR_NO = {"true": "yes", "false": "no"}
_BULLETS = re.compile(r"(•+) ")
# a program that opens the sheet takes text that begins so for a formula
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,]+")


def parse_cell(text: str, question: Question) -> str | list[str] | None:
    """A cell as the model takes it: text, several texts, or None for “nobody has said”."""
    if question.many:
        return [_allowed_word(item, question) for item in split_items(text, question)]
    if question.shape not in _PROSE and not question.words and fold_text(text) == NOT_STATED:
        return None
    answer = _allowed_word(text.strip(), question)
    return None if question.words and fold_text(answer) == NOT_STATED else answer


def _allowed_word(text: str, question: Question) -> str:
    """An allowed word may be written as pages show it, and in capitals."""
    if not question.words:
        return text
    plain = fold_text(text)
    meant = [
        option.word
        for option in question.options
        if plain in (option.word, fold_text(option.label))
    ]
    if not meant and _YES_OR_NO.get(plain) in question.words:
        return _YES_OR_NO[plain]
    return meant[0] if len(meant) == 1 else text


def split_items(text: str, question: Question) -> list[str]:
    """The items of a cell: one a line, each with a bullet if it runs over several lines.

    Short ones may stand on one line with `;` between them. Prose may hold a `;` of its own.
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
    """Several items as one cell, from which `split` makes them again."""
    if not any(sign in item for item in items for sign in ("\n", ";", "•")):
        return "\n".join(items)
    mark = "•"
    while any(re.search(rf"^{mark} ", item, re.MULTILINE) for item in items):
        mark += "•"
    return "\n".join(f"{mark} {item}" for item in items)


def escape_formula(text: str) -> str:
    """Text for a CSV file that no program will take for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unescape_formula(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if _ESCAPED.match(text) else text
