"""`academy template` and `academy import`, as typed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.build.examine import examine
from generator.cli.spreadsheets import import_records, template
from generator.diagnostics import errors
from generator.intake.sheets import template_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary
from generator.records.source import read_source
from tests.intake.making import workbook
from tests.sites import tree

ROWS = [["Title", "Where", "Stage"], ["Carers' café", "Ashby", "Idea"], ["Two", "ashby", "live"]]


def make(project: Path, data: bytes, *words: str, name: str = "x.xlsx") -> Result:
    file = project.parent / name
    file.write_bytes(data)
    words = (str(file), "--project", str(project), *words)
    return CliRunner().invoke(import_records, words, catch_exceptions=False)


def test_rows_become_files_that_the_academy_reads(small_project: Path) -> None:
    done = make(small_project, workbook(Sheet1=ROWS), "--kind", "prototype")
    assert done.exit_code == 0, done.output
    assert done.output == (
        "Created prototypes/carers-cafe.yaml\nCreated prototypes/two.yaml\n"
        "2 records. Run “academy check” to see what else they need.\n"
    )
    assert (small_project / "prototypes/carers-cafe.yaml").read_bytes() == (
        b"title: Carers' caf\xc3\xa9\nareas:\n  - ashby\nstage: idea\n"
    )
    catalogue, findings = examine(small_project)
    assert errors(findings) == ()
    assert {"carers-cafe", "two"} <= set(catalogue.records)


def test_a_dry_run_writes_nothing(small_project: Path) -> None:
    before = tree(small_project)
    done = make(small_project, workbook(Sheet1=ROWS), "--kind", "Prototype", "--dry-run")
    assert done.exit_code == 0
    assert done.output.startswith("Would create prototypes/carers-cafe.yaml\n")
    assert done.output.endswith("2 records. Nothing was saved.\n")
    assert tree(small_project) == before


def test_one_fault_keeps_every_row_out(small_project: Path) -> None:
    before = tree(small_project)
    rows = [*ROWS, ["Three", "Nowhere", "idea"]]
    done = make(small_project, workbook(Sheet1=rows), "--kind", "prototype")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "Sheet “Sheet1”, row 4, column “Where”: There is no record “Nowhere”. Correct the title "
        "or id, or add the record first.",
        "Error: 1 error to correct in x.xlsx. Nothing was saved.",
    ]
    assert tree(small_project) == before


def test_a_record_that_is_there_stays_until_one_says_replace(small_project: Path) -> None:
    make(small_project, workbook(Sheet1=ROWS), "--kind", "prototype")
    before = tree(small_project)
    again = workbook(Sheet1=[*ROWS[:2], ["Two", "ashby", "agreed"]])
    refused = make(small_project, again, "--kind", "prototype")
    assert refused.exit_code == 1
    assert "row 3, column “id”: The record “two” already exists" in refused.output
    assert tree(small_project) == before
    done = make(small_project, again, "--kind", "prototype", "--replace")
    assert done.exit_code == 0, done.output
    assert "Replaced prototypes/two.yaml" in done.output
    assert b"stage: agreed" in (small_project / "prototypes/two.yaml").read_bytes()


CHANGED = b"id,Title,Where,Stage\nashby-visits,Shared visits,Ashby,completed\n"


def values_of(project: Path, path: str) -> dict[str, Any]:
    source, _ = read_source(project / path, path)
    assert source is not None
    return source.values()


def test_a_replaced_record_keeps_what_the_sheet_has_no_column_for(small_project: Path) -> None:
    path = "prototypes/ashby-visits.yaml"
    before = values_of(small_project, path)
    done = make(small_project, CHANGED, "--kind", "prototype", "--replace", name="x.csv")
    assert done.exit_code == 0, done.output
    assert "lose" not in done.output.lower()
    changed = {"title": "Shared visits", "stage": "completed"}
    assert values_of(small_project, path) == {**before, **changed}


@pytest.mark.parametrize("dry", [True, False])
def test_what_an_empty_cell_clears_is_said_first(small_project: Path, *, dry: bool) -> None:
    rows = CHANGED.replace(b"Stage", b"Stage,Reasons,In their words 1: Words").replace(
        b"completed", b"idea,,"
    )
    rows = rows.replace(b"Stage,", b"Stage,Did it work?,").replace(b"idea,", b"idea,too-early,")
    words = ("--kind", "prototype", "--replace", *(["--dry-run"] if dry else []))
    done = make(small_project, rows, *words, name="x.csv")
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[0] == (
        f"{'Would remove' if dry else 'Removes'} from prototypes/ashby-visits.yaml: "
        "“Reasons” and “In their words”."
    )
    written = values_of(small_project, "prototypes/ashby-visits.yaml")
    assert ("quotes" in written) is dry


def test_rows_of_a_part_keep_what_their_sheet_has_no_column_for(small_project: Path) -> None:
    path = "prototypes/ashby-visits.yaml"
    before = values_of(small_project, path)
    book = workbook(
        Prototypes=[["id", "Stage"], ["ashby-visits", "live"]],
        Results_and_other_figures=[
            ["Prototype id", "Finding", "Outcome", "Type of figure"],
            ["ashby-visits", "The visits cost £20,000 a year", "cost-of-visits", "Result"],
            ["ashby-visits", "People sleep better", "days-at-home", "Result"],
        ],
    )
    done = make(small_project, book, "--kind", "prototype", "--replace")
    assert done.exit_code == 0, done.output
    _, costs = before["measures"]
    kept, new = values_of(small_project, path)["measures"]
    assert kept == costs
    assert new["statement"] == "People sleep better"


def test_a_file_that_cannot_be_read_is_not_replaced(small_project: Path) -> None:
    file = small_project / "prototypes/ashby-visits.yaml"
    file.write_text("stage: [\n", encoding="utf-8")
    done = make(small_project, CHANGED, "--kind", "prototype", "--replace", name="x.csv")
    assert done.exit_code == 1
    assert "cannot be read, so none of it could be kept" in done.output
    assert file.read_text(encoding="utf-8") == "stage: [\n"


def test_a_replaced_record_must_not_break_others(small_project: Path) -> None:
    named = workbook(Sheet1=[["Title", "Where"], ["Two", "ashby-town"]])
    assert make(small_project, named, "--kind", "prototype").exit_code == 0
    before = tree(small_project)
    # without its earlier id, what names it by that is lost
    headings = ["id", "Title", "Type of area", "Earlier ids"]
    rows = workbook(Sheet1=[headings, ["ashby", "Ashby", "place", ""]])
    done = make(small_project, rows, "--kind", "area", "--replace")
    assert done.exit_code == 1
    assert (
        "Sheet “Sheet1”: prototypes/two.yaml would then have an error: There is no record "
        "“ashby-town”. Did you mean “ashby” (Ashby)?"
    ) in done.output
    assert tree(small_project) == before


def test_when_the_disk_refuses_nothing_is_left_behind(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(small_project)
    write = Path.write_bytes

    def fail(file: Path, content: bytes) -> int:
        if "two" in file.name:
            raise OSError(28, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    done = make(small_project, workbook(Sheet1=ROWS), "--kind", "prototype")
    assert done.exit_code == 1
    assert "Nothing was saved: No space left on device." in done.output
    assert tree(small_project) == before


def test_a_file_that_is_no_sheet_is_told(small_project: Path) -> None:
    done = make(small_project, b"x", "--kind", "area", name="x.docx")
    assert done.exit_code == 1
    assert done.output == (
        "Error: x.docx: The file must be a CSV file or a workbook. Its name must end with .csv or "
        ".xlsx.\n"
    )


def test_a_template_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = CliRunner()
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "ours.csv"
    done = runner.invoke(template, ["case-study", "--out", str(out)], catch_exceptions=False)
    assert done.exit_code == 0
    assert "run “academy import ours.csv --kind case-study”" in done.output
    assert out.read_bytes() == template_sheet(KIND_OF["case_study"], "csv", default_vocabulary())
    again = runner.invoke(template, ["area", "--out", str(out)], catch_exceptions=False)
    assert again.exit_code == 2
    assert "ours.csv already exists." in again.output
    wrong = runner.invoke(template, ["area", "--form", "xlsx", "--out", str(out)])
    assert "The name of the file must end with .xlsx: “ours.csv”." in wrong.output


def test_a_template_that_is_filled_in_is_imported(small_project: Path) -> None:
    book = load_workbook(
        io.BytesIO(template_sheet(KIND_OF["prototype"], "xlsx", default_vocabulary()))
    )
    main = book["Prototypes"]
    headings = [cell.value for cell in main[1]]
    cells: dict[str, Any] = {"Title": "New one", "Where": "Ashby", "Started": 2020}
    for heading, value in cells.items():
        main.cell(3, headings.index(heading) + 1, value)
    book["Partners"].append(["New one", "Ashby Council", "lead"])
    file = io.BytesIO()
    book.save(file)
    done = make(small_project, file.getvalue(), "--kind", "prototype")
    assert done.exit_code == 0, done.output
    assert (small_project / "prototypes/new-one.yaml").read_text("utf-8") == (
        "title: New one\nareas:\n  - ashby\nstarted: 2020\n"
        "partners:\n  - partner: ashby-council\n    role: lead\n"
    )


NUMBERED = (
    "id,Results 1: Finding,Results 1: Outcome,Results 1: Type of figure\n"
    "ashby-visits,{finding},days-at-home,result\n"
)


def test_a_new_finding_does_not_take_the_value_of_another(small_project: Path) -> None:
    before = tree(small_project)
    rows = NUMBERED.format(finding="Something else").encode()
    done = make(small_project, rows, "--kind", "prototype", "--replace", name="x.csv")
    assert done.exit_code == 1
    assert done.output.splitlines()[0] == (
        "Sheet “x.csv”, row 2, column “Results 1: Finding”: The record has “People spent 12 more "
        "days at home” here, with answers that have no column. To add another, use a new column, "
        "“Results and other figures 3: Finding”. To change this one, add columns for all of its "
        "answers."
    )
    assert tree(small_project) == before
    same = NUMBERED.format(finding="People spent 12 more days at home").encode()
    done = make(small_project, same, "--kind", "prototype", "--replace", name="x.csv")
    assert done.exit_code == 0, done.output
    assert "lose" not in done.output
    third = NUMBERED.replace("Results 1", "Results 3").format(finding="Something else").encode()
    done = make(small_project, third, "--kind", "prototype", "--replace", name="x.csv")
    assert done.exit_code == 0, done.output
    first, _, new = values_of(small_project, "prototypes/ashby-visits.yaml")["measures"]
    assert first["value"] == "12"
    assert new["statement"] == "Something else"
