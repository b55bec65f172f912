"""References in an academy in use: renaming, deleting, earlier ids, prose, measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import run_checks
from generator.diagnostics import Severity
from generator.records.catalogue import read_catalogue
from tests.conftest import Academy

AREA = "title: One\nsummary: A place.\ntype: borough\n"


def findings(root: Path) -> list[str]:
    """Errors and warnings, each as `path:line: code message | hint`."""
    catalogue, faults = read_catalogue(root)
    assert faults == ()
    diagnostics = [one for one in run_checks(catalogue) if one.severity is not Severity.GAP]
    return [f"{one.path}:{one.line}: {one.code} {one.message} | {one.hint}" for one in diagnostics]


def rename(root: Path, old: str, new: str) -> None:
    (root / old).rename(root / new)


def test_deleting_a_record_lists_everyone_who_names_it(small: Path) -> None:
    (small / "registry/principles/ask-first.yaml").unlink()
    fix = "Correct the id, or add the record first. It is also named by"
    assert findings(small) == [
        "case_studies/a-year-of-visits.md:20: C303 There is no record “ask-first”. | "
        f"{fix} ashby-visits, shared-visits and two-record-systems.",
        "prototypes/ashby-visits.yaml:61: C303 There is no record “ask-first”. | "
        f"{fix} shared-visits, a-year-of-visits and two-record-systems.",
        "registry/barriers/two-record-systems.yaml:10: C303 There is no record “ask-first”. | "
        f"{fix} ashby-visits, shared-visits and a-year-of-visits.",
        "registry/practices/shared-visits.yaml:6: C303 There is no record “ask-first”. | "
        f"{fix} ashby-visits, a-year-of-visits and two-record-systems.",
    ]


def test_renaming_a_record_offers_its_new_id(small: Path) -> None:
    rename(small, "registry/principles/ask-first.yaml", "registry/principles/ask-us-first.yaml")
    diagnostics = findings(small)
    assert len(diagnostics) == 4
    assert all("| Did you mean “ask-us-first” (" in one for one in diagnostics)
    assert all("It is also named by" in one for one in diagnostics)


def test_an_earlier_id_still_finds_a_renamed_record(small: Path) -> None:
    rename(small, "registry/principles/ask-first.yaml", "registry/principles/ask-us.yaml")
    with (small / "registry/principles/ask-us.yaml").open("a") as file:
        file.write("aliases:\n  - ask-first\n")
    assert findings(small) == []


@pytest.mark.parametrize(
    "prose",
    [
        "Near [[ashby]].",
        "Near [[ashby|the old town]].",
        "Near [[ ashby ]].",
        "Near [[ashby-town]], its earlier id.",
        "A list [1], [[]], [ashby](https://example.org) and [[two\n  lines]].",
    ],
)
def test_prose_that_holds(prose: str, small: Path) -> None:
    file = small / "registry/areas/one.yaml"
    file.write_text(AREA + f"note: |\n  {prose}\n", encoding="utf-8")
    assert findings(small) == []


@pytest.mark.parametrize(
    ("prose", "target"),
    [
        ("Near [[ashbi]].", "ashbi"),
        ("Near [[nowhere|the old town]].", "nowhere"),
        ("Near [[Nowhere in Particular]].", "Nowhere in Particular"),
        ("[[<b>x</b>]]", "<b>x</b>"),
    ],
)
def test_prose_that_names_nothing(prose: str, target: str, small: Path) -> None:
    file = small / "registry/areas/one.yaml"
    file.write_text(AREA + f"note: '{prose}'\n", encoding="utf-8")
    [diagnostic] = findings(small)
    assert f"There is no record “{target}”." in diagnostic


def test_a_title_is_not_prose(small: Path) -> None:
    (small / "registry/areas/one.yaml").write_text(AREA.replace("One", "'[[nowhere]]'"))
    assert [one for one in findings(small) if "C303" in one] == []


def test_an_earlier_id_of_the_wrong_kind(small: Path) -> None:
    file = small / "registry/partners/one.yaml"
    file.write_text("title: One\ntype: council\nowner: ashby-town\n")
    [diagnostic] = findings(small)
    assert "C304 “ashby-town” is an area, but this field needs a partner or a group." in diagnostic


def test_an_empty_academy(academy: Academy) -> None:
    assert findings(academy({})) == []


def test_a_bad_record_does_not_hide_the_faults_of_others(small: Path) -> None:
    (small / "prototypes/ashby-visits.yaml").write_text("title: [\n")
    (small / "registry/partners/one.yaml").write_text("title: One\ntype: council\nowner: none\n")
    catalogue, faults = read_catalogue(small)
    assert [one.code for one in faults] == ["F112"]
    assert "registry/partners/one.yaml" in {one.path for one in run_checks(catalogue)}
