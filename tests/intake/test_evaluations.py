"""Two published evaluations, filled in as workbooks that the program gives out."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.build.examine import examine
from generator.diagnostics import errors
from generator.intake.sheets import template_sheet
from generator.model.kinds import KIND_OF
from generator.records.catalogue import Catalogue, default_vocabulary
from tests.sites import run_academy

Rows = list[dict[str, Any]]

TEAMS = "Integrated care teams in one town"
BRIEFING = {"Sources 1: Document": "A briefing", "Sources 1: Heading or page": "Key findings"}
COMPARED = {
    "Prototype id": TEAMS,
    "Finding": "Patients went to A&E 33% more often than the matched patients",
    "Outcome": "A&E attendances",
    "Type of figure": "result",
    "Value": 33,
    "Unit": "percent",
    "Amount or change": "percent-difference",
    "Confidence interval: From": 16,
    "Confidence interval: To": 54,
    "How many were counted": 774,
    "Followed for": "7 months on average (202 days; controls 230)",
    "Period": "July 2015 to May 2017",
    "Change": "worsened",
    "Comparison: Group compared with": "matched control patients of the same area",
    "Comparison: Position": "worse",
    "How it was found out": "matched-comparison",
    "Who evaluated it": "independent",
    "Strength of evidence": "compared",
    **BRIEFING,
}
AGE = {
    "Prototype id": TEAMS,
    "Finding": "Mean age",
    "Outcome": "Age",
    "Type of figure": "context",
    "Value": 81,
    "Unit": "years",
    "Type of value": "mean",
    "Comparison: Group compared with": "matched control patients",
    "Comparison: Their value": 79,
}
BEFORE = {**AGE, "Finding": "Emergency admissions in the year before", "Value": 1.93}
BEFORE |= {"Outcome": "Emergency admissions", "Unit": "admissions", "Comparison: Their value": 1.67}

PILOT = "Neighbourhood care pilot"
IN_WORDS = {
    "Prototype id": PILOT,
    "Finding": "Escalation of need was prevented",
    "Outcome": "Escalation of need",
    "Type of figure": "result",
    "Change": "improved",
    "Strength of evidence": "account",
}

# In the order in which a newcomer needs them: what is named comes first.
STEPS: tuple[tuple[str, Mapping[str, Rows]], ...] = (
    (
        "area",
        {
            "Areas": [
                {"Title": "County of two towns", "Type of area": "county"},
                {
                    "Title": "Old town",
                    "Type of area": "town",
                    "Part of": "County of two towns",
                },
                {"Title": "New town", "Type of area": "town", "Part of": "County of two towns"},
            ]
        },
    ),
    (
        "partner",
        {
            "Partners": [
                {"Title": "The county council", "Type": "council", "Serves": "County of two towns"},
                {"Title": "A care provider abroad", "Type": "care-provider"},
            ]
        },
    ),
    (
        "outcome",
        {
            "Outcomes": [
                {"Title": "A&E attendances", "Type": "outcome", "Better when it goes": "down"},
                {"Title": "Emergency admissions", "Type": "outcome", "Better when it goes": "down"},
                {"Title": "Age", "Type": "context"},
                {"Title": "Escalation of need", "Type": "outcome", "Better when it goes": "down"},
            ]
        },
    ),
    (
        "resource",
        {"Learning": [{"Title": "A briefing", "Type": "report", "Availability": "available"}]},
    ),
    ("practice", {"Practices": [{"Title": "Small neighbourhood teams", "Type": "service"}]}),
    (
        "prototype",
        {
            "Prototypes": [
                {
                    "Title": TEAMS,
                    "Where": "Old town",
                    "Stage": "completed",
                    "Started": "July 2015",
                    "Ended": "May 2017",
                    "Did it work?": "not-worked",
                    "Who says so": "independent",
                    "Reasons": "Patients went to A&E more often.",
                    "Lessons: What did not work": "Hospital use may be the wrong aim early on.",
                },
                {
                    "Title": PILOT,
                    "Where": "Old town\nNew town",
                    "Stage": "completed",
                    "Started": "October 2017",
                    "Practices it uses": "Small neighbourhood teams",
                },
            ],
            "Results and other figures": [COMPARED, AGE, BEFORE, IN_WORDS],
        },
    ),
    (
        "adoption",
        {
            "Adoptions": [
                {
                    "id": "teams-from-abroad",
                    "Adopting organisation": "The county council",
                    "Practice": "Small neighbourhood teams",
                    "Status": "in-place",
                    "In place on": "October 2017",
                    "Planned: copy or adapt": "adapted",
                    "New work from this": PILOT,
                }
            ],
            "Comes from": [
                {"Adoption id": "teams-from-abroad", "Organisation": "A care provider abroad"}
            ],
        },
    ),
)


def filled(kind: str, sheets: Mapping[str, Rows]) -> bytes:
    book = load_workbook(io.BytesIO(template_sheet(KIND_OF[kind], "xlsx", default_vocabulary())))
    for name, rows in sheets.items():
        sheet = book[name]
        headings = [cell.value for cell in sheet[1]]
        for number, row in enumerate(rows, 3):
            for heading, value in row.items():
                sheet.cell(number, headings.index(heading) + 1).value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def imported(small_project: Path) -> Catalogue:
    for kind, sheets in STEPS:
        file = small_project.parent / f"{kind}.xlsx"
        file.write_bytes(filled(kind, sheets))
        done = run_academy("import", str(file), "--kind", kind, folder=small_project)
        assert done.returncode == 0, done.stdout + done.stderr
    catalogue, findings = examine(small_project)
    assert errors(findings) == ()
    return catalogue


def test_two_evaluations_go_in_by_workbook(imported: Catalogue) -> None:
    record: Any = imported.records["integrated-care-teams-in-one-town"]
    compared, age, before = record.measures
    assert (compared.value, compared.interval.low, compared.interval.high) == (33, 16, 54)
    assert (compared.sample, compared.change, compared.form) == (
        774,
        "worsened",
        "percent-difference",
    )
    assert compared.comparator.group == "matched control patients of the same area"
    assert (age.value, age.comparator.value) == (81, 79)
    assert [str(before.value), str(before.comparator.value)] == ["1.93", "1.67"]
    adoption: Any = imported.records["teams-from-abroad"]
    assert adoption.learnt_from[0].partner == "a-care-provider-abroad"
    pilot: Any = imported.records["neighbourhood-care-pilot"]
    assert pilot.areas == ("old-town", "new-town")
    assert pilot.measures[0].value is None
