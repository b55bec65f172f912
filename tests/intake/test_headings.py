"""Headings as people write them: synonyms are accepted, what is near is asked about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.intake.sheet_submission import spreadsheet_kind
from generator.intake.sheets import template_sheet
from generator.intake.sheets.columns import sheet_tables
from generator.model.kinds import KINDS, Kind
from generator.model.question_names import fold_heading
from generator.model.questions import Question, questions_of
from generator.records.catalogue import default_vocabulary
from tests.intake.making import messages_of, planned, workbook


def record_of(text: str, kind: str = "prototype") -> str:
    plan = planned(text.encode(), kind, "x.csv")
    assert [refusal.as_text() for refusal in plan.refusals] == []
    (written,) = plan.files.values()
    return written


@pytest.mark.parametrize(
    "where", ["Where", "Area", "AREAS", "place", "Location", "areas", "Where?"]
)
def test_the_area_of_a_prototype_has_many_names(where: str) -> None:
    assert record_of(f"Title,{where}\nOne,Ashby\n") == "title: One\nareas:\n  - ashby\n"


def test_the_headings_of_a_spreadsheet_that_a_team_keeps() -> None:
    text = "Project name,Location (required),Description,Status,Start date,End-date,Aim,Notes,"
    text += "Partner 1: Organisation,Partner 1: Role,Lessons learned: What went well\n"
    text += "One,Ashby,What it is,live,2020,2021,Fewer falls,None,Ashby Council,lead,Meeting\n"
    assert record_of(text) == (
        "title: One\nsummary: What it is\nareas:\n  - ashby\nstage: live\n"
        'started: 2020\nended: 2021\naims:\n  - Fewer falls\n'
        "lessons:\n  worked:\n    - Meeting\n"
        "partners:\n  - partner: ashby-council\n    role: lead\nnote: None\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "kind", "more"),
    [
        ("Partner", "partner", ",Type\nOne,council"),
        ("Organisation", "partner", ",Type\nOne,council"),
        ("Area", "area", ",Type\nOne,place"),
        ("Practice name", "practice", ",Type\nOne,service"),
        ("Name of group", "group", ",Type,Area covered\nOne,board,Ashby"),
    ],
)
def test_the_column_for_the_record_itself_holds_its_title(
    heading: str, kind: str, more: str
) -> None:
    assert record_of(f"{heading}{more}\n", kind).startswith("title: One\n")


def test_sheets_have_other_names_too() -> None:
    results = [["Prototype", "Result", "Measure", "Type"]]
    results += [["One", "People sleep better", "days-at-home", "Result"]]
    book = workbook(Prototype=[["Name", "Area"], ["One", "Ashby"]], Results=results)
    plan = planned(book, "prototype")
    assert [refusal.as_text() for refusal in plan.refusals] == []
    assert "statement: People sleep better" in plan.files["prototypes/one.yaml"]


@pytest.mark.parametrize(
    ("heading", "hint"),
    [
        ("Loction", "Did you mean “Where”?"),
        ("Outcomes", "Did you mean “Outcomes aimed for”?"),
        ("What worked", "Did you mean “Lessons: What worked”?"),
        (
            "Role",
            "Did you mean “Review notes 1: Role”, “Partners 1: Role” or “In their words 1: Role”?",
        ),
        (
            "Lesson",
            "“Lessons” is more than one column: “Lessons: What worked” and “Lessons: What did not "
            "work”.",
        ),
        (
            "Partners",
            "“Partners” is more than one column: “Partners 1: Partner” and “Partners 1: Role”.",
        ),
        ("Telephone", "Use a heading from the template, or delete the column."),
    ],
)
def test_a_heading_that_is_only_near_is_asked_about(heading: str, hint: str) -> None:
    (message,) = messages_of(f"Title,Area,{heading}\nOne,Ashby,x\n".encode(), "prototype", "x.csv")
    assert message == (
        f"Sheet “x.csv”, row 1, column “{heading}”: This is not a column that a prototype can "
        f"have. {hint}"
    )


def test_a_part_with_its_own_sheet_is_sent_there() -> None:
    book = workbook(Prototypes=[["Title", "Area", "Partner"], ["One", "Ashby", "Ashby Council"]])
    assert messages_of(book, "prototype")[0].endswith(
        "Put these on the sheet “Partners”, with one row for each."
    )


@pytest.mark.parametrize(("first", "second"), [("Area", "Where"), ("Name", "Title")])
def test_two_columns_for_one_question(first: str, second: str) -> None:
    text = f"{first},{second},Place\nashby,ashby,ashby\n"
    assert (
        f"Sheet “x.csv”, row 1, column “{second}”: “{first}” and “{second}” are the same "
        "question. Keep one of the two columns."
    ) in messages_of(text.encode(), "prototype", "x.csv")


def test_two_sheets_for_one_part() -> None:
    head = ["Prototype", "Partner", "Role"]
    rows = [head, ["One", "Ashby Council", "lead"]]
    book = workbook(Prototypes=[["Title", "Area"], ["One", "Ashby"]], Partners=rows, Partner=rows)
    assert messages_of(book, "prototype") == [
        "Sheet “Partner”: The sheets “Partners” and “Partner” are for the same answers. Put all "
        "rows on one of them."
    ]


def groups_of_questions(
    asked: tuple[Question, ...], where: str
) -> Iterator[tuple[str, tuple[Question, ...]]]:
    yield where, tuple(question for question in asked if not question.inside)
    yield f"{where} groups", tuple(question for question in asked if question.inside)
    for question in asked:
        if question.inside:
            yield from groups_of_questions(question.inside, f"{where}.{question.name}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_synonym_means_two_fields(kind: Kind) -> None:
    for where, asked in groups_of_questions(questions_of(kind), kind.name):
        owners: dict[str, set[str]] = {}
        for question in asked:
            for name in map(fold_heading, question.synonyms):
                owners.setdefault(name, set()).add(question.name)
        for question in asked:
            for name in {fold_heading(question.label), fold_heading(question.name)}:
                assert owners.get(name, set()) <= {question.name}, f"{where}: {name}"
        assert [name for name, fields in owners.items() if len(fields) > 1] == [], where


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda k: k.name)
def test_every_heading_of_a_template_means_its_own_field(kind: Kind) -> None:
    for form in ("csv", "xlsx"):
        for table in sheet_tables(kind, form):
            for column in table.columns:
                assert table.path_for(column.heading) == column.path


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder], ids=lambda k: k.name)
def test_a_workbook_that_is_sent_says_its_kind(kind: Kind) -> None:
    data = template_sheet(kind, "xlsx", default_vocabulary())
    assert spreadsheet_kind(data, "sent.xlsx") is kind
