"""What is in a sheet is what is in the record: for every kind, and every record of an academy."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.intake.sheets import (
    SheetFormat,
    plan_import,
    read_sheet,
    records_sheet,
    template_sheet,
    workbook_sheets,
)
from generator.intake.sheets.cell_text import (
    escape_formula,
    join_items,
    split_items,
    unescape_formula,
)
from generator.intake.sheets.columns import sheet_tables
from generator.intake.sheets.merged_academy import merge_records
from generator.model.fields.date_parser import parse_date
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.kinds.measure import Measure
from generator.model.questions import Question, questions_of, words_of
from generator.model.record import Record
from generator.records.source import SourceFile, hidden_characters, parse_source
from tests.catalogues import first_catalogue
from tests.model.test_dates import MEANT
from tests.sites import FIRST_ACADEMY

WRITTEN = [kind for kind in KINDS if kind.folder]
EACH_KIND = pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
EACH_FORM = pytest.mark.parametrize("form", ["csv", "xlsx"])


def simple(asked: tuple[Question, ...]) -> set[Question]:
    """Every question that takes an answer, however deep."""
    return {leaf for one in asked for leaf in (simple(one.inside) if one.inside else {one})}


def values_of(kind: Kind) -> dict[str, Any]:
    return {
        one.id: first_catalogue().origins[one.id].source.values()
        for one in first_catalogue().records_of_kind(kind)
    }


@EACH_FORM
@EACH_KIND
def test_a_template_asks_for_every_field(kind: Kind, form: SheetFormat) -> None:
    pages = workbook_sheets(kind, {}, form, first_catalogue().vocabulary)
    assert {one for page in pages for one in page.asked} == simple(questions_of(kind))
    for page in pages:
        assert len({heading.casefold() for heading in page.headings}) == len(page.headings)
        assert all(one.help in text for one, text in zip(page.asked, page.help[1:], strict=True))
        assert all(word in text for one, text in zip(page.asked, page.help[1:], strict=True)
                   for word in words_of(one, first_catalogue().vocabulary))  # fmt: skip


@EACH_FORM
@EACH_KIND
def test_every_heading_finds_its_own_field(kind: Kind, form: SheetFormat) -> None:
    for table in sheet_tables(kind, form):
        for column in table.columns:
            assert table.path_for(column.heading) == column.path
            assert table.path_for(f"  {column.heading.upper()} * ") == column.path


@EACH_FORM
@EACH_KIND
def test_a_template_is_the_same_every_time_and_holds_no_record(
    kind: Kind, form: SheetFormat
) -> None:
    data = template_sheet(kind, form, first_catalogue().vocabulary)
    assert data == template_sheet(kind, form, first_catalogue().vocabulary)
    sheet = read_sheet(data, f"x.{form}", kind)
    assert sheet.rows == ()
    assert [one.message for one in sheet.refusals] == ["No rows are filled in."]


KINDS_OF_FIRST = pytest.mark.parametrize(
    "kind",
    [kind for kind in WRITTEN if any(FIRST_ACADEMY.glob(f"{kind.folder}/*.*"))],
    ids=lambda kind: kind.name,
)


@cache
def through_a_sheet(kind: Kind, form: SheetFormat) -> list[tuple[Record, SourceFile]]:
    """The records of a kind, as they come back from a sheet, with their files."""
    catalogue = first_catalogue()
    data = records_sheet(kind, values_of(kind), form, catalogue.vocabulary)
    plan = plan_import(read_sheet(data, f"x.{form}", kind), kind, catalogue, lambda _: False)
    assert plan.refusals == ()
    added = []
    for path, text in plan.files.items():
        source, faults = parse_source(text, path)
        assert faults == []
        assert source is not None
        record_id = path.rpartition("/")[2].removesuffix(kind.suffix)
        record = kind.model.model_validate(
            {**source.values(), "id": record_id}, context=catalogue.vocabulary
        )
        added.append((record, source))
    return added


@EACH_FORM
@KINDS_OF_FIRST
def test_every_record_goes_through_a_sheet_and_stays_what_it_is(
    kind: Kind, form: SheetFormat
) -> None:
    records = {record.id: record for record, _ in through_a_sheet(kind, form)}
    assert records == {one.id: one for one in first_catalogue().records_of_kind(kind)}


@KINDS_OF_FIRST
def test_the_measures_in_a_record_keep_their_ids_areas_and_sources(kind: Kind) -> None:
    whole = merge_records(first_catalogue(), through_a_sheet(kind, "csv"), ())
    assert dict(whole.records) == dict(first_catalogue().records)
    assert whole.records_of(Measure) == first_catalogue().records_of(Measure)


def test_a_workbook_helps_people_who_fill_it_in() -> None:
    book = load_workbook(
        io.BytesIO(template_sheet(KIND_OF["prototype"], "xlsx", first_catalogue().vocabulary))
    )
    assert book.sheetnames[:4] == [
        "How to fill this in", "Prototypes", "Changes along the way", "Timeline",
    ]  # fmt: skip
    assert book.active
    assert book.active.title == "Prototypes"
    sheet = book["Prototypes"]
    assert sheet.freeze_panes == "B3"
    headings = [cell.value for cell in sheet[1]]
    assert headings[:5] == ["id", "Title", "Summary", "Where", "Stage"]
    assert "What it involves: Who" in headings
    rules = [str(rule.sqref) for rule in sheet.data_validations.dataValidation]
    assert any(area.startswith("E3:E") for area in rules)
    assert [cell.value for cell in book["Partners"][1]] == ["Prototype id", "Partner", "Role"]


def test_a_workbook_does_not_tell_when_it_was_made() -> None:
    with zipfile.ZipFile(
        io.BytesIO(template_sheet(KIND_OF["area"], "xlsx", first_catalogue().vocabulary))
    ) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2020-01-01T00:00:00Z" in archive.read("docProps/core.xml")


ITEMS = st.lists(
    st.text(st.characters(blacklist_categories=("Cc", "Cs")) | st.sampled_from("\n;•- "))
    .map(lambda text: "\n".join(line.strip() for line in text.split("\n")).strip())
    .filter(lambda text: bool(text) and not hidden_characters(text)),
    max_size=4,
)
MANY = {one.name: one for one in questions_of(KIND_OF["prototype"])}


@given(ITEMS, st.sampled_from([MANY["aims"], MANY["inferred"]]))
def test_several_answers_in_a_cell_stay_apart(items: list[str], question: Question) -> None:
    assert split_items(join_items(items), question) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("One\nTwo\n\n", ["One", "Two"]),
        ("One; two", ["One", "two"]),
        ("• One; still one\n• Two\n  and more", ["One; still one", "Two\n  and more"]),
        ("", []),
    ],
)
def test_several_answers_as_people_write_them(text: str, items: list[str]) -> None:
    assert split_items(text, MANY["inferred"]) == items


def test_prose_keeps_its_semicolons() -> None:
    assert split_items("Visit with two; bring a book.", MANY["aims"]) == [
        "Visit with two; bring a book."
    ]


@given(st.text())
def test_no_program_takes_text_for_a_formula(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text
    assert escape_formula(text)[:1] not in ("=", "@")


def test_text_like_a_formula_goes_through_both_forms() -> None:
    kind = KIND_OF["practice"]
    odd = ["=1+1", "-5", "+44", "@sum", "'=1", "-x", "0123", "2020-01", "NO", "TRUE"]
    values = {
        f"practice-{number}": {"title": text, "type": "service", "note": text}
        for number, text in enumerate(odd)
    }
    for form in ("csv", "xlsx"):
        sheet = read_sheet(
            records_sheet(kind, values, form, first_catalogue().vocabulary), f"x.{form}", kind
        )
        titles = [{one.path: one.text for one in row.answers}["title",] for row in sheet.rows]
        assert titles == odd
        plan = plan_import(sheet, kind, first_catalogue(), lambda _: False)
        for name, value in values.items():
            written = plan.files[f"registry/practices/{name}.yaml"].replace('"', "")
            assert f"note: {value['note']}\n" in written


DATES = {f"date-{number}": row[0] for number, row in enumerate(MEANT)}


@cache
def imported_dates(form: SheetFormat) -> dict[str, str]:
    """Partners with every way to write a date, through one sheet: path → file."""
    kind = KIND_OF["partner"]
    values = {
        name: {"title": name, "type": "council", "valid_from": written}
        for name, written in DATES.items()
    }
    sheet = read_sheet(
        records_sheet(kind, values, form, first_catalogue().vocabulary), f"x.{form}", kind
    )
    return plan_import(sheet, kind, first_catalogue(), lambda _: False).files


@EACH_FORM
@pytest.mark.parametrize("name", DATES, ids=DATES.get)
def test_dates_come_back_as_they_were_written(name: str, form: SheetFormat) -> None:
    path = f"registry/partners/{name}.yaml"
    source, _ = parse_source(imported_dates(form)[path], path)
    assert source is not None
    kind = KIND_OF["partner"]
    record = kind.model.model_validate(
        {**source.values(), "id": name}, context=first_catalogue().vocabulary
    )
    assert vars(record)["valid_from"] == parse_date(DATES[name])
    assert str(vars(record)["valid_from"]) == " ".join(DATES[name].split())


@pytest.mark.parametrize(
    ("shown", "meant"), [("Apr-19", "2019-04"), ("01-Apr-19", "2019-04-01"), ("2019", "2019")]
)
def test_what_excel_makes_of_a_date_in_a_csv_file_is_still_that_date(
    shown: str, meant: str
) -> None:
    assert parse_date(shown) == parse_date(meant)
