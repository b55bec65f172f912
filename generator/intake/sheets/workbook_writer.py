"""Write a workbook to fill in: frozen headings, help below them, and drop-down lists."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from generator.intake.sheets.columns import sheet_tables
from generator.intake.sheets.sheet import column_letters
from generator.intake.sheets.sheet_help import ALLOWED_WORDS_SHEET, GUIDE_SHEET, guide_lines
from generator.intake.sheets.sheet_limits import MAX_ROWS
from generator.intake.sheets.workbook_sheet import WorkbookSheet
from generator.model.kinds import Kind

_LONG_SHAPES = ("text", "story")
_TEXT_FORMAT = "@"  # keeps what is typed as text
_WRAP = Alignment(wrap_text=True, vertical="top")
_HEADING_FILL = PatternFill("solid", fgColor="FF1D4E5F")
_HELP_FILL = PatternFill("solid", fgColor="FFEAF1F3")
_FIXED_DATE = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed day, so that the bytes are always the same
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def write_workbook(kind: Kind, pages: Sequence[WorkbookSheet]) -> bytes:
    """Return the bytes of the workbook, the same every time."""
    book = Workbook()
    book.properties.created = _FIXED_DATE
    book.properties.creator = ""
    book.properties.title = kind.labels
    _write_guide(book.active, kind)
    sheets = [book.create_sheet(page.name) for page in pages]
    words = _write_word_lists(book.create_sheet(ALLOWED_WORDS_SHEET), pages)
    for sheet, page in zip(sheets, pages, strict=True):
        _fill_sheet(sheet, page)
        _add_dropdowns(sheet, page, words)
    book.active = 1
    file = io.BytesIO()
    book.save(file)
    return _without_timestamps(file.getvalue())


def _write_guide(sheet: Any, kind: Kind) -> None:
    sheet.title = GUIDE_SHEET
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(guide_lines(kind, sheet_tables(kind, "xlsx")), 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = _WRAP
        if number == 1:
            cell.font = Font(bold=True, size=16)
        elif not line.endswith((".", "--dry-run")):
            cell.font = Font(bold=True, size=12)


def _fill_sheet(sheet: Any, page: WorkbookSheet) -> None:
    sheet.freeze_panes = "B3"
    sheet.row_dimensions[2].height = 120
    for column, width in enumerate(_column_widths(page), 1):
        place = sheet.column_dimensions[column_letters(column)]
        place.width = width
        place.number_format = _TEXT_FORMAT
    for number, row in enumerate((page.headings, page.help, *page.rows), 1):
        for column, text in enumerate(row, 1):
            if text:
                _write_cell(sheet.cell(number, column), text, number)


def _write_cell(cell: Any, text: str, row: int) -> None:
    cell.value = text
    cell.data_type = "s"  # a string, never a formula
    cell.number_format = _TEXT_FORMAT
    cell.alignment = _WRAP
    if row == 1:
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = _HEADING_FILL
    elif row == 2:
        cell.font = Font(italic=True)
        cell.fill = _HELP_FILL


def _column_widths(page: WorkbookSheet) -> Iterator[int]:
    yield 28
    for question, heading in zip(page.asked, page.headings[1:], strict=True):
        yield 48 if question.shape in _LONG_SHAPES else max(22, min(len(heading) + 3, 40))


def _write_word_lists(sheet: Any, pages: Sequence[WorkbookSheet]) -> dict[tuple[str, ...], str]:
    """Write each list of allowed words into a column, and return its cell range by its words."""
    sheet.freeze_panes = "A2"
    ranges: dict[tuple[str, ...], str] = {}
    for page in pages:
        for words, heading in zip(page.offered, page.headings[1:], strict=True):
            if not words or words in ranges:
                continue
            letter = column_letters(len(ranges) + 1)
            for number, word in enumerate((f"{page.name}: {heading}", *words), 1):
                _write_cell(sheet[f"{letter}{number}"], word, 1 if number == 1 else 3)
            sheet.column_dimensions[letter].width = 30
            ranges[words] = f"'{ALLOWED_WORDS_SHEET}'!${letter}$2:${letter}${len(words) + 1}"
    return ranges


def _add_dropdowns(sheet: Any, page: WorkbookSheet, words: dict[tuple[str, ...], str]) -> None:
    for column, (question, offered) in enumerate(zip(page.asked, page.offered, strict=True), 2):
        if not offered:
            continue
        rule = DataValidation("list", formula1=words[offered], allow_blank=True)
        rule.errorTitle = "This is not in the list"
        rule.error = "Choose a word from the list, or leave the cell empty."
        # a record may have another name, or be one of several in the cell
        rule.showErrorMessage = question.shape != "record"
        letter = column_letters(column)
        rule.add(f"{letter}3:{letter}{MAX_ROWS}")
        sheet.add_data_validation(rule)


def _without_timestamps(data: bytes) -> bytes:
    """Return the workbook with fixed timestamps and without compression."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(file, "w") as kept:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2020-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01, the zip format's first day
            entry.compress_type = zipfile.ZIP_STORED  # compressors differ between machines
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            kept.writestr(entry, content)
    return file.getvalue()
