"""The database: sound, whole, and the same bytes each time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.exports import AcademyEdition
from generator.exports.sqlite import database_content
from generator.model.kinds import KINDS
from tests.conftest import Academy
from tests.exports.making import HOSTILE, first, hostile, small


def opened(edition: AcademyEdition, folder: Path) -> sqlite3.Connection:
    file = folder / "academy.sqlite"
    file.write_bytes(database_content(edition))
    return sqlite3.connect(file)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = opened(first(), tmp_path)
    yield connection
    connection.close()


def test_it_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_record_is_there(database: sqlite3.Connection) -> None:
    catalogue = first().index.catalogue
    ids = [one for (one,) in database.execute("SELECT id FROM records ORDER BY rowid")]
    assert ids == list(catalogue.records)
    for kind in KINDS:
        (count,) = database.execute(
            f"SELECT count(*) FROM {kind.slug.replace('-', '_')}"  # noqa: S608
        ).fetchone()
        assert count == len(catalogue.records_of_kind(kind))


def test_every_relation_is_there(database: sqlite3.Connection) -> None:
    relations = set(database.execute("SELECT source, type, target FROM relations"))
    assert relations == {(one.source, one.type, one.target) for one in first().index.edges}


def test_a_field_with_several_values_has_a_table(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT id, place, value FROM prototypes_areas ORDER BY rowid")
    values: dict[str, list[str]] = {}
    for record, place, value in rows:
        values.setdefault(record, []).append(value)
        assert place == len(values[record])
    index = first().index
    assert values == {one.id: list(index.ids(one.areas)) for one in index.prototypes}


def test_numbers_are_numbers(database: sqlite3.Connection) -> None:
    types = {kind for (kind,) in database.execute("SELECT DISTINCT typeof(value) FROM measures")}
    assert types <= {"real", "null"}
    assert "real" in types


def test_the_same_records_give_the_same_bytes() -> None:
    assert database_content(small()) == database_content(small())


def test_nothing_in_it_tells_which_sqlite_wrote_it() -> None:
    header = database_content(small())[:100]
    own = sqlite3.sqlite_version_info
    number = own[0] * 1_000_000 + own[1] * 1_000 + own[2]
    assert int.from_bytes(header[96:100], "big") == 3_037_000
    assert number == 3_037_000 or number.to_bytes(4, "big") not in header
    assert header[24:28] == header[92:96] == b"\0\0\0\1"
    assert int.from_bytes(header[16:18], "big") == 4096


def test_it_can_be_written_to(tmp_path: Path) -> None:
    connection = opened(small(), tmp_path)
    connection.execute("CREATE TABLE notes (text TEXT)")
    connection.execute("INSERT INTO notes VALUES ('mine')")
    connection.commit()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_hostile_text_is_text(academy: Academy, tmp_path: Path) -> None:
    connection = opened(hostile(academy), tmp_path)
    assert sorted(t for (t,) in connection.execute("SELECT title FROM learning")) == sorted(HOSTILE)
    connection.close()
