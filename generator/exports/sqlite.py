"""The tables as one SQLite file, with the same bytes on every machine.

SQLite stores its own version and a write counter in the header. Both say nothing about the records,
so they are overwritten with fixed values.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.exports.changelog import changelog_table
from generator.exports.export import (
    AcademyEdition,
    Export,
    python_example,
    single_file,
    step_example,
)
from generator.exports.relations import relations_table
from generator.exports.tables import (
    CellValue,
    DataColumn,
    DataTable,
    all_record_values,
    data_tables,
)

SCHEMA_VERSION = 2  # increase when a table or column is removed or changes its meaning
_TYPES = {"number": "REAL", "whole": "INTEGER", "yes-no": "INTEGER"}
# set before the first table, because defaults differ between builds of SQLite
_SETTINGS = (
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA auto_vacuum = NONE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)
# https://www.sqlite.org/fileformat.html: 4-byte fields of the header at offsets 24 (file change
# counter), 92 (version-valid-for number, must be equal) and 96 (SQLite version number)
_WRITES, _NOTED, _VERSION = 24, 92, 96
_ONCE = (1).to_bytes(4, "big")
_OF_ANY = (3_037_000).to_bytes(4, "big")


def database_content(edition: AcademyEdition) -> bytes:
    """Return the bytes of the database."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "academy.sqlite"
        database = sqlite3.connect(file, isolation_level=None)
        try:
            _fill_database(database, edition)
        finally:
            database.close()
        _normalise_header(file)
        return file.read_bytes()


def database_texts(content: bytes) -> Iterator[str]:
    """Yield every text in the tables of a database. Raises ValueError if it is not a database."""
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        database.execute("PRAGMA trusted_schema = OFF")
        listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        for (name,) in database.execute(listed).fetchall():
            quoted = str(name).replace('"', '""')
            for row in database.execute(f'SELECT * FROM "{quoted}"'):  # noqa: S608
                yield from (cell for cell in row if isinstance(cell, str))
    except sqlite3.Error as error:
        raise ValueError("not a database") from error
    finally:
        database.close()


def _fill_database(database: sqlite3.Connection, edition: AcademyEdition) -> None:
    for setting in _SETTINGS:
        database.execute(setting)
    database.execute("BEGIN")
    known = all_record_values(edition.index)
    for table in (
        *data_tables(edition.index.catalogue.vocabulary),
        relations_table(),
        changelog_table(),
    ):
        single = [column for column in table.columns if not column.many]
        _create_table(database, table.name, single, table.key)
        lists = {n: c for n, c in enumerate(table.columns) if c.many}
        for column in lists.values():
            _create_table(
                database, _list_table_name(table, column), _list_columns(table, column), ()
            )
        rows = list(table.rows(edition.index, known))
        kept = [n for n in range(len(table.columns)) if n not in lists]
        _insert_rows(database, table.name, ([row[n] for n in kept] for row in rows), len(kept))
        for number, column in lists.items():
            width = len(table.key) + 2
            values = _list_rows(table, rows, number)
            _insert_rows(database, _list_table_name(table, column), values, width)
    database.execute("COMMIT")


def _create_table(
    database: sqlite3.Connection, name: str, columns: Iterable[DataColumn], key: tuple[str, ...]
) -> None:
    parts = [_column_definition(column) for column in columns]
    if key:
        parts.append(f"PRIMARY KEY ({', '.join(map(_quote_name, key))})")
    database.execute(f"CREATE TABLE {_quote_name(name)} ({', '.join(parts)})")


def _column_definition(column: DataColumn) -> str:
    needed = " NOT NULL" if column.needed else ""
    names = f" REFERENCES {_quote_name(column.names)} (id)" if column.names else ""
    return f"{_quote_name(column.name)} {_TYPES.get(column.shape, 'TEXT')}{needed}{names}"


def _list_table_name(table: DataTable, column: DataColumn) -> str:
    return f"{table.name}_{column.name}"


def _list_columns(table: DataTable, column: DataColumn) -> tuple[DataColumn, ...]:
    """Return the columns of a table for a multi-valued field: owner keys, place and value."""
    named = {"id": table.name}
    whose = (
        replace(column, names=named.get(column.name, column.names))
        for column in table.columns
        if column.name in table.key
    )
    place = DataColumn(
        "place", "Place", "Its position in the list.", "whole", ("place",), needed=True
    )
    return (
        *whose,
        place,
        DataColumn("value", column.title, column.about, column.shape, ("value",)),
    )


def _list_rows(
    table: DataTable, rows: Iterable[tuple[CellValue, ...]], number: int
) -> Iterator[tuple[CellValue, ...]]:
    keys = [n for n, column in enumerate(table.columns) if column.name in table.key]
    for row in rows:
        items = row[number]
        for place, value in enumerate(items if isinstance(items, tuple) else (), 1):
            yield (*(row[n] for n in keys), place, value)


def _insert_rows(
    database: sqlite3.Connection, name: str, rows: Iterable[Iterable[CellValue]], width: int
) -> None:
    marks = ", ".join("?" * width)
    # names come from the model; values are bound as parameters
    statement = f"INSERT INTO {_quote_name(name)} VALUES ({marks})"  # noqa: S608
    database.executemany(statement, (tuple(row) for row in rows))


def _quote_name(name: str) -> str:
    return f'"{name}"'


def _normalise_header(file: Path) -> None:
    with file.open("r+b") as opened:
        for place, value in ((_WRITES, _ONCE), (_NOTED, _ONCE), (_VERSION, _OF_ANY)):
            opened.seek(place)
            opened.write(value)


EXPORT = Export(
    "sqlite",
    "One database",
    "Ask questions that join several tables, in one file",
    "For analysts: the same tables in one SQLite file, so that you can join them. You can open it "
    "in DB Browser for SQLite, QGIS, R and Python. Every relation is in the table “relations”. A "
    "field with several values has its own table.",
    single_file("data/academy.sqlite", database_content, on_request=True),
    (
        step_example(
            "Look at it without programming",
            "Install DB Browser for SQLite, which is free.",
            "Choose Open Database, and choose academy.sqlite.",
            "Choose Browse Data, then a table.",
        ),
        python_example(
            "Ask which practices are used most",
            '''
import sqlite3

database = sqlite3.connect("academy.sqlite")
question = """
    SELECT practices.title, count(*) AS times
    FROM relations
    JOIN practices ON practices.id = relations.target
    WHERE relations.type = 'uses'
    GROUP BY practices.id
    ORDER BY times DESC, practices.title
"""
for title, times in database.execute(question):
    print(times, title)
database.close()
''',
        ),
    ),
)
