"""Reword the messages about files for people who fill in cells."""

from __future__ import annotations

import re

from generator.field_path import FieldPath
from generator.intake.sheets.columns import column_for, sheet_tables
from generator.model.kinds import Kind
from generator.records.source import SourceFault

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def sheet_message(fault: SourceFault, kind: Kind) -> tuple[str, str]:
    """Return the message and hint of a model fault in the words of a sheet."""
    if fault.code not in ("M201", "M204"):
        return fault.message, fault.hint
    main, *parts = sheet_tables(kind, "xlsx")
    question = column_for(main.asked, fault.path).question
    part_sheet = next((part.name for part in parts if (part.part,) == fault.path), None)
    what = "You must fill this in."
    if part_sheet is not None:
        return what, f"Add a row on the sheet “{part_sheet}”. {question.help}"
    return what, question.help


def parse_field_path(field: str) -> FieldPath:
    """Return the path that is spelled like `partners[2].role`."""
    return tuple(int(number) - 1 if number else name for number, name in _STEP.findall(field))
