"""What newcomers get wrong: each is told by sheet, row and column, all at once."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from generator.intake.sheets import SheetError, read_sheet, template_sheet
from generator.intake.sheets.sheet_limits import MAX_ROWS
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary
from tests.intake.making import messages_of, planned, workbook

HEAD = ["id", "Title", "Where", "Stage"]
GOOD = ["one", "One", "ashby", "idea"]


def prototypes(*rows: list[Any], **more: list[list[Any]]) -> list[str]:
    return messages_of(workbook(Prototypes=[HEAD, *rows], **more), "prototype")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            ["", "Two, 01325 123456", "ashby", "idea"],
            "column “Title”: This looks like a phone number. Remove it. Give a job title instead.",
        ),
        (
            ["", "Two", "ashby", "lvie"],
            "column “Stage”: “lvie” is not one of the allowed words. Did you mean “live”? Use one "
            "of: idea, proposed, agreed, designing, procuring, testing, live, completed, stopped.",
        ),
        (
            ["", "Two", "", "idea"],
            "column “Where”: You must fill this in. Which areas is this for?",
        ),
        (
            ["", "Two", "Ashbey", "idea"],
            "column “Where”: There is no record “Ashbey”. Did you mean “Ashby” (ashby)?",
        ),
        (
            ["", "Two", "ashbi", "idea"],
            "column “Where”: There is no record “ashbi”. Did you mean “ashby” (Ashby)?",
        ),
        (
            ["", "Two", "Far away", "idea"],
            "column “Where”: There is no record “Far away”. Correct the title or id, or add the "
            "record first.",
        ),
        (
            ["", "Two", "ashby-council", "idea"],
            "column “Where”: “ashby-council” is a partner, but this field needs an area. Give "
            "the id of an area.",
        ),
        (
            ["", "", "ashby", "idea"],
            "column “id”: The prototype has no id and no title. Choose an id with small "
            "letters, digits and hyphens.",
        ),
        (
            ["My Idea", "Two", "ashby", "idea"],
            "column “id”: “My Idea” is not an id: small letters, digits and single hyphens only. "
            "Write it like “my-idea”.",
        ),
        (
            ["ashby-visits", "Two", "ashby", "idea"],
            "column “id”: The record “ashby-visits” already exists: prototypes/ashby-visits.yaml. "
            "Choose another id, or use --replace to replace the record with this row.",
        ),
        (
            ["ashby", "Two", "ashby", "idea"],
            "column “id”: “ashby” is an area: registry/areas/ashby.yaml. Choose another id.",
        ),
        (
            ["ashby-town", "Two", "ashby", "idea"],
            "column “id”: “ashby-town” is an earlier id of “ashby”. Choose another id.",
        ),
        (
            ["", "=A1&A2", "ashby", "idea"],
            "column “Title”: This cell has a formula. Replace it with its value: copy the "
            "cell, then choose Paste special and Values.",
        ),
        (
            ["", "A\u200bB", "ashby", "idea"],
            "column “Title”: There is a hidden character here: zero width space (U+200B). Delete "
            "it and type the text around it again.",
        ),
        (
            ["", "Two", "ashby", "idea", "what is this"],
            "column E: “what is this” is in a column without a heading. Add a heading in the "
            "first row.",
        ),
        (
            ["", "x" * 401, "ashby", "idea"],
            "column “Title”: The text has 401 characters; the most here is 400. Shorten it, and "
            "put the detail in a longer field.",
        ),
    ],
)
def test_a_wrong_cell(row: list[Any], expected: str) -> None:
    assert f"Sheet “Prototypes”, row 3, {expected}" in prototypes(GOOD, row)


@pytest.mark.parametrize(
    ("heading", "value", "expected"),
    [
        ("Started", "24 March", "“24 March” has no year. Add the year, such as 2020."),
        (
            "Started",
            "3/4/2024",
            "“3/4/2024” can mean two dates. Do you mean 3 April 2024 or 4 March 2024? Write the "
            "one that you mean.",
        ),
        ("Next review", "soon", "“soon” is not a date. Write it like 2020, March 2020, 31 March "
         "2020, 2019/20, 2019/20 Q3, spring 2020, about 2015 or 2017 to 2019."),
        ("Reach: Live", "about 5", "“about 5” is not a whole number. Write only the figure here: "
         "5."),
        (
            "mesure 1: Value",
            "24%",
            "This is not a column that a prototype can have. Use a heading from the template, or "
            "delete the column.",
        ),
        (
            "Results and other figures 1: Value",
            "3,5",
            "“3,5” is not a number. Write 3.5.",
        ),
        ("Stgae of it", "x", "This is not a column that a prototype can have. Use a heading "
         "from the template, or delete the column."),
        ("Titel", "x", "This is not a column that a prototype can have. Did you mean “Title”?"),
        ("title", "x", "This column is in the sheet twice. Delete one of the two."),
    ],
)  # fmt: skip
def test_a_wrong_column_or_value_in_csv(heading: str, value: str, expected: str) -> None:
    text = f"Title;Where;{heading}\nOne;ashby;{value}\n"
    row = 1 if expected.startswith("This") else 2
    messages = messages_of(text.encode(), "prototype", "mine.csv")
    assert f"Sheet “mine.csv”, row {row}, column “{heading}”: {expected}" in messages


def test_every_fault_is_told_at_once_and_in_order() -> None:
    assert prototypes(
        ["a", "A", "ashby", "lvie"],
        GOOD,
        ["b", "B", "", "idea"],
        GOOD,
        Partners=[
            ["Prototype id", "Partner", "Role"],
            ["one", "ashby-council", "boss"],
            ["", "ashby-council", "lead"],
            ["onne", "ashby-council", "lead"],
            ["one", "ashby-council", ""],
        ],
        Partnes=[["x"], ["y"]],
    ) == [
        "Sheet “Prototypes”, row 2, column “Stage”: “lvie” is not one of the allowed words. Did "
        "you mean “live”? Use one of: idea, proposed, agreed, designing, procuring, testing, "
        "live, completed, stopped.",
        "Sheet “Prototypes”, row 4, column “Where”: You must fill this in. "
        "Which areas is this for?",
        "Sheet “Prototypes”, row 5, column “id”: The id “one” is already in row 3. Give each "
        "row a different id.",
        "Sheet “Partners”, row 2, column “Role”: “boss” is not one of the allowed words. Use one "
        "of: lead, member, commissioner, provider, funder, host, supporter, adviser, "
        "dissemination, workforce-development.",
        "Sheet “Partners”, row 3, column “Prototype id”: This row does not say which prototype "
        "it belongs to. Add the id.",
        "Sheet “Partners”, row 4, column “Prototype id”: The prototype “onne” is not in the "
        "first sheet. Did you mean “one”?",
        "Sheet “Partners”, row 5, column “Role”: You must fill this in. What does it do here?",
        "Sheet “Partnes”: A workbook for prototypes does not have a sheet with this name. Did you "
        "mean “Partners”?",
    ]


def test_a_part_that_is_needed_names_its_sheet() -> None:
    rows = [["id", "Adopter", "Status"], ["one", "Ashby", "begun"]]
    assert messages_of(workbook(Adoptions=rows), "adoption") == [
        "Sheet “Adoptions”, row 2, column “Comes from”: You must fill "
        "this in. Add a row on the sheet “Comes from”. Where was it learnt from, or "
        "will it be?"
    ]


def test_a_missing_answer_in_a_numbered_part_names_its_column() -> None:
    text = "Title,Where,Partners 1: Role,Partners 3: Partner\nOne,ashby,,Ashby Council\n"
    assert messages_of(text.encode(), "prototype", "x.csv") == [
        "Sheet “x.csv”, row 2, column “Partners 3: Role”: You must fill this in. "
        "What does it do here?"
    ]


def test_two_records_of_one_title_must_be_named_by_id() -> None:
    areas = [["id", "Title", "Type of area"], ["a", "Dale", "place"], ["b", "Dale", "place"]]
    rows = [*areas, ["c", "C", "place"]]
    rows = [[*row, part] for row, part in zip(rows, ["Part of", "", "", "dale"], strict=True)]
    assert messages_of(workbook(Areas=rows), "area") == [
        "Sheet “Areas”, row 4, column “Part of”: 2 records are called “dale”. Which one? Write "
        "“a” (Dale) or “b” (Dale)."
    ]


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (
            "Ashby, Brookvale",
            "“Ashby, Brookvale” is 2 names: “Ashby” and “Brookvale”. Put each on a new line of the "
            "cell, or put “;” between them.",
        ),
        ("Ashby; Brookvale; ashby", "“Ashby” is in this list twice. Delete this one."),
    ],
)
def test_several_names_in_one_cell(where: str, message: str) -> None:
    assert prototypes(["", "Two", where, "idea"])[0].endswith(message)


def test_two_names_for_one_answer() -> None:
    rows = [["Title", "Type", "Area"], ["Team", "board", "Ashby and Brookvale"]]
    assert messages_of(workbook(Groups=rows), "group") == [
        "Sheet “Groups”, row 2, column “Area”: “Ashby and Brookvale” is 2 names: “Ashby” and "
        "“Brookvale”. Give one. This answer takes one record."
    ]


def test_a_title_of_another_script_needs_an_id() -> None:
    (message,) = prototypes(["", "在宅医療の試み", "ashby", "idea"])
    assert message == (
        "Sheet “Prototypes”, row 2, column “id”: The title “在宅医療の試み” has too few Latin "
        "letters to make an id from. Give a short name in small Latin letters, such as "
        "home-care-trial, in the column “id”."
    )
    assert prototypes(["home-care-trial", "在宅医療の試み", "ashby", "idea"]) == []


def test_what_may_be_there_twice_is_a_warning() -> None:
    rows = [["Title", "Type", "Serves"], ["Ashby Borough Council", "council", "Ashby"]]
    plan = planned(workbook(Partners=rows), "partner")
    assert [warning.as_text() for warning in plan.warnings] == [
        "Sheet “Partners”: registry/partners/ashby-council.yaml – This may be the same partner as "
        "“Ashby Borough Council”: registry/partners/ashby-borough-council.yaml. If it is, keep one "
        "of them. If not, give both a “place:” or a different “code:”."
    ]
    assert list(plan.files) == ["registry/partners/ashby-borough-council.yaml"]


def test_a_place_and_an_adoption_without_a_title_make_ids() -> None:
    rows = [["Title", "Type of area", "Place"], ["Newport", "place", "Isle of Wight"]]
    plan = planned(workbook(Areas=rows), "area")
    assert list(plan.files) == ["registry/areas/newport-isle-of-wight.yaml"]
    head = ["area", "practice", "status", "level", "fidelity_planned", "learnt_from 1: area"]
    text = ",".join(head) + "\nbrookvale,joint-work,begun,place-based,not-stated,ashby\n"
    plan = planned(text.encode(), "adoption", "x.csv")
    assert [refusal.as_text() for refusal in plan.refusals] == []
    assert list(plan.files) == ["registry/adoptions/brookvale-joint-work-from-ashby.yaml"]


def test_what_names_a_refused_row_is_not_at_fault_itself() -> None:
    rows = [["id", "Title", "Type of area", "Part of"], ["a", "A", "plaice", ""]]
    messages = messages_of(workbook(Areas=[*rows, ["b", "B", "place", "a"]]), "area")
    assert len(messages) == 1
    assert "row 2, column “Type of area”: “plaice”" in messages[0]


def test_rules_across_records_are_told_at_the_cell() -> None:
    rows = [["id", "Title", "Type of area", "Part of"]]
    rows += [["a", "A", "place", "b"], ["b", "B", "place", "A"]]
    messages = messages_of(workbook(Areas=rows), "area")
    assert messages
    assert all("column “Part of”" in one for one in messages)


def test_a_mention_of_nothing_in_prose_is_told() -> None:
    rows = [["Title", "Type", "Note"], ["A", "service", "See [[nothing-here]]."]]
    assert messages_of(workbook(Practices=rows), "practice") == [
        "Sheet “Practices”, row 2, column “Note”: There is no record “nothing-here”. Correct the "
        "id, or add the record first."
    ]


def unreadable(data: bytes, name: str = "x.xlsx") -> str:
    with pytest.raises(SheetError) as stopped:
        read_sheet(data, name, KIND_OF["prototype"])
    return str(stopped.value)


def packed(content: bytes, name: str = "xl/workbook.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


SAVE_AGAIN = "The file cannot be read as a workbook. Open it in Excel and save it again as .xlsx."


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "x.xlsx", SAVE_AGAIN),
        (b"Title\nOne\n", "x.xlsx", SAVE_AGAIN),
        (packed(b"<a/>"), "x.xlsx", SAVE_AGAIN),
        (packed(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "x.xlsx", SAVE_AGAIN),
        (
            packed(b" " * (51 << 20)),
            "x.xlsx",
            "The workbook has more than 50 MB. Split it into smaller files.",
        ),
        (
            b"\xd0\xcf\x11\xe0" + b"x" * 600,
            "x.xlsx",
            "The workbook has a password or is in an old format. Save it as .xlsx without a "
            "password.",
        ),
        (
            workbook(Prototypes=[["Title"]]),
            "x.csv",
            "This is a workbook, not a CSV file. Change the end of its name to .xlsx.",
        ),
        (
            b"Title\n" + b"One\n" * (MAX_ROWS + 1),
            "x.csv",
            "The file has more than 10,000 rows. Split it into smaller files.",
        ),
        (
            b"Title\nOne \x9c5\x81\n",
            "x.csv",
            "We cannot tell how this file was saved, so some letters may be wrong. Row 2, column A "
            "has “ú5Å”. Open the file where you made it, and save it as “CSV UTF-8” or .xlsx.",
        ),
        (
            b"x",
            "x.docx",
            "The file must be a CSV file or a workbook. Its name must end with .csv or .xlsx.",
        ),
    ],
)
def test_a_file_that_is_no_sheet(data: bytes, name: str, expected: str) -> None:
    assert unreadable(data, name) == expected


def test_a_damaged_workbook_is_refused_or_read() -> None:
    whole = template_sheet(KIND_OF["principle"], "xlsx", default_vocabulary())
    chance = Random(1)
    for _ in range(60):
        parts = {}
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            for name in archive.namelist():
                content = bytearray(archive.read(name))
                if chance.random() < 0.3 and content:
                    at = chance.randrange(len(content))
                    content[at : at + 9] = chance.choice([b"", b"<x>", b"999999999", b"\xff"])
                parts[name] = bytes(content)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        damaged = bytearray(chance.choice([whole, file.getvalue()]))
        if damaged == whole:
            damaged[chance.randrange(len(damaged))] ^= 0x55
        with suppress(SheetError):
            read_sheet(bytes(damaged), "x.xlsx", KIND_OF["principle"])


def test_a_sheet_with_too_many_rows_is_refused() -> None:
    rows = [["Title"], *(["One"] for _ in range(MAX_ROWS))]
    assert unreadable(workbook(Prototypes=rows)) == (
        "The sheet “Prototypes” has more than 10,000 rows. Split it into smaller files."
    )


def test_a_sheet_of_something_else() -> None:
    assert messages_of(b"Colour,Phone\nA,1\n", "prototype", "x.csv")[0] == (
        "Sheet “x.csv”, row 1: This row has no headings for prototypes. Start with a sheet "
        "from “academy template prototype”."
    )
    assert messages_of(b"", "prototype", "x.csv") == [
        "Sheet “x.csv”: No rows are filled in. Fill in one row for each record."
    ]


def test_nothing_is_planned_when_one_row_is_refused() -> None:
    data = workbook(Prototypes=[HEAD, GOOD, ["two", "Two", "ashby", "lvie"]])
    assert planned(data, "prototype").files == {}
