"""A spreadsheet offers the records of followed academies, and understands their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.federation.neighbours import run, small_academy


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = small_academy(tmp_path / "home", "Home Academy")
    vale = small_academy(tmp_path / "vale", "Vale Academy")
    assert run(home, "follow", str(vale))[0] == 0
    return home


def template(home: Path, kind: str) -> Any:
    code, printed = run(home, "template", kind, "--out", f"{kind}.xlsx")
    assert code == 0, printed
    return load_workbook(home / f"{kind}.xlsx")


def offered(book: Any, sheet: str, heading: str) -> list[str]:
    """The list that opens in the cells below a heading."""
    page = book[sheet]
    letter = next(cell.column_letter for cell in page[1] if cell.value == heading)
    rule = next(
        rule
        for rule in page.data_validations.dataValidation
        if str(rule.sqref).startswith(f"{letter}3")
    )
    assert not rule.showErrorMessage
    words, _, cells = rule.formula1.replace("$", "").partition("!")
    return [row[0].value for row in book[words.strip("'")][cells]]


def test_an_adoption_may_name_what_the_lists_offer(home: Path) -> None:
    book = template(home, "adoption")
    practices = offered(book, "Adoptions", "Practice")
    assert practices == [
        "Joint work",
        "Shared visits",
        "Joint work (from Vale Academy)",
        "Shared visits (from Vale Academy)",
    ]
    main = book["Adoptions"]
    headings = [cell.value for cell in main[1]]
    cells = {
        "Adopter": "Brookvale",
        "Practice": "Shared visits (from Vale Academy)",
        "Status": "interested",
    }
    for heading, value in cells.items():
        main.cell(3, headings.index(heading) + 1, value)
    main.cell(3, 1, "brookvale-tries")
    book["Comes from"].append(["brookvale-tries", "Ashby, Vale Academy"])
    book.save(home / "adoption.xlsx")
    code, printed = run(home, "import", "adoption.xlsx", "--kind", "adoption")
    assert code == 0, printed
    text = (home / "registry/adoptions/brookvale-tries.yaml").read_text(encoding="utf-8")
    assert "area: brookvale\n" in text
    assert "practice: vale-academy/shared-visits\n" in text
    assert "  - area: vale-academy/ashby\n" in text


def test_a_row_may_name_what_is_joined_by_the_name_of_either_academy(home: Path) -> None:
    area = home / "registry/areas/ashby.yaml"
    area.write_text(f"{area.read_text('utf-8')}same_as: [vale-academy/ashby]\n", encoding="utf-8")
    (home / "a.csv").write_text("Title,Where\nNew one,vale-academy/ashby\n", encoding="utf-8")
    code, printed = run(home, "import", "a.csv", "--kind", "prototype")
    assert code == 0, printed


def test_a_name_without_an_academy_means_the_own_record(home: Path) -> None:
    (home / "a.csv").write_text("Title,Where\nNew one,Ashby\n", encoding="utf-8")
    code, printed = run(home, "import", "a.csv", "--kind", "prototype")
    assert code == 0, printed
    assert "areas:\n  - ashby\n" in (home / "prototypes/new-one.yaml").read_text("utf-8")
