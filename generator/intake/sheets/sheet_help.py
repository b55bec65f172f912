"""The help texts in a sheet."""

from __future__ import annotations

from generator.diagnostics import join_words
from generator.intake.sheets.columns import REPEATS_OFFERED, SheetTable
from generator.intake.sheets.sheet import SheetFormat
from generator.model.kinds import KIND_OF, Kind
from generator.model.questions import Question, Shape

GUIDE_SHEET = "How to fill this in"
ALLOWED_WORDS_SHEET = "Allowed words"
HELP_PREFIX = "Help:"  # the reader skips a row that begins with this
_FORMAT_HELP: dict[Shape, str] = {
    "date": "A year (2020), a month (2020-01) or a day (2020-01-31).",
    "number": "Digits only, such as 24 or 3.5.",
    "whole": "A whole number.",
    "yes-no": "yes or no.",
    "p-value": "A number from 0 to 1, such as 0.04, or <0.001.",
    "web": "The whole address, starting with https://.",
}


def column_help(question: Question) -> str:
    """Return the help below a column's heading."""
    parts = [
        "Needed." if question.required else "",
        question.help,
        _FORMAT_HELP.get(question.shape, ""),
    ]
    if question.words:
        parts.append(f"One of: {', '.join(question.words)}.")
    if question.shape == "record":
        parts.append(f"The title or id of {_kinds_phrase(question)}.")
    if question.many:
        parts.append("If there are several, write one on each line.")
    if question.example:
        parts.append(f"Example: {question.example}.")
    return " ".join(part for part in parts if part)


def first_column_help(table: SheetTable, kind: Kind) -> str:
    """Return the help below the first heading; `HELP_PREFIX` marks the row as help."""
    label = kind.label.lower()
    if table.part:
        return f"{HELP_PREFIX} this row is not read. Write the id or title of the {label} here."
    return (
        f"{HELP_PREFIX} this row is not read. Leave the id empty for one made from the title, or "
        "write your own: small letters, digits and hyphens."
    )


def guide_lines(
    kind: Kind, sheets: tuple[SheetTable, ...], form: SheetFormat = "xlsx"
) -> tuple[str, ...]:
    """Return the lines of the guide sheet. A line without a full stop at its end is a heading."""
    main, *parts = sheets
    names = ", ".join(f"“{part.name}”" for part in parts)
    more = (
        (
            "What can be there several times",
            f"These have a sheet of their own: {names}.",
            f"Write one row for each. The first column names the {kind.label.lower()}: its id or "
            "its title, as on the first sheet.",
        )
        if parts
        else ()
    )
    command = f"academy import {kind.slug}.{form} --kind {kind.name.replace('_', '-')}"
    return (
        f"{kind.labels}: {GUIDE_SHEET.lower()}",
        kind.about,
        "Start here",
        f"Go to the sheet “{main.name}”. Write one row for each record, below the row of help.",
        "Fill in what you know. Leave the rest empty: it reads “not stated”.",
        "“Needed” in the help means that a record cannot do without it.",
        "What to write in a cell",
        "Some cells give you words to choose from. They are all on the sheet “Allowed words”.",
        "Where another record is named, write its title or its id.",
        "If a cell takes several answers, write one on each line (Alt and Enter in Excel). Where "
        "answers are short you may put a semicolon between them.",
        "An answer that runs over several lines starts with “• ”, and so do the others beside it.",
        "Write a date as 2020, 2020-01 or 2020-01-31, and a number with digits only.",
        "Write no names of people and nothing that could tell who they are. Roles are enough.",
        "Do not write formulas.",
        *more,
        "When you have finished",
        f"Save the file, then run: {command} --dry-run",
        "It says what is wrong, by row and column, and writes nothing. Without --dry-run it writes "
        "the records when all is well.",
        "You may add columns with higher numbers: "
        f"“Sources {REPEATS_OFFERED + 1}: Document” works too.",
    )


def _kinds_phrase(question: Question) -> str:
    if "*" in question.kinds:
        return "a record of any kind"
    return join_words(KIND_OF[kind].with_article for kind in question.kinds)
