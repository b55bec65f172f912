"""Read a workbook into grids of text, without running or unpacking anything unsafe."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser

from generator.intake.sheets.sheet import CellPosition, CellText, SheetError, SheetGrid
from generator.intake.sheets.sheet_layout import hidden_cell_notes, merged_cell_faults
from generator.intake.sheets.sheet_limits import MAX_COLUMNS, MAX_ROWS
from generator.intake.sheets.typed_cells import read_cell
from generator.intake.sheets.workbook_trimming import UNREADABLE, trim_workbook

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"  # Excel before 2007, or encrypted
_EMPTY_CELL = CellText()


def read_workbook(data: bytes) -> tuple[SheetGrid, ...]:
    """Return every sheet. Raises SheetError for a file that is no workbook or
    is too large.
    """
    if data.startswith(_OLE_SIGNATURE):
        raise SheetError(
            "The workbook has a password or is in an old format. Save it as .xlsx without a "
            "password."
        )
    try:
        lean = trim_workbook(data)
    except _PARSE_ERRORS:
        raise SheetError(UNREADABLE) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # unknown styles do not matter
        return _read_grids(lean)


def _read_grids(data: bytes) -> tuple[SheetGrid, ...]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            return tuple(_read_grid(sheet, order) for order, sheet in enumerate(book.worksheets))
        finally:
            book.close()
    except _PARSE_ERRORS:
        raise SheetError(UNREADABLE) from None


# what openpyxl raises for malformed files
_PARSE_ERRORS = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError,
    IndexError, AttributeError, EOFError, OSError, NotImplementedError, ArithmeticError,
    RuntimeError, AssertionError, zlib.error,
)  # fmt: skip


def _read_grid(sheet: Any, order: int) -> SheetGrid:
    where = CellPosition(sheet.title, order)
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=sheet.parent.epoch,
            date_formats=sheet.parent._date_formats,
            timedelta_formats=sheet.parent._timedelta_formats,
        )
        rows = dict(_filled_rows(sheet, parser))
    return SheetGrid(
        sheet.title,
        order,
        tuple(rows.items()),
        tuple(merged_cell_faults(where, parser.merged_cells, rows)),
        tuple(hidden_cell_notes(where, parser, rows)) if rows else (),
        sheet.sheet_state != "visible",
    )


def _filled_rows(sheet: Any, parser: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the rows with a value. openpyxl's own iterator also builds every empty row between."""
    kept = 0
    for number, cells in parser.parse():
        raws: dict[int, CellText] = {}
        for cell in cells:
            raw = read_cell(ReadOnlyCell(sheet, **cell))
            if not raw.is_empty and cell["column"] <= MAX_COLUMNS:
                raws[cell["column"]] = raw
        if not raws:
            continue
        kept += 1
        if kept > MAX_ROWS:
            raise SheetError(
                f"The sheet “{sheet.title}” has more than {MAX_ROWS:,} rows. Split it into "
                "smaller files."
            )
        yield number, tuple(raws.get(at, _EMPTY_CELL) for at in range(1, max(raws) + 1))
