"""Results that a spreadsheet adds to records: nothing that is there is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.intake.sheets import ImportPlan, plan_result_import, template_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary
from generator.records.source import read_source
from tests.conftest import SMALL
from tests.intake.making import CATALOGUE
from tests.sites import run_academy, tree

HEAD = "Record,Finding,Outcome,Type of figure,Value,Unit"


def plan_of(*rows: str, head: str = HEAD) -> ImportPlan:
    text = "\n".join((head, *rows, ""))
    return plan_result_import(
        text.encode(), "x.csv", CATALOGUE, lambda path: (SMALL / path).exists()
    )


def run_import(root: Path, data: bytes, *words: str, name: str = "x.csv") -> str:
    file = root.parent / name
    file.write_bytes(data)
    done = run_academy("import", str(file), "--kind", "measure", *words, folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_results_are_added_to_records_of_each_kind(small_project: Path) -> None:
    paths = ("prototypes/ashby-visits.yaml", "registry/areas/ashby.yaml")
    before = [read_source(small_project / path, path)[0] for path in paths]
    rows = ["ashby-visits,People sleep better,days-at-home,Result,3,days"]
    rows += ["Ashby,It has 4 parks,days-at-home,context,4,parks"]
    rows += ["Shared visits in Ashby,Staff sleep better,days-at-home,result,,"]
    text = "\n".join((HEAD, *rows, "")).encode()
    files = tree(small_project)
    assert run_import(small_project, text, "--dry-run") == (
        "Would add to prototypes/ashby-visits.yaml\nWould add to registry/areas/ashby.yaml\n"
        "2 records. Nothing was saved.\n"
    )
    assert tree(small_project) == files
    assert run_import(small_project, text).startswith("Added to prototypes/ashby-visits.yaml\n")
    for path, old in zip(paths, before, strict=True):
        new, _ = read_source(small_project / path, path)
        assert old is not None
        assert new is not None
        was, now = dict(old.values()), dict(new.values())
        old_measures, measures = was.pop("measures"), now.pop("measures")
        assert now == was
        assert isinstance(measures, list)
        assert isinstance(old_measures, list)
        assert measures[: len(old_measures)] == old_measures
        assert len(measures) == len(old_measures) + (2 if "visits" in path else 1)
    assert errors(examine(small_project)[1]) == ()


def test_the_template_of_measures_is_imported(small_project: Path) -> None:
    book = load_workbook(
        io.BytesIO(template_sheet(KIND_OF["measure"], "xlsx", default_vocabulary()))
    )
    sheet = book["Measures"]
    row: list[str] = ["ashby-visits", "People sleep better", "days-at-home", "result"]
    for column, value in enumerate(row, 1):
        sheet.cell(3, column).value = value
    file = io.BytesIO()
    book.save(file)
    assert "Added to" in run_import(small_project, file.getvalue(), name="x.xlsx")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "Ashby Council,New,days-at-home,result,,",
            "column “Record”: “Ashby Council” is a partner. Results belong to a prototype, area or "
            "group.",
        ),
        (
            "nobody,New,days-at-home,result,,",
            "column “Record”: There is no record “nobody”. Correct it, or add the record first.",
        ),
        (
            ",New,days-at-home,result,,",
            "column “Record”: This row does not say which record it belongs to. Write the title or "
            "id of a prototype, area or group.",
        ),
        (
            "ashby,\"10,000 people  live in Ashby\",days-at-home,context,1,people",
            "column “Finding”: “ashby” has this finding already. Delete the row, or say what is "
            "new.",
        ),
        (
            "ashby,New,days-at-home,result,12-10,people",
            "column “Value”: “12-10” is not a number. Write the lower end, 12, here, and 10 as the "
            "upper end (“Up to”). Where the source gives only bounds, use “At least” and “At "
            "most”.",
        ),
        (
            "ashby-visits,good,cost-of-visits,result,,",
            "column “Finding”: “ashby-visits” has this finding already. Delete the row, or say "
            "what is new.",
        ),
        ("ashby,New,,result,,", "column “Outcome”: You must fill this in. What was measured?"),
    ],
)  # fmt: skip
def test_a_fault_keeps_every_row_out(row: str, message: str) -> None:
    plan = plan_of("ashby-visits,Good,days-at-home,result,,", row)
    assert [refusal.as_text() for refusal in plan.refusals] == [f"Sheet “x.csv”, row 3, {message}"]
    assert plan.files == {}


def test_a_figure_as_people_write_it_fills_in_what_it_says() -> None:
    plan = plan_of("ashby,Fewer waited,days-at-home,result,about 30% (95% CI 25 to 35),")
    assert plan.refusals == ()
    [text] = plan.files.values()
    entry = text.partition("Fewer waited")[2]
    phrases = ("value: 30", "unit: percent", "approximate: yes", "low: 25", "high: 35")
    assert [words for words in phrases if words not in entry] == []


def test_a_figure_does_not_replace_what_another_cell_says() -> None:
    plan = plan_of("ashby,Fewer waited,days-at-home,result,30%,people")
    [refusal] = plan.refusals
    assert "“30%” is not a number." in refusal.as_text()
