"""Work out what a record keeps, and what it loses, when a row replaces it.

A missing column or sheet leaves the record's value as it is. An empty cell clears the value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.field_path import FieldPath
from generator.intake.sheets.columns import column_for
from generator.intake.sheets.sheet import CellAnswer, RecordRow, Sheet
from generator.intake.sheets.sheet_writer import record_cells
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of
from generator.records.source import PlainValue

WrittenValues = Mapping[str, PlainValue]


def add_kept_fields(row: RecordRow, sheet: Sheet, values: WrittenValues, kind: Kind) -> RecordRow:
    """Return `row` with the answers of `values`, the stored record, for fields without a column."""
    asked = questions_of(kind)
    cells = record_cells(kind, row.id, values)
    answered = {answer.path for answer in row.answers}
    kept = []
    for path, text in cells.items():
        if path[0] in sheet.parts or path in sheet.columns or _is_emptied(path, sheet, answered):
            continue
        kept.append((path, text))
    for part, columns in sheet.parts.items():
        kept += _kept_items(part, columns, row, cells)
    more = (
        CellAnswer(path, text, row.cell, column_for(asked, path).question) for path, text in kept
    )
    return replace(row, answers=(*row.answers, *more))


def _is_emptied(path: FieldPath, sheet: Sheet, answered: set[FieldPath]) -> bool:
    """Return whether the row leaves every cell of an item empty, such as the second quote."""
    if len(path) < 2 or not isinstance(path[1], int):
        return False
    item = path[:2]
    has_columns = any(column[:2] == item for column in sheet.columns)
    return has_columns and not any(path[:2] == item for path in answered)


def _kept_items(
    part: str, columns: frozenset[FieldPath], row: RecordRow, cells: Mapping[FieldPath, str]
) -> Iterator[tuple[FieldPath, str]]:
    """Yield the kept values of a part's items. A row continues the item with its id or first
    answer.
    """
    items: dict[Any, dict[FieldPath, str]] = defaultdict(dict)
    for path, text in cells.items():
        if path[0] == part:
            items[path[1]][path[2:]] = text
    rows: dict[Any, dict[FieldPath, str]] = defaultdict(dict)
    for answer in row.answers:
        if answer.path[0] == part:
            rows[answer.path[1]][answer.path[2:]] = answer.text
    for number, answers in rows.items():
        item = next((at for at, known in items.items() if _is_same_item(known, answers)), None)
        for path, text in items.pop(item, {}).items() if item is not None else ():
            if path not in columns:
                yield (part, number, *path), text


def _is_same_item(item: Mapping[FieldPath, str], answers: Mapping[FieldPath, str]) -> bool:
    by_id = ("id",)
    if by_id in item and by_id in answers:
        return item[by_id] == answers[by_id]
    shared = [path for path in item if path in answers]
    return bool(shared) and item[shared[0]].split() == answers[shared[0]].split()


def lost_values(before: WrittenValues, after: WrittenValues, kind: Kind) -> tuple[str, ...]:
    """Return the labels of the values that `before` has and `after` lacks."""
    return tuple(_lost_fields(before, after, questions_of(kind)))


def _lost_fields(before: Any, after: Any, asked: tuple[Question, ...]) -> Iterator[str]:
    for question in asked:
        old, new = before.get(question.name), after.get(question.name)
        if old in (None, "", [], {}):
            continue
        if new in (None, "", [], {}):
            yield _lost_field(question, old)
        elif isinstance(old, list) and isinstance(new, list):
            yield from _lost_items(question, old, new)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from (
                f"{question.label}: {lost}" for lost in _lost_fields(old, new, question.inside)
            )


def _lost_items(question: Question, old: list[Any], new: list[Any]) -> Iterator[str]:
    if len(new) < len(old):
        yield f"{len(old) - len(new)} of {len(old)} under “{question.label}”"
        return
    for number, (before, after) in enumerate(zip(old, new, strict=False), 1):
        if isinstance(before, dict) and isinstance(after, dict):
            where = f"{question.label} {number}"
            yield from (f"{where}: {lost}" for lost in _lost_fields(before, after, question.inside))


def _lost_field(question: Question, old: Any) -> str:
    if isinstance(old, list) and len(old) > 1:
        return f"all {len(old)} under “{question.label}”"
    return f"“{question.label}”"
