"""A workbook to grids of text: nothing in it is run, and nothing too large is unpacked."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from generator.sheets.limits import MOST_COLUMNS, MOST_FILES, MOST_ROWS, MOST_UNPACKED
from generator.sheets.model import Grid, SheetError
from generator.sheets.typed import raw_of

_OLD = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and workbooks with a password
_UNREADABLE = "The file cannot be read as a workbook. Open it in Excel and save it again as .xlsx."


def read_workbook(data: bytes) -> tuple[Grid, ...]:
    """Every sheet that people see. Raises SheetError for what is no workbook, or too large."""
    _refuse_unsafe(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks that openpyxl does not know: only text counts
        return _grids(data)


def _grids(data: bytes) -> tuple[Grid, ...]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            return tuple(
                Grid(sheet.title, order, tuple(_rows(sheet)))
                for order, sheet in enumerate(book.worksheets)
                if sheet.sheet_state == "visible"
            )
        finally:
            book.close()
    except _FAULTS:
        raise SheetError(_UNREADABLE) from None


# what openpyxl raises for files that are not as they should be
_FAULTS = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError,
    IndexError, AttributeError, EOFError, OSError, NotImplementedError, ArithmeticError,
    RuntimeError, AssertionError, zlib.error,
)  # fmt: skip


def _refuse_unsafe(data: bytes) -> None:
    if data.startswith(_OLD):
        raise SheetError("The workbook has a password or is of an old sort. Save it as .xlsx.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            # no entry gives more than it says, so the sum is known before anything is unpacked
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise SheetError(
                    f"The workbook holds more than {MOST_UNPACKED >> 20} MB. Split it."
                )
            if len(entries) > MOST_FILES:
                raise SheetError("The workbook holds too many files. Save it again as .xlsx.")
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")) and _declares(archive, entry):
                    raise SheetError(_UNREADABLE)
    except _FAULTS:
        raise SheetError(_UNREADABLE) from None


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """True for XML with declarations of its own: no workbook needs them, and they can grow."""
    content = archive.read(entry)
    return any(sign in content for sign in (b"<!DOCTYPE", b"<!ENTITY")) or content[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
    )


def _width(cells: tuple[Any, ...]) -> int:
    """How many cells stand before the empty ones with which each row is filled up."""
    width = len(cells)
    while width and cells[width - 1].value is None:
        width -= 1
    return width


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    kept = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        row = tuple(raw_of(cell) for cell in cells[: _width(cells)])
        while row and row[-1].is_empty:
            row = row[:-1]
        if not row:
            continue
        kept += 1
        if kept > MOST_ROWS:
            raise SheetError(
                f"The sheet “{sheet.title}” has more than {MOST_ROWS:,} rows. Split it."
            )
        yield number, row
