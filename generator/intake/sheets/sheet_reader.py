"""Read a CSV file or workbook into rows of answers, one for each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import clip, did_you_mean, join_words
from generator.intake.sheets.columns import ID_HEADING, SheetTable, sheet_tables
from generator.intake.sheets.csv_file import read_csv
from generator.intake.sheets.grid_answers import filled_paths, read_rows
from generator.intake.sheets.nested_sheets import NestedRow, NestedRows
from generator.intake.sheets.sheet import (
    CellFault,
    CellPosition,
    RecordRow,
    Sheet,
    SheetError,
    SheetGrid,
    sort_faults,
)
from generator.intake.sheets.sheet_help import ALLOWED_WORDS_SHEET, GUIDE_SHEET
from generator.intake.sheets.sheet_limits import MAX_UNPACKED
from generator.model.fields.id_suggestions import fill_id_words, suggest_id
from generator.model.fields.refusals import REFUSALS
from generator.model.kinds import Kind
from generator.model.question_names import fold_text

_LONGEST_HEADING = 500  # characters, six times as many as a template has
_IGNORED_SHEETS = (fold_text(GUIDE_SHEET), fold_text(ALLOWED_WORDS_SHEET))


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows that belong to records elsewhere, their faults, and notes on the sheet's layout."""

    rows: tuple[NestedRow, ...]
    refusals: tuple[CellFault, ...]
    notes: tuple[CellFault, ...]


def read_sheet_file(file: Path) -> bytes:
    """Return the bytes of a file. Raises SheetError for one that is too large, OSError if
    unreadable.
    """
    if file.stat().st_size > MAX_UNPACKED:
        raise SheetError(
            f"The file is larger than {MAX_UNPACKED >> 20} MB. Split it into smaller files."
        )
    return file.read_bytes()


def read_sheet(data: bytes, name: str, kind: Kind) -> Sheet:
    """Return the rows of a file as records of `kind`. The ending of `name` decides the format.

    Raises SheetError for a file that is neither CSV nor a workbook.
    """
    ending = name.rpartition(".")[2].lower()
    if ending == "csv" or (ending in ("txt", "tsv") and not data.startswith(b"PK")):
        (main,) = sheet_tables(kind, "csv")
        label = name.replace("\\", "/").rpartition("/")[2]
        grid = read_csv(data, label, lambda text: _is_heading(main, text))
        return _join_sheets(kind, main, grid, ())
    if ending not in ("xlsx", "xlsm"):
        raise SheetError(
            "The file must be a CSV file or a workbook. Its name must end with .csv or .xlsx."
        )
    return _workbook_records(_read_workbook(data), kind)


def _read_workbook(data: bytes) -> tuple[SheetGrid, ...]:
    from generator.intake.sheets.workbook_reader import (  # noqa: PLC0415 - loads openpyxl
        read_workbook,
    )

    return read_workbook(data)


