"""The tables as CSV files, with a Data Package that describes each column.

The files are UTF-8 with a byte order mark, with the line ends of RFC 4180 (CR LF) and an apostrophe
before text that begins like a formula. A cell with several values holds one on each line, as in the
sheets that people fill in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.exports.changelog import changelog_table
from generator.exports.data_package import data_package
from generator.exports.export import (
    AcademyEdition,
    DataFile,
    Export,
    python_example,
    step_example,
)
from generator.exports.relations import relation_tables
from generator.exports.tables import CellValue, DataTable, all_record_values, data_tables
from generator.intake.sheets import join_items, write_csv
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds import KINDS
from generator.site_paths import DATA_FOLDER

PACKAGE_URL = f"{DATA_FOLDER}datapackage.json"
TABLES_FOLDER, RELATIONS_FOLDER = "csv/", "csv/relations/"


def table_paths(vocabulary: AcademyVocabulary) -> Iterator[tuple[str, DataTable]]:
    """Yield every table with its path, relative to the Data Package."""
    yield from ((f"{TABLES_FOLDER}{table.name}.csv", table) for table in data_tables(vocabulary))
    changes = changelog_table()
    yield f"{TABLES_FOLDER}{changes.name}.csv", changes
    yield from ((f"{RELATIONS_FOLDER}{table.name}.csv", table) for table in relation_tables())


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """Yield a file for each table; the Data Package follows the tables of whole records."""
    every = tuple(table_paths(edition.index.catalogue.vocabulary))
    whole = len(KINDS) + 1  # the tables of whole records come first
    yield from (_table_file(edition, path, table) for path, table in every[:whole])
    yield DataFile(PACKAGE_URL, lambda: data_package(edition, every), "What each column means")
    yield from (_table_file(edition, path, table) for path, table in every[whole:])


def _table_file(edition: AcademyEdition, path: str, table: DataTable) -> DataFile:
    title = f"Relation: {table.title.lower()}" if path.startswith(RELATIONS_FOLDER) else table.title
    return DataFile(f"{DATA_FOLDER}{path}", partial(_table_content, edition, table), title)


def _table_content(edition: AcademyEdition, table: DataTable) -> bytes:
    rows = table.rows(edition.index, all_record_values(edition.index))
    head = [column.name for column in table.columns]
    return write_csv([head, *([_cell_text(cell) for cell in row] for row in rows)])


def _cell_text(cell: CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return join_items(cell) if isinstance(cell, tuple) else str(cell)


EXPORT = Export(
    "csv",
    "Tables for a spreadsheet",
    "Sort, filter and count in Excel or another spreadsheet",
    "For Excel, LibreOffice and any statistics package. There is a table for each kind of record "
    "and one for each relation. An empty cell means that nobody has stated it. If a cell has more "
    "than one value, each is on a new line. Text that a spreadsheet would treat as a formula "
    "starts with an apostrophe. The file that says what each column means is a Frictionless Data "
    "Package, which programs can read. Its “version” changes whenever a column does.",
    files,
    (
        step_example(
            "Open the prototypes in Excel",
            "Choose prototypes.csv below and save it.",
            "Open the file in Excel. Each row is a prototype.",
            "Choose Data, then Filter. Use the arrow beside “stage” or “verdict” to narrow the "
            "list.",
            "To add the titles of other records, use XLOOKUP on records.csv: its first column "
            "holds every id.",
        ),
        python_example(
            "List what is known to have worked",
            """
import csv

with open("csv/prototypes.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        if row["verdict"] == "worked":
            print(row["title"], row["stage"], sep=": ")
""",
        ),
        python_example(
            "List who learnt from which places",
            """
import csv

with open("csv/relations/learnt_from.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        print(row["source_title"], "learnt from", row["target_title"])
""",
        ),
    ),
)
