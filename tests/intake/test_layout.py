"""What a workbook hides: merged cells, hidden rows, columns and sheets, formulas."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from generator.intake.sheets import ImportPlan
from tests.intake.making import planned

HEAD = ["Title", "Where", "Stage", "Summary", "Started", "Note"]


def make_book(*rows: list[Any]) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Prototypes"
    for row in (HEAD, *(rows or (["One", "Ashby"], ["Two", "Ashby"]))):
        sheet.append(row)
    return book, sheet


def plan_of(book: Workbook) -> ImportPlan:
    file = io.BytesIO()
    book.save(file)
    return planned(file.getvalue(), "prototype")


def refusals_of(book: Workbook) -> list[str]:
    return [refusal.as_text() for refusal in plan_of(book).refusals]


@pytest.mark.parametrize("cells", ["B2:B3", "D2:E2", "A2:B3"])
def test_merged_cells_are_named(cells: str) -> None:
    book, sheet = make_book(["One", "Ashby", "idea", "Words"], ["Two", "Ashby"])
    sheet.merge_cells(cells)
    first, last = cells.split(":")
    column = first[0]
    assert (
        f"Sheet “Prototypes”, row 2, column {column}: The cells {first} to {last} are merged, so "
        f"only {first} has the answer. Unmerge them, and fill in each cell that needs it."
    ) in refusals_of(book)


def test_merged_cells_without_an_answer_do_no_harm() -> None:
    book, sheet = make_book()
    sheet.merge_cells("D2:E3")
    sheet.merge_cells("A9:F12")
    assert refusals_of(book) == []


def test_a_title_above_the_headings() -> None:
    book, sheet = make_book()
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Our projects in 2024"
    sheet.merge_cells("A1:F1")
    assert refusals_of(book) == [
        "Sheet “Prototypes”, row 1: This row has no headings for prototypes. The headings are in "
        "row 3. Delete the rows above it."
    ]


@pytest.mark.parametrize(("cell", "heading"), [("A3", "Title"), ("B3", "Where")])
@pytest.mark.parametrize("formula", ["=A2", '=HYPERLINK("https://example.org","Two")', "=1/0"])
def test_a_formula_is_the_only_fault_of_its_cell(cell: str, heading: str, formula: str) -> None:
    book, sheet = make_book()
    sheet[cell] = formula
    assert refusals_of(book) == [
        f"Sheet “Prototypes”, row 3, column “{heading}”: This cell has a formula. Replace it with "
        "its value: copy the cell, then choose Paste special and Values."
    ]


@pytest.mark.parametrize(
    ("rows", "columns", "words"),
    [
        ([3], "", "Row 3 is hidden, but was read."),
        ([2, 3, 5], "", "Rows 2 to 3 and 5 are hidden, but were read."),
        ([], "D", "Column D is hidden, but was read."),
        ([], "DF", "Columns D and F are hidden, but were read."),
        ([9], "E", ""),
    ],
)
def test_hidden_cells_are_read_with_a_warning(rows: list[int], columns: str, words: str) -> None:
    filled = (["A", "Ashby", "", "x", "", "y"], *(["B", "Ashby"], ["C", "Ashby"], ["D", "Ashby"]))
    book, sheet = make_book(*filled)
    for row in rows:
        sheet.row_dimensions[row].hidden = True
    for column in columns:
        sheet.column_dimensions[column].hidden = True
    plan = plan_of(book)
    assert len(plan.files) == 4
    then = "Delete what should not be in the academy."
    assert [warning.as_text() for warning in plan.warnings] == (
        [f"Sheet “Prototypes”: {words} {then}"] if words else []
    )


def test_a_hidden_sheet_is_left_out_with_a_warning() -> None:
    book, _ = make_book()
    sheet = book.create_sheet("Partners")
    for row in (["Prototype id", "Partner", "Role"], ["One", "ashby-council", "lead"]):
        sheet.append(row)
    sheet.sheet_state = "hidden"
    plan = plan_of(book)
    assert "partners" not in plan.files["prototypes/one.yaml"]
    assert [warning.as_text() for warning in plan.warnings] == [
        "Sheet “Partners”: This sheet is hidden, so it was not read. Show it if you need its rows."
    ]


def test_a_date_that_lost_its_format() -> None:
    book, sheet = make_book()
    sheet["E2"] = 43891
    assert refusals_of(book) == [
        "Sheet “Prototypes”, row 2, column “Started”: “43891” is how Excel stores 1 March 2020. "
        "Write the date as people say it."
    ]


def test_a_column_that_is_missing_is_told_once() -> None:
    book, sheet = make_book()
    sheet["B1"] = "Wher"
    assert refusals_of(book) == [
        "Sheet “Prototypes”: There is no column “Where”, and it must be filled in. Which areas is "
        "this for?",
        "Sheet “Prototypes”, row 1, column “Wher”: This is not a column that a prototype can have. "
        "Did you mean “Where”?",
    ]
