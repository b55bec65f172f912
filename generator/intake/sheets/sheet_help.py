"""The help texts in a sheet."""

from __future__ import annotations

from generator.diagnostics import join_words
from generator.intake.sheets.columns import REPEATS_OFFERED, SheetColumn, SheetTable
from generator.intake.sheets.sheet import SheetFormat
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.refusals import DATE_HELP
from generator.model.kinds import KIND_OF, Kind
from generator.model.questions import Question, Shape, words_of

GUIDE_SHEET = "How to fill this in"
ALLOWED_WORDS_SHEET = "Allowed words"
HELP_PREFIX = "Help:"  # the reader skips a row that begins with this
_FORMAT_HELP: dict[Shape, str] = {
    "date": DATE_HELP,
    "number": "Digits only, such as 24, 3.5 or -2.",
    "whole": "A whole number.",
    "yes-no": "yes or no.",
    "p-value": "A number from 0 to 1, such as 0.04, or <0.001.",
    "picture-file": "The path of a picture in the folder media, such as media/team.jpg.",
    "document-file": "The path of a document in the folder media, such as media/report.pdf.",
    "web": "The whole address, starting with https://.",
}


def column_help(column: SheetColumn, vocabulary: AcademyVocabulary) -> str:
    """Return the help below a column's heading."""
    question = column.question
    group = column.heading.rpartition(": ")[0]
    needed = f"Fill this in if you use “{group}”." if group else "You must fill this in."
    parts = [
        needed if question.required else "",
        question.help,
        _FORMAT_HELP.get(question.shape, ""),
    ]
    if words := words_of(question, vocabulary):
        parts.append(f"One of: {', '.join(words)}.")
    if question.shape == "record":
        parts.append(f"The title or id of {_kinds_phrase(question)}.")
    if question.many:
        parts.append("If there are several, write one on each line.")
    if question.example:
        parts.append(f"Example: {question.example}.")
    return " ".join(part for part in parts if part)


def first_column_help(table: SheetTable) -> str:
    """Return the help below the first heading; `HELP_PREFIX` marks the row as help."""
    if table.part:
        record = table.record.lower()
        return (
            f"{HELP_PREFIX} leave this row as it is. Below, give the title or id of the {record}."
        )
    return (
        f"{HELP_PREFIX} leave this row as it is. To have an id made from the title, leave the id "
        "empty. You can also choose one. Use small letters, digits and hyphens."
    )


def guide_lines(
    kind: Kind, sheets: tuple[SheetTable, ...], form: SheetFormat = "xlsx"
) -> tuple[str, ...]:
    """Return the lines of the guide sheet. A line without a full stop at its end is a heading."""
    main, *parts = sheets
    names = ", ".join(f"“{part.name}”" for part in parts)
    more = (
        (
            "Questions that can have more than one answer",
            f"These have their own sheet: {names}.",
            f"Add one row for each answer. In the first column, give the id or title of the "
            f"{kind.label.lower()}, as on the first sheet.",
        )
        if parts
        else ()
    )
    what = kind.label.lower() if main.part else "record"
    command = f"academy import {kind.slug}.{form} --kind {kind.name.replace('_', '-')}"
    return (
        f"{kind.labels}: {GUIDE_SHEET.lower()}",
        kind.about,
        "Start here",
        f"Go to the sheet “{main.name}”. Add one row for each {what}, below the row of help.",
        "Fill in what you know. Leave the rest empty. It is shown as “not stated”.",
        "If the help says “You must fill this in”, you cannot leave the cell empty.",
        "What to write in a cell",
        "In some cells you choose from a list of words. All lists are on the sheet “Allowed "
        "words”.",
        "To name another record, give its title or its id. It must be in the academy already. If "
        "it is not, add it first: “academy template area” makes a spreadsheet for areas, and there "
        "is one for each kind of record.",
        "If a cell can have more than one answer, write each on a new line (in Excel, press Alt "
        "and Enter). You can also put semicolons between short answers.",
        "If an answer takes more than one line, start each answer in that cell with “• ”.",
        f"Write a number with digits only. Write a date in words or digits. {DATE_HELP}",
        "Do not give people's names or anything that could identify them. Give job titles.",
        "Do not write formulas.",
        *more,
        "When you have finished",
        f"Save the file and run: {command} --dry-run",
        "This lists any problems, with the row and column, and saves nothing. When there are none, "
        "run it without --dry-run to save the records.",
        "You can add columns with higher numbers, such as "
        f"“Sources {REPEATS_OFFERED + 1}: Document”.",
    )


def _kinds_phrase(question: Question) -> str:
    if "*" in question.kinds:
        return "a record of any kind"
    return join_words(KIND_OF[kind].with_article for kind in question.kinds)
