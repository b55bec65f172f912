"""The tables as CSV: an outside reader finds no fault, and ours reads back what was written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.exports import AcademyEdition
from generator.exports.csv_tables import EXPORT, table_paths
from generator.exports.relations import relation_tables
from generator.exports.tables import data_tables
from generator.intake.sheets import write_csv
from generator.intake.sheets.csv_encoding import decode_csv
from generator.intake.sheets.csv_file import read_csv
from generator.model.kinds import KINDS
from generator.records.catalogue import default_vocabulary
from tests.conftest import Academy
from tests.exports.making import HOSTILE, first, hostile, small

EDITIONS = pytest.mark.parametrize("edition", [first, small], ids=["first", "small"])


def written(edition: AcademyEdition, folder: Path) -> Path:
    for file in EXPORT.files(edition):
        (folder / file.url).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.url).write_bytes(file.make())
    return folder / "data"


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows as our own reader has them: without the apostrophes of the guard."""
    (_, head), *rest = read_csv(data, "x", lambda _: True).rows
    return [{h.text: c.text for h, c in zip(head, row, strict=False)} for _, row in rest]


def faults_of(folder: Path) -> list[Any]:
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    return report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


# among the quick tests, the example of `test_analysts.py` checks the tables of the small academy
@pytest.mark.proof
@EDITIONS
def test_frictionless_finds_no_fault(edition: Any, tmp_path: Path) -> None:
    assert faults_of(written(edition(), tmp_path)) == []


def test_frictionless_finds_no_fault_in_hostile_text(academy: Academy, tmp_path: Path) -> None:
    assert faults_of(written(hostile(academy), tmp_path / "out")) == []


def test_frictionless_would_find_a_fault(tmp_path: Path) -> None:
    folder = written(small(), tmp_path)
    file = folder / "csv" / "measures.csv"
    file.write_bytes(file.read_bytes().replace(b"ashby-visits,", b"no-such-visits,"))
    assert "foreign-key" in {one[3] for one in faults_of(folder)}


def test_every_table_and_column_is_named_once() -> None:
    every = [path for path, _ in table_paths(default_vocabulary())]
    assert len(set(every)) == len(every)
    for table in (*data_tables(default_vocabulary()), *relation_tables()):
        names = [one.name for one in table.columns]
        assert len(set(names)) == len(names), table.name
        assert set(table.key) <= set(names)


def test_every_record_is_a_row_of_its_kind(tmp_path: Path) -> None:
    folder = written(first(), tmp_path)
    catalogue = first().index.catalogue
    for kind in KINDS:
        table = rows((folder / f"csv/{kind.slug.replace('-', '_')}.csv").read_bytes())
        assert [one["id"] for one in table] == [one.id for one in catalogue.records_of_kind(kind)]


def test_every_relation_is_a_row_of_its_type(tmp_path: Path) -> None:
    folder = written(first(), tmp_path)
    relations = {
        (one["source"], file.stem, one["target"])
        for file in (folder / "csv/relations").iterdir()
        for one in rows(file.read_bytes())
    }
    assert relations == {(one.source, one.type, one.target) for one in first().index.edges}


def test_hostile_text_comes_back_and_is_no_formula(academy: Academy, tmp_path: Path) -> None:
    folder = written(hostile(academy), tmp_path / "out")
    data = (folder / "csv/learning.csv").read_bytes()
    assert sorted(one["title"] for one in rows(data)) == sorted(HOSTILE)
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        for cell in row:
            formula = cell[:1] in "=+-@\t\r" and cell[:1]
            assert not formula or cell == "-5"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"),
                        max_size=12).map(str.strip), min_size=2, max_size=4))  # fmt: skip
def test_whatever_is_written_is_read_back(cells: list[str]) -> None:
    data = write_csv([["a"] * len(cells), ["x", *cells[1:]]])
    # letters that a program read wrongly, such as “Ã©”, are asked about
    assume(decode_csv(data).doubt is None)
    (_, read_cells) = read_csv(data, "x", lambda _: True).rows[1]
    assert [one.text for one in read_cells] == ["x", *cells[1:]]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("-5", "-5"), ("+44", "+44"), ("-1,200.50", "-1,200.50"), ("+44 20", "'+44 20"),
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"),
        ("'tis", "'tis"), ("5-", "5-"),
    ],
)  # fmt: skip
def test_only_what_would_be_a_formula_is_guarded(text: str, cell: str) -> None:
    (row,) = csv.reader(io.StringIO(write_csv([[text]]).decode("utf-8-sig"), newline=""))
    assert row == [cell]


def test_bytes_are_those_that_excel_and_the_rfc_expect() -> None:
    file = next(one for one in EXPORT.files(small()) if one.url.endswith("/areas.csv"))
    data = file.make()
    assert data.startswith(b"\xef\xbb\xbfid,title,")
    assert data.endswith(b"\r\n")


def test_the_package_names_the_licence_and_the_sources() -> None:
    file = next(one for one in EXPORT.files(first()) if one.url.endswith("datapackage.json"))
    package = json.loads(file.make())
    assert [one["name"] for one in package["licenses"]] == ["OGL-UK-3.0"]
    assert package["sources"]
    assert {one["path"] for one in package["resources"]} == {
        path for path, _ in table_paths(default_vocabulary())
    }
