"""What programs make of what people type, and what it was meant to be."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from generator.intake.sheets import read_sheet
from generator.model.kinds import KIND_OF
from tests.intake.making import messages_of, planned, workbook


def only(data: bytes, kind: str, name: str = "x.xlsx") -> str:
    plan = planned(data, kind, name)
    assert [one.as_text() for one in plan.refusals] == []
    (text,) = plan.files.values()
    return text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (2020.0, "General", "2020"),
        (2020, "0.00", "2020"),
        (0.1 + 0.2, "General", "0.3"),
        (-54.98, "General", "-54.98"),
        (1e-7, "General", "0.0000001"),
        (1e15, "General", "1000000000000000"),
        (0.24, "0%", "24%"),
        (True, "General", "TRUE"),
        (datetime(2020, 3, 1), "dd/mm/yyyy", "2020-03-01"),  # noqa: DTZ001
        (date(2020, 3, 1), "yyyy-mm-dd", "2020-03-01"),
        (datetime(2020, 3, 1), "mmm-yy", "2020-03"),  # noqa: DTZ001
        (datetime(2020, 3, 1), "[$-809]mmmm yyyy", "2020-03"),  # noqa: DTZ001
        (datetime(2020, 3, 1), "d-mmm-yy", "2020-03-01"),  # noqa: DTZ001
        (datetime(2020, 1, 1), "yyyy", "2020"),  # noqa: DTZ001
        (datetime(2020, 3, 1, 9, 30), "dd/mm/yyyy hh:mm", "2020-03-01 09:30"),  # noqa: DTZ001
        (time(9, 30), "hh:mm", "09:30"),
        ("a_x000D_\nb", "General", "a\nb"),
    ],
)
def test_a_typed_cell_is_the_text_that_was_meant(value: Any, form: str, text: str) -> None:
    book = Workbook()
    book.worksheets[0].append(["id", "Title"])
    cell = book.worksheets[0].cell(2, 2, value)
    cell.number_format = form
    file = io.BytesIO()
    book.save(file)
    (row,) = read_sheet(file.getvalue(), "x.xlsx", KIND_OF["practice"]).rows
    assert row.title == text


def test_a_year_that_a_cell_does_not_show_is_not_taken_from_excel() -> None:
    book = Workbook()
    book.worksheets[0].append(["id", "Title", "Started"])
    book.worksheets[0].append(["one", "One"])
    cell = book.worksheets[0].cell(2, 3, datetime(2026, 3, 20))  # noqa: DTZ001
    cell.number_format = "d-mmm"
    file = io.BytesIO()
    book.save(file)
    (fault,) = read_sheet(file.getvalue(), "x.xlsx", KIND_OF["prototype"]).refusals
    assert fault.message == "This cell shows “20 March” without a year."
    assert fault.hint == "Write the year too, such as 20 March 2026."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_as_programs_save_it(encoding: str, sign: str, end: str) -> None:
    rows = [["Title", "Type", "Note"], ["Carers’ café – £5", "service", '"Yes, no; and"']]
    text = end.join([*(sign.join(row) for row in rows), sign * 2, ""])
    assert only(text.encode(encoding), "practice", "x.csv") == (
        "title: Carers’ café – £5\ntype: service\nnote: Yes, no; and\n"
    )


def test_a_line_for_excel_alone_is_left_out() -> None:
    assert only(b"sep=;\r\nTitle;Type\r\nOne;service\r\n", "practice", "x.csv").startswith("title")


@pytest.mark.parametrize("text", ["=1+1", "-5", "+44 191 496", "@home", "-", "0123", "'=x"])
def test_text_like_a_formula_stays_text(text: str) -> None:
    written = only(f'Title,Type,Note\nOne,service,"{text}"\n'.encode(), "practice", "x.csv")
    meant = text[1:] if text.startswith("'=") else text
    assert written.splitlines()[-1].removeprefix("note: ").strip('"') == meant


def test_columns_stand_in_any_order_and_under_either_name() -> None:
    text = "stage,Where,partners 2: role,PARTNERS 2: PARTNER,co_production: who,title\n"
    text += "Live,Ashby; Brookvale,Lead,Ashby Council,people,One\n"
    assert only(text.encode(), "prototype", "x.csv") == (
        "title: One\n"
        "areas:\n  - ashby\n  - brookvale\n"
        "stage: live\n"
        "co_production:\n  who: people\n"
        "partners:\n  - partner: ashby-council\n    role: lead\n"
    )


def test_parts_stand_on_sheets_of_their_own() -> None:
    data = workbook(
        How_to_fill_this_in=[["Anything"]],
        Prototypes=[
            ["id", "Title", "Where", "Stage", "Started", "Reach: Live"],
            ["Help: this row is not read.", "x", "x", "x", "x", "x"],
            [None, "One", "ashby\nbrookvale", "live", datetime(2020, 3, 1), 4.0],  # noqa: DTZ001
            [],
        ],
        Partners=[
            ["id", "Partner", "Role"],
            ["one", "ashby-council", "lead"],
            ["One", "Brookvale Council", "host"],
        ],
    )
    assert only(data, "prototype") == (
        "title: One\n"
        "areas:\n  - ashby\n  - brookvale\n"
        "stage: live\n"
        "started: 2020-03-01\n"
        "reach:\n  live: 4\n"
        "partners:\n"
        "  - partner: ashby-council\n    role: lead\n"
        "  - partner: brookvale-council\n    role: host\n"
    )


def test_the_only_sheet_may_have_any_name() -> None:
    rows = [["Title", "Type"], ["One", "service"]]
    assert planned(workbook(Sheet1=rows), "practice").files


def test_rows_may_name_each_other() -> None:
    rows = [["Title", "Type of area", "Part of"], ["A", "place", "Big one"]]
    files = planned(workbook(Areas=[*rows, ["Big one", "region", ""]]), "area").files
    assert files["registry/areas/a.yaml"].endswith("part_of:\n  - big-one\n")


def test_a_story_stands_below_the_front_matter() -> None:
    rows = [["Title", "Type", "Where", "The problem", "The story"]]
    rows += [["Day one", "place", "Ashby", "Nights: too few", "## Start\n\nIt began."]]
    assert only(workbook(Sheet1=rows), "case_study") == (
        "---\ntitle: Day one\ntype: place\nareas:\n  - ashby\n"
        'problem: "Nights: too few"\n---\n\n## Start\n\nIt began.\n'
    )


def test_nobody_has_said_is_an_answer() -> None:
    rows = [["Title", "Where", "Started"], ["One", "ashby", "Not stated"]]
    assert only(workbook(Sheet1=rows), "prototype") == ("title: One\nareas:\n  - ashby\nstarted:\n")


def test_a_record_is_replaced_only_when_asked() -> None:
    rows = workbook(Sheet1=[["id", "Title", "Where"], ["ashby-visits", "One", "ashby"]])
    assert len(messages_of(rows, "prototype")) == 1
    plan = planned(rows, "prototype", may_replace=True)
    assert plan.replaced == ("prototypes/ashby-visits.yaml",)
