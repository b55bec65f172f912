"""Workbooks that are small as files and endless to read: what is there is read, and soon."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.intake.sheets import SheetError, read_sheet
from generator.intake.sheets.sheet_limits import (
    MAX_CELLS,
    MAX_ROWS,
    MAX_STRINGS,
    MAX_STYLES,
    MAX_UNPACKED,
)
from generator.model.kinds import KIND_OF
from tests.intake.making import workbook
from tests.sites import run_academy

SECONDS = 2  # of the processor
SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["Title", "Where"], ["One", "ashby"]]
MILLION = 1_048_576  # the rows of a sheet of Excel

Change = Callable[[str], str]


def changed(part: str, change: Change, rows: list[list[str]] | None = None) -> bytes:
    """A workbook of prototypes in which the XML of one part is changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(Prototypes=rows or ROWS))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in (*old.namelist(), *({part} - set(old.namelist()))):
            text = old.read(name).decode() if name in old.namelist() else ""
            new.writestr(name, change(text) if name == part else text)
    return made.getvalue()


def in_data(more: Callable[[], str]) -> Change:
    """Adds XML at the end of a sheet's rows. It is made when it is wanted: it is long."""
    return lambda text: text.replace("</sheetData>", f"{more()}</sheetData>")


def messages_of(data: bytes) -> list[tuple[str, int]]:
    """The title and row number of each record that is read. Fails when it takes long."""
    began = time.process_time()
    try:
        sheet = read_sheet(data, "x.xlsx", KIND_OF["prototype"])
        return [(row.title, row.cell.row) for row in sheet.rows]
    finally:
        assert time.process_time() - began < SECONDS


def refused(data: bytes) -> str:
    began = time.process_time()
    with pytest.raises(SheetError) as error:
        read_sheet(data, "x.xlsx", KIND_OF["prototype"])
    assert time.process_time() - began < SECONDS
    return str(error.value)


def cell(place: str, text: str = "") -> str:
    row = re.sub("[A-Z]", "", place)
    inner = (
        f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>' if text else f'<c r="{place}"/>'
    )
    return f'<row r="{row}">{inner}</row>'


BLANK: dict[str, Callable[[], str]] = {
    "one cell in the last row": lambda: cell(f"A{MILLION}", " "),
    "one cell in the last column": lambda: cell("XFD1000", " "),
    "one empty cell in the last place": lambda: cell(f"XFD{MILLION}"),
    "a million blank rows": lambda: "".join(f'<row r="{n}"/>' for n in range(3, MILLION)),
    "blank rows with a height": lambda: "".join(
        f'<row r="{n}" spans="1:3" ht="15" customHeight="1" />' for n in range(3, 400_000)
    ),
    "blank rows with formats": lambda: "".join(
        f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="2" /></row>'
        for n in range(3, 200_000)
    ),
    "cells with an empty value": lambda: "".join(
        f'<row r="{n}"><c r="A{n}" t="n"><v/></c><c r="B{n}"><v></v></c></row>'
        for n in range(3, 200_000)
    ),
}


@pytest.mark.parametrize("more", BLANK.values(), ids=list(BLANK))
def test_what_holds_nothing_is_passed_over(more: Callable[[], str]) -> None:
    assert messages_of(changed(SHEET, in_data(more))) == [("One", 2)]


def test_a_record_in_the_last_row_is_read() -> None:
    assert messages_of(changed(SHEET, in_data(lambda: cell(f"A{MILLION}", "Two")))) == [
        ("One", 2), ("Two", MILLION)
    ]  # fmt: skip


@pytest.mark.parametrize("size", ["A1:XFD1048576", "A1", "A1:B999999999"])
def test_the_size_that_a_sheet_gives_itself_is_not_believed(size: str) -> None:
    data = changed(
        SHEET, lambda text: re.sub('<dimension ref="[^"]*"', f'<dimension ref="{size}"', text)
    )
    assert messages_of(data) == [("One", 2)]


