"""Refuse a row that would give the rest of one answer to another.

In a CSV file an item of a part has a number. What the file has no column for is kept, so a finding
with new words would keep the value of the finding that had its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import clip
from generator.intake.sheets.cell_text import parse_cell
from generator.intake.sheets.columns import column_for
from generator.intake.sheets.kept_fields import WrittenValues
from generator.intake.sheets.sheet import CellAnswer, CellFault, RecordRow, Sheet
from generator.intake.sheets.sheet_writer import record_cells
from generator.intake.sheets.title_lookup import TitleLookup
from generator.model.kinds import Kind
from generator.model.questions import questions_of


def mixed_item_faults(
    row: RecordRow, sheet: Sheet, values: WrittenValues, names: TitleLookup, kind: Kind
) -> Iterator[CellFault]:
    """Yield a fault for each numbered item that is another than the one in the stored record."""
    asked = questions_of(kind)
    stored = record_cells(kind, row.id, values)
    texts = {answer.path: answer.text.strip() for answer in row.answers}
    parts = {question.name: question for question in asked if question.inside and question.many}
    for answer in row.answers:
        part = parts.get(str(answer.path[0]))
        if part is None or len(answer.path) < 3 or answer.path[2:] != (part.inside[0].name,):
            continue
        before = stored.get(answer.path)
        item = answer.path[:2]
        kept = [path for path in stored if path[:2] == item and path not in sheet.columns]
        by_id = (*item, "id")
        same_id = by_id in texts and texts[by_id] == stored.get(by_id)
        if before is None or not kept or same_id or _means_same(before, answer, names):
            continue
        first = column_for(asked, (part.name, _item_count(values, part.name), answer.path[2]))
        message = f"The record has “{clip(before)}” here, with answers that have no column."
        hint = (
            f"To add another, use a new column, “{first.heading}”. To change this one, add columns "
            "for all of its answers."
        )
        yield CellFault(answer.cell, message, hint)


def _item_count(values: WrittenValues, part: str) -> int:
    items = values.get(part)
    return len(items) if isinstance(items, list) else 0


def _means_same(before: str, answer: CellAnswer, names: TitleLookup) -> bool:
    old, new = (
        parse_cell(text, answer.question, names.vocabulary) for text in (before, answer.text)
    )
    if answer.question.shape == "record" and isinstance(new, str):
        return names.resolve(new, answer) == old
    return " ".join(str(old).split()) == " ".join(str(new).split())
