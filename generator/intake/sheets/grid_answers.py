"""Read the headings and rows of a grid as answers to the model's questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import clip
from generator.field_path import FieldPath
from generator.intake.sheets.columns import MAX_REPEATS, SheetTable, column_for
from generator.intake.sheets.heading_hints import heading_hint
from generator.intake.sheets.nested_sheets import NestedRow
from generator.intake.sheets.sheet import CellAnswer, CellFault, CellPosition, CellText, SheetGrid
from generator.intake.sheets.sheet_help import HELP_PREFIX
from generator.model.kinds import Kind
from generator.model.question_names import fold_heading
from generator.records.source import hidden_characters

_ROWS_ABOVE_HEADINGS = 10


@dataclass(frozen=True, slots=True)
class _ColumnHeading:
    """A column's heading. `path` is empty for the column of ids, None for a refused heading."""

    text: str
    path: FieldPath | None


def read_rows(
    table: SheetTable, grid: SheetGrid, kind: Kind
) -> tuple[list[NestedRow], list[CellFault]]:
    """Return the answers of each row of a grid, and the faults of its headings and cells."""
    if not grid.rows:
        return [], []
    (number, first), *rest = grid.rows
    headings, refusals = _read_headings(
        table, CellPosition(grid.name, grid.order, number), first, kind
    )
    if not headings:
        hint = f"Start with a sheet from “academy template {kind.name.replace('_', '-')}”."
        message = f"This row has no headings for {kind.labels.lower()}."
        if below := _heading_row(table, rest):
            hint = f"The headings are in row {below}. Delete the rows above it."
        return [], [CellFault(CellPosition(grid.name, grid.order, number), message, hint)]
    refusals += grid.faults
    answers = []
    for at, cells in rest:
        if cells[0].text.startswith(HELP_PREFIX):
            continue
        answer, faults = _read_row(table, headings, CellPosition(grid.name, grid.order, at), cells)
        answers.append(answer)
        refusals += faults
    return answers, refusals


def filled_paths(table: SheetTable, grid: SheetGrid, kind: Kind) -> frozenset[FieldPath]:
    """Return the field paths that the columns of a grid fill, in a record or in one
    item of a part.
    """
    if not grid.rows:
        return frozenset()
    headings, _ = _read_headings(table, CellPosition(grid.name, grid.order), grid.rows[0][1], kind)
    return frozenset(heading.path for heading in headings.values() if heading.path)


def _read_headings(
    table: SheetTable, row: CellPosition, cells: tuple[CellText, ...], kind: Kind
) -> tuple[dict[int, _ColumnHeading], list[CellFault]]:
    headings: dict[int, _ColumnHeading] = {}
    refusals = []
    for column, cell in enumerate(cells):
        text = " ".join(cell.text.split())
        if not text:
            continue
        is_first = table.names_record(text) and (column == 0 or not table.part)
        path = () if is_first else table.path_for(text)
        fault = _heading_fault(table, text, path, kind)
        if not fault:
            same = [heading.text for heading in headings.values() if heading.path == path]
            fault = _twice_fault(text, same[0]) if same else ()
        if fault:
            place = replace(row, column=column + 1, heading=text)
            refusals.append(CellFault(place, *fault))
        headings[column] = _ColumnHeading(text, None if fault else path)
    return headings if any(heading.path for heading in headings.values()) else {}, refusals


def _heading_row(table: SheetTable, rows: Sequence[tuple[int, tuple[CellText, ...]]]) -> int | None:
    """Return the number of the first row in which most cells are headings; None without one."""
    for number, cells in rows[:_ROWS_ABOVE_HEADINGS]:
        texts = [cell.text for cell in cells if not cell.is_empty]
        known = [text for text in texts if table.names_record(text) or table.path_for(text)]
        if len(known) > len(texts) / 2:
            return number
    return None


def _heading_fault(
    table: SheetTable, text: str, path: FieldPath | None, kind: Kind
) -> tuple[str, str] | tuple[()]:
    if path is None:
        what = f"the sheet “{table.name}”" if table.part else kind.with_article
        return f"This is not a column that {what} can have.", heading_hint(table, text)
    if any(isinstance(step, int) and step >= MAX_REPEATS for step in path):
        return (
            f"You can have at most {MAX_REPEATS} of these columns.",
            "Use a workbook instead, with one row for each.",
        )
    return ()


def _twice_fault(text: str, before: str) -> tuple[str, str]:
    if fold_heading(text) == fold_heading(before):
        return "This column is in the sheet twice.", "Delete one of the two."
    return (
        f"“{clip(before)}” and “{clip(text)}” are the same question.",
        "Keep one of the two columns.",
    )


def _read_row(
    table: SheetTable,
    headings: dict[int, _ColumnHeading],
    row: CellPosition,
    cells: tuple[CellText, ...],
) -> tuple[NestedRow, list[CellFault]]:
    answers, refusals = [], []
    first = ""
    for column, raw in enumerate(cells):
        if raw.is_empty:
            continue
        heading = headings.get(column)
        cell = replace(row, column=column + 1, heading=heading.text if heading else "")
        if heading is None:
            message = f"“{clip(raw.text)}” is in a column without a heading."
            refusals.append(CellFault(cell, message, "Add a heading in the first row."))
        elif heading.path is None:
            continue  # reported once, for the heading
        elif raw.fault:
            refusals.append(CellFault(cell, raw.fault, raw.hint))
        elif hidden := hidden_characters(raw.text):
            hint = "Delete it and type the text around it again."
            refusals.append(CellFault(cell, hidden[0][1], hint))
        elif not heading.path:
            first = raw.text.strip()
        else:
            question = column_for(table.asked, heading.path).question
            answers.append(CellAnswer(heading.path, raw.text, cell, question))
    return NestedRow(row, first, tuple(answers)), refusals
