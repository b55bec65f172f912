"""Tables, columns and keys stay as they are, or the version of the data says that they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.exports.csv_tables import table_paths
from generator.exports.data_package import COLUMNS_VERSION, data_package
from generator.records.catalogue import default_vocabulary
from tests.conftest import PROJECT
from tests.exports.making import small

LIST = Path(__file__).parent / "columns.json"
Tables = dict[str, dict[str, Any]]


def present() -> Tables:
    """The tables as the data package describes them."""
    package = json.loads(data_package(small(), table_paths(default_vocabulary())))
    return {
        table["path"]: {
            "key": table["schema"]["primaryKey"],
            "columns": {field["name"]: field["type"] for field in table["schema"]["fields"]},
        }
        for table in package["resources"]
    }


def lost(before: Tables, after: Tables) -> list[str]:
    """What a program that reads `before` would miss in `after`."""
    return [
        *(f"{path}: the table" for path in before.keys() - after.keys()),
        *(
            f"{path}: {name}"
            for path in before.keys() & after.keys()
            for name in ("key", *before[path]["columns"])
            if {**before[path]["columns"], "key": before[path]["key"]}[name]
            != {**after[path]["columns"], "key": after[path]["key"]}.get(name)
        ),
    ]


def least_version(version: str, before: Tables, after: Tables) -> tuple[int, ...]:
    """The lowest version that tables can have after a change."""
    first, second, third = map(int, version.split("."))
    if lost(before, after):
        return first + 1, 0, 0
    return (first, second + 1, 0) if before != after else (first, second, third)


def test_a_column_that_changes_raises_the_version(request: pytest.FixtureRequest) -> None:
    known, now = json.loads(LIST.read_text(encoding="utf-8")), present()
    least = least_version(known["version"], known["tables"], now)
    stated = tuple(map(int, COLUMNS_VERSION.split(".")))
    missing = "".join(f"\n  {name}" for name in sorted(lost(known["tables"], now)))
    assert stated >= least, (
        f"Tables changed, so COLUMNS_VERSION must be {'.'.join(map(str, least))} or later. Say in "
        f"docs/data.md what changed.{missing and ' Gone or changed:'}{missing}"
    )
    if request.config.getoption("bless"):
        text = json.dumps({"version": COLUMNS_VERSION, "tables": now}, indent=1) + "\n"
        LIST.write_text(text, encoding="utf-8")
    elif known != {"version": COLUMNS_VERSION, "tables": now}:
        pytest.fail("Keep the new tables: python start.py test tests/exports --bless")


def test_the_version_is_in_the_list_of_changes() -> None:
    text = (PROJECT / "docs" / "data.md").read_text(encoding="utf-8")
    assert f"| {COLUMNS_VERSION} |" in text.partition("## What changed in the tables")[2]


TABLES: Tables = {"a.csv": {"key": ["id"], "columns": {"id": "string", "title": "string"}}}


@pytest.mark.parametrize(
    ("changed", "least"),
    [
        (TABLES, (1, 2, 3)),
        ({}, (2, 0, 0)),
        ({"a.csv": {"key": ["id"], "columns": {"id": "string"}}}, (2, 0, 0)),
        ({"a.csv": {"key": ["id"], "columns": {"id": "string", "name": "string"}}}, (2, 0, 0)),
        ({"a.csv": {"key": ["id"], "columns": {"id": "string", "title": "number"}}}, (2, 0, 0)),
        ({"a.csv": {"key": ["id", "title"], "columns": TABLES["a.csv"]["columns"]}}, (2, 0, 0)),
        ({**TABLES, "b.csv": {"key": [], "columns": {}}}, (1, 3, 0)),
    ],
    ids=["same", "no table", "no column", "renamed", "other type", "other key", "added"],
)
def test_what_a_change_asks_for(changed: Tables, least: tuple[int, ...]) -> None:
    assert least_version("1.2.3", TABLES, changed) == least
