"""The records as tables, shared by the CSV files and the database.

There is a table for each kind, one for each repeated part, and `records`, which lists all records.
Relations are in `relations.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.analysis.index import memoised
from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.dates import last_change
from generator.exports.record_values import data_fields, record_values
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, Shape, words_of
from generator.model.record import Record

RECORDS_TABLE = "records"
CellValue = str | int | float | tuple[str, ...] | None
FieldNames = tuple[str, ...]
ValuesById = Mapping[str, Mapping[str, Any]]  # values by record id
RowSource = Callable[[AdoptionIndex, ValuesById], Iterator[tuple[CellValue, ...]]]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: the path of its value in a record or part, and the table that it refers to
    (`names`).
    """

    name: str
    title: str
    about: str
    shape: Shape
    path: FieldNames
    many: bool = False
    needed: bool = False
    words: tuple[str, ...] = ()
    names: str = ""


@dataclass(frozen=True)
class DataTable:
    """A table: its columns, the names of its key columns, and the function that yields its rows."""

    name: str
    title: str
    about: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    rows: RowSource


@memoised
def all_record_values(index: AdoptionIndex) -> ValuesById:
    """Return the values of every record by id, computed once for all tables."""
    return {record.id: record_values(index, record) for record in index.catalogue.records.values()}


@lru_cache(maxsize=4)  # `academy serve` reads the vocabulary again when it changes
def data_tables(vocabulary: AcademyVocabulary) -> tuple[DataTable, ...]:
    """Return the tables of all records, of each kind and of each repeated part."""
    parts = {part.name: part for kind in KINDS for part in _part_tables(kind, vocabulary)}
    kinds = (_kind_table(kind, vocabulary) for kind in KINDS)
    return (_records_table(), *kinds, *parts.values())


def text_column(
    name: str, title: str, about: str, *, needed: bool = True, names: str = ""
) -> DataColumn:
    """Return a column of text, or of record ids if `names` is a table."""
    return DataColumn(name, title, about, "record" if names else "line", (name,), False, needed,
                  names=names)  # fmt: skip


def _table_name(kind: Kind) -> str:
    return kind.slug.replace("-", "_")


_ID = DataColumn(
    "id", "Id", "The id that other records use to refer to it.", "id", ("id",), needed=True
)
_TITLE = text_column("title", "Title", "Its name.")


_RELEASE_DATES = (
    DataColumn("added_on", "Added", "The release that added it.", "date", ("added_on",)),
    DataColumn(
        "changed_on", "Changed", "The last release that changed it.", "date", ("changed_on",)
    ),
)


def _records_table() -> DataTable:
    columns = (
        _ID,
        text_column("kind", "Kind", "What kind of record it is."),
        _TITLE,
        text_column("summary", "Summary", "What it is, in a few short sentences.", needed=False),
        text_column("page", "Page", "The address of its page within the site."),
        DataColumn(
            "changed",
            "Last change",
            "When somebody last reviewed or confirmed it.",
            "date",
            ("changed",),
        ),
        *_RELEASE_DATES,
    )

    def rows(index: AdoptionIndex, known: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for record in index.catalogue.records.values():
            changed = last_change(record)
            yield _row(columns, {**known[record.id], "changed": changed and changed.edtf})

    return DataTable(
        RECORDS_TABLE, "All records", "Every record, whatever its kind.", columns, ("id",), rows
    )


def _kind_table(kind: Kind, vocabulary: AcademyVocabulary) -> DataTable:
    columns = (_ID, _TITLE, *_columns(data_fields(kind.model), (), vocabulary))

    def rows(index: AdoptionIndex, known: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for record in index.catalogue.records_of_kind(kind):
            yield _row(columns, known[record.id])

    return DataTable(_table_name(kind), kind.labels, kind.about, columns, ("id",), rows)


def _part_tables(kind: Kind, vocabulary: AcademyVocabulary) -> Iterator[DataTable]:
    """Yield a table for each repeated part; one for all kinds if every kind has the part."""
    for path, depth, field in _repeated_parts(data_fields(kind.model), (), 0):
        columns = (*_NUMBER_COLUMNS[:depth], *_columns(field.inside, (), vocabulary))
        key = ("record", *(column.name for column in _NUMBER_COLUMNS[:depth]))
        if path[0] in Record.model_fields:
            whose = text_column("record", "Record", "The id of the record.", names=RECORDS_TABLE)
            rows = _part_rows(KINDS, path, columns[depth:])
            yield DataTable("_".join(path), field.label, field.help, (whose, *columns), key, rows)
        else:
            name = _table_name(kind)
            whose = text_column("record", kind.label, "The id of the record.", names=name)
            rows = _part_rows((kind,), path, columns[depth:])
            title = f"{kind.labels}: {field.label.lower()}"
            yield DataTable(
                "_".join((name, *path)), title, field.help, (whose, *columns), key, rows
            )


def _part_rows(
    kinds: tuple[Kind, ...], path: FieldNames, columns: tuple[DataColumn, ...]
) -> RowSource:
    def rows(index: AdoptionIndex, known: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for kind in kinds:
            for record in index.catalogue.records_of_kind(kind):
                for numbers, item in _numbered_items(known[record.id], path):
                    yield (record.id, *numbers, *_row(columns, item))

    return rows


def _repeated_parts(
    fields: Iterable[Question], before: FieldNames, depth: int
) -> Iterator[tuple[FieldNames, int, Question]]:
    """Yield each repeated part with its path and the depth of nested lists there."""
    for field in fields:
        here, deeper = (*before, field.name), depth + field.many
        if field.inside and field.many:
            yield here, deeper, field
        if field.inside:
            yield from _repeated_parts(field.inside, here, deeper)


def _numbered_items(
    value: Mapping[str, Any], path: FieldNames
) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Yield each item of the repeated part at a path, with its numbers, which count from 1."""
    name, *rest = path
    held = value.get(name)
    numbered = enumerate(held, 1) if isinstance(held, list) else ((0, item) for item in [held])
    for number, item in numbered:
        here = (number,) if number else ()
        if rest and item:
            yield from (((*here, *more), part) for more, part in _numbered_items(item, tuple(rest)))
        elif item:
            yield here, item


def _columns(
    fields: Iterable[Question], before: FieldNames, vocabulary: AcademyVocabulary
) -> Iterator[DataColumn]:
    for field in fields:
        here = (*before, field.name)
        if field.inside and not field.many:
            yield from _columns(field.inside, here, vocabulary)
        elif not field.inside:
            needed = field.required and not before
            yield DataColumn(
                "_".join(here), field.label, field.help, field.shape, here, field.many, needed,
                words_of(field, vocabulary), _referenced_table(field),
            )  # fmt: skip


def _referenced_table(field: Question) -> str:
    """Return the table that a field refers to: that of its kind, or of all records;
    empty for none.
    """
    if field.shape != "record" or field.many:
        return ""
    kinds = [kind for kind in KINDS if kind.name in field.kinds]
    return _table_name(kinds[0]) if len(kinds) == 1 else RECORDS_TABLE


def _row(columns: Iterable[DataColumn], values: Mapping[str, Any]) -> tuple[CellValue, ...]:
    return tuple(_value_at(values, column.path) for column in columns)


def _value_at(values: Any, path: FieldNames) -> CellValue:
    for name in path:
        values = (values or {}).get(name)
    return tuple(values) if isinstance(values, list) else values


_NUMBER_COLUMNS = tuple(
    DataColumn(name, "Number", "Its position in the list.", "whole", (name,), needed=True)
    for name in ("number", "part")
)
