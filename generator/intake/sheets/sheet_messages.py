"""Reword the messages about files for people who fill in cells."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.english import day_in_words
from generator.field_path import FieldPath
from generator.intake.sheets.columns import column_for, sheet_tables
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of
from generator.records.source import SourceFault

MISSING = "You must fill this in."
_DAY_NUMBER = re.compile(r"[2-5]\d{4}")  # from 1954 to 2064
_FIRST_DAY = date(1899, 12, 30)  # day 0 of a workbook, from March 1900 on
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def sheet_message(fault: SourceFault, kind: Kind, text: str = "") -> tuple[str, str]:
    """Return the message and hint of a model fault in the words of a sheet. `text`: the cell's."""
    if (
        _DAY_NUMBER.fullmatch(text)
        and column_for(questions_of(kind), fault.path).question.shape == "date"
    ):
        day = _FIRST_DAY + timedelta(days=int(text))
        written = day_in_words(day)
        return f"“{text}” is how Excel stores {written}.", "Write the date as people say it."
    main, *parts = sheet_tables(kind, "xlsx")
    if fault.code not in ("M201", "M204"):
        return fault.message, hint_with_labels(fault.hint, main.asked, fault.path)
    question = column_for(main.asked, fault.path).question
    part_sheet = next((part.name for part in parts if (part.part,) == fault.path), None)
    if part_sheet is not None:
        return MISSING, f"Add a row on the sheet “{part_sheet}”. {question.help}"
    return MISSING, question.help


def hint_with_labels(hint: str, asked: tuple[Question, ...], path: FieldPath) -> str:
    """Return a hint about the field at `path` with labels of columns for the names of fields."""
    for step in path[:-1]:
        asked = next((question.inside for question in asked if question.name == step), asked)
    for question in asked:
        for name in (f"“{question.name}”", f"“{question.name}:”"):
            hint = hint.replace(name, f"“{question.label}”")
    return hint


def parse_field_path(field: str) -> FieldPath:
    """Return the path that is spelled like `partners[2].role`."""
    return tuple(int(number) - 1 if number else name for number, name in _STEP.findall(field))