def test_what_follows_the_rows_is_not_read() -> None:
    rule = '<cfRule type="cellIs" priority="1"/>'
    rules = f'<conditionalFormatting sqref="A1">{rule}</conditionalFormatting>'
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(3, MAX_ROWS))
    more = f"</sheetData>{rules * 20_000}<mergeCells>{merged}</mergeCells>"
    assert messages_of(changed(SHEET, lambda text: text.replace("</sheetData>", more))) == [
        ("One", 2)
    ]


MERGED = '<mergeCell ref="A9:B9"/>'
REFUSED: dict[str, tuple[str, Change, str]] = {
    "rows": (
        SHEET,
        in_data(lambda: "".join(cell(f"A{n}", "x") for n in range(3, MAX_ROWS + 3))),
        f"The sheet “Prototypes” has more than {MAX_ROWS:,} rows. Split it into smaller files.",
    ),
    "merged cells": (
        SHEET,
        lambda text: text.replace(
            "</sheetData>",
            f"</sheetData><mergeCells>{MERGED * 100_000}</mergeCells>",
        ),
        f"A sheet has more than {MAX_ROWS:,} merged cells.",
    ),
    "rows without a number": (
        SHEET,
        in_data(lambda: "<row/>" * MILLION),
        f"more than {MAX_CELLS:,} rows",
    ),
    "cells": (
        SHEET,
        in_data(lambda: f"<row>{'<c><v>1</v></c>' * (MAX_CELLS + 1)}</row>"),
        f"The workbook has more than {MAX_CELLS:,} cells. Split it into smaller files.",
    ),
    "texts": (
        "xl/sharedStrings.xml",
        lambda _: f"<sst>{'<si><t/></si>' * (MAX_STRINGS + 1)}</sst>",
        f"The workbook has more than {MAX_STRINGS:,} texts. Split it into smaller files.",
    ),
    "styles": (
        "xl/styles.xml",
        lambda text: text.replace("</cellXfs>", f"{'<xf/>' * MAX_STYLES}</cellXfs>"),
        f"The workbook has more than {MAX_STYLES:,} styles.",
    ),
    "names": (
        "xl/workbook.xml",
        lambda text: text.replace("<definedNames", f"{'<x/>' * 1_000_000}<definedNames"),
        "The workbook has too much in it that is not cells.",
    ),
    "bytes": (
        SHEET,
        in_data(lambda: "<!--" + " " * (60 << 20) + "-->"),
        "The workbook has more than 50 MB.",
    ),
    "hidden letters": (
        SHEET,
        lambda text: '<?xml version="1.0" encoding="cp037"?>' + text,
        "The file cannot be read as a workbook.",
    ),
    "an entity": (
        SHEET,
        lambda text: '<!DOCTYPE x [<!ENTITY a "b">]>' + text,
        "The file cannot be read as a workbook.",
    ),
}


@pytest.mark.parametrize(("part", "change", "message"), REFUSED.values(), ids=list(REFUSED))
def test_too_much_is_refused_in_a_sentence(part: str, change: Change, message: str) -> None:
    assert message in refused(changed(part, change))


def test_a_row_in_a_comment_is_no_row() -> None:
    data = changed(SHEET, in_data(lambda: '<!-- <row r="3"/> -->' + cell("A4", "Two")))
    assert messages_of(data) == [("One", 2), ("Two", 4)]


def test_as_much_as_is_allowed_is_read() -> None:
    rows = [["Title", "Where"], *([f"Number {n}", "ashby"] for n in range(MAX_ROWS - 1))]
    sheet = read_sheet(workbook(Prototypes=rows), "x.xlsx", KIND_OF["prototype"])
    assert len(sheet.rows) == MAX_ROWS - 1


def test_a_huge_file_is_not_even_read(small_project: Path) -> None:
    with (small_project / "huge.csv").open("wb") as file:
        file.truncate(MAX_UNPACKED + 1)  # takes no room on the disk
    done = run_academy("import", "huge.csv", "--kind", "area", folder=small_project)
    assert done.returncode == 1
    assert (
        done.stderr
        == "Error: huge.csv: The file is larger than 50 MB. Split it into smaller files.\n"
    )