def sheet_names(data: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook with answers in them; none for a CSV file.

    Raises SheetError for a file that is no workbook.
    """
    if name.lower().endswith((".csv", ".tsv", ".txt")):
        return ()
    return tuple(grid.name for grid in _answer_grids(_read_workbook(data)) if not grid.hidden)


def read_entries(data: bytes, name: str, kind: Kind) -> Entries:
    """Return the rows of a sheet of a kind that is written inside other records.

    Raises SheetError as `read_sheet`.
    """
    (table,) = sheet_tables(kind, "xlsx")
    grid = _only_grid(data, name, table)
    rows, refusals = read_rows(table, grid, kind)
    if not rows and not refusals:
        refusals.append(_no_rows_fault(grid))
    return Entries(tuple(rows), sort_faults(refusals), grid.notes)


def _only_grid(data: bytes, name: str, table: SheetTable) -> SheetGrid:
    label = name.replace("\\", "/").rpartition("/")[2]
    if label.lower().endswith((".csv", ".tsv", ".txt")) and not data.startswith(b"PK"):
        return read_csv(data, label, lambda text: _is_heading(table, text))
    grids = [grid for grid in _answer_grids(_read_workbook(data)) if not grid.hidden]
    named = [grid for grid in grids if table.is_named(grid.name)] or grids
    if len(named) != 1:
        raise SheetError(f"The file must have one sheet with rows in it, “{table.name}”.")
    return named[0]


def _answer_grids(grids: tuple[SheetGrid, ...]) -> list[SheetGrid]:
    return [grid for grid in grids if grid.rows and fold_text(grid.name) not in _IGNORED_SHEETS]


def _is_heading(table: SheetTable, text: str) -> bool:
    # Split at the wrong separator, a whole row of headings is one cell that is slow to read.
    if len(text) > _LONGEST_HEADING:
        return False
    return table.names_record(text) or bool(table.path_for(text))


def _no_rows_fault(grid: SheetGrid) -> CellFault:
    where = CellPosition(grid.name, grid.order)
    return CellFault(where, "No rows are filled in.", "Fill in one row for each record.")


def _workbook_records(grids: tuple[SheetGrid, ...], kind: Kind) -> Sheet:
    main, *parts = sheet_tables(kind, "xlsx")
    filled = _answer_grids(grids)
    left = [grid for grid in filled if not grid.hidden]
    hidden = tuple(_hidden_sheet_note(grid) for grid in filled if grid.hidden)
    if len(left) == 1 and not main.is_named(left[0].name):
        # an only sheet may have any name, such as “Sheet1”
        sheet = _join_sheets(kind, main, left[0], ())
        return replace(sheet, notes=(*sheet.notes, *hidden))
    grid_of: dict[str, SheetGrid] = {}
    strange: list[CellFault] = []
    for grid in left:
        table = next((table for table in (main, *parts) if table.is_named(grid.name)), None)
        if table is None:
            strange.append(_unknown_sheet_fault(grid, (main, *parts), kind))
        elif table.name in grid_of:
            strange.append(_same_sheet_fault(grid, grid_of[table.name]))
        else:
            grid_of[table.name] = grid
    if main.name not in grid_of:
        raise SheetError(
            f"The file has no sheet “{main.name}” with rows in it. Give the sheet with your "
            f"{kind.labels.lower()} this name."
        )
    others = tuple((part, grid_of[part.name]) for part in parts if part.name in grid_of)
    sheet = _join_sheets(kind, main, grid_of[main.name], others)
    refusals = sort_faults((*strange, *sheet.refusals))
    return replace(sheet, refusals=refusals, notes=(*sheet.notes, *hidden))


def _hidden_sheet_note(grid: SheetGrid) -> CellFault:
    message = "This sheet is hidden, so it was not read."
    return CellFault(CellPosition(grid.name, grid.order), message, "Show it if you need its rows.")


def _same_sheet_fault(grid: SheetGrid, before: SheetGrid) -> CellFault:
    message = f"The sheets “{before.name}” and “{grid.name}” are for the same answers."
    return CellFault(CellPosition(grid.name, grid.order), message, "Put all rows on one of them.")


def _unknown_sheet_fault(grid: SheetGrid, tables: tuple[SheetTable, ...], kind: Kind) -> CellFault:
    names = [table.name for table in tables]
    hint = (
        did_you_mean(grid.name, names)
        or f"The sheets are {join_words(names, most=30, last='and')}."
    )
    message = f"A workbook for {kind.labels.lower()} does not have a sheet with this name."
    return CellFault(CellPosition(grid.name, grid.order), message, hint)


def _join_sheets(
    kind: Kind, main: SheetTable, grid: SheetGrid, others: tuple[tuple[SheetTable, SheetGrid], ...]
) -> Sheet:
    answers, refusals = read_rows(main, grid, kind)
    rows = [_record_row(answer, kind) for answer in answers]
    columns = filled_paths(main, grid, kind)
    if ("title",) in columns or not refusals:
        unread = {fault.cell.row for fault in refusals if _names_record(main, fault)}
        named = [row for row in rows if row.cell.row not in unread]
        refusals += [fault for row in named for fault in _missing_id_faults(row, kind)]
    parts = NestedRows(tuple(rows), kind)
    for table, part_grid in others:
        more, faults = read_rows(table, part_grid, kind)
        refusals += faults
        for answer in more:
            parts.add(table, answer)
    if not rows and not refusals:
        refusals.append(_no_rows_fault(grid))
    return Sheet(
        parts.rows(),
        sort_faults((*refusals, *parts.refusals)),
        columns,
        {table.part: filled_paths(table, part_grid, kind) for table, part_grid in others},
        tuple(note for used in (grid, *(part for _, part in others)) for note in used.notes),
    )


def _names_record(main: SheetTable, fault: CellFault) -> bool:
    """Return whether a fault is that of a cell with an id or a title."""
    heading = fault.cell.heading
    return main.names_record(heading) or main.path_for(heading) == ("title",)


def _record_row(row: NestedRow, kind: Kind) -> RecordRow:
    title, place = (_cell_text(row, name) for name in ("title", "place"))
    named = RecordRow(row.first, title, row.cell, row.answers, place)
    if row.first:
        return named
    answers: dict[str, str] = {}
    for answer in row.answers:
        answers.setdefault(str(answer.path[0]), answer.text)
    words = named.name if title else fill_id_words(kind.untitled_id, answers)
    return replace(named, id=suggest_id(words))


def _cell_text(row: NestedRow, name: str) -> str:
    """Return the text of a cell by the name of its field; empty for no cell."""
    return next((answer.text for answer in row.answers if answer.path == (name,)), "")


def _missing_id_faults(row: RecordRow, kind: Kind) -> Iterator[CellFault]:
    if not row.id:
        cell = replace(row.cell, column=1, heading=ID_HEADING)
        message = f"The {kind.label.lower()} has no id and no title."
        hint = "Choose an id with small letters, digits and hyphens."
        if row.title:
            message, hint = REFUSALS["id_from_title"].words(
                text=clip(row.title), where=f", in the column “{ID_HEADING}”"
            )
        yield CellFault(cell, message, hint)
