"""The records as tables: what the CSV files and the database both hold.

A table for each kind, one for each part that can be there several times, and `records`, which
lists every record of any kind. What joins records is in `relations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.analysis.index import memoised
from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.dates import last_change
from generator.exports.record_values import fields_of, said
from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, Shape
from generator.model.record import Record

RECORDS = "records"
CellValue = str | int | float | tuple[str, ...] | None
Path = tuple[str, ...]
FieldValue = Mapping[str, Mapping[str, Any]]  # what each record says, by its id
Rows = Callable[[AdoptionIndex, FieldValue], Iterator[tuple[CellValue, ...]]]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: where its value lies in a record or part, and the table of what it names."""

    name: str
    title: str
    about: str
    shape: Shape
    path: Path
    many: bool = False
    needed: bool = False
    words: tuple[str, ...] = ()
    names: str = ""


@dataclass(frozen=True)
class DataTable:
    """A table: its columns, those by which a row is known, and its rows."""

    name: str
    title: str
    about: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    rows: Rows


@memoised
def all_said(index: AdoptionIndex) -> FieldValue:
    """What every record says, worked out once for all tables."""
    return {one.id: said(index, one) for one in index.catalogue.records.values()}


@cache
def tables() -> tuple[DataTable, ...]:
    """The table of all records, those of the kinds, and those of their parts."""
    parts = {part.name: part for kind in KINDS for part in _parts(kind)}
    return (_records(), *(_table(kind) for kind in KINDS), *parts.values())


def plain(name: str, title: str, about: str, *, needed: bool = True, names: str = "") -> DataColumn:
    """A column of text, or of the ids of records in the table that it `names`."""
    return DataColumn(name, title, about, "record" if names else "line", (name,), False, needed,
                  names=names)  # fmt: skip


def _name_of(kind: Kind) -> str:
    return kind.slug.replace("-", "_")


_ID = DataColumn("id", "Id", "The name by which others refer to it.", "id", ("id",), needed=True)
_TITLE = plain("title", "Title", "Its name.")


def _records() -> DataTable:
    columns = (
        _ID,
        plain("kind", "Kind", "What kind of record it is."),
        _TITLE,
        plain("summary", "Summary", "What it is, in a few short sentences.", needed=False),
        plain("page", "Page", "Its page, from the root of the site."),
        DataColumn("changed", "Last change", "The newest day in the record.", "date", ("changed",)),
    )

    def rows(index: AdoptionIndex, known: FieldValue) -> Iterator[tuple[CellValue, ...]]:
        for record in index.catalogue.records.values():
            day = last_change(record)
            yield _row(columns, {**known[record.id], "changed": str(day) if day else None})

    return DataTable(
        RECORDS, "All records", "Every record, whatever its kind.", columns, ("id",), rows
    )


def _table(kind: Kind) -> DataTable:
    columns = (_ID, _TITLE, *_columns(fields_of(kind.model), ()))

    def rows(index: AdoptionIndex, known: FieldValue) -> Iterator[tuple[CellValue, ...]]:
        for record in index.catalogue.of_kind(kind):
            yield _row(columns, known[record.id])

    return DataTable(_name_of(kind), kind.labels, kind.about, columns, ("id",), rows)


def _parts(kind: Kind) -> Iterator[DataTable]:
    """A table for each repeated part; one for all kinds where every kind has it."""
    for path, depth, field in _repeated(fields_of(kind.model), (), 0):
        columns = (*_NUMBERS[:depth], *_columns(field.inside, ()))
        key = ("record", *(one.name for one in _NUMBERS[:depth]))
        if path[0] in Record.model_fields:
            whose = plain("record", "Record", "The id of the record.", names=RECORDS)
            rows = _rows_of_parts(KINDS, path, columns[depth:])
            yield DataTable("_".join(path), field.label, field.help, (whose, *columns), key, rows)
        else:
            name = _name_of(kind)
            whose = plain("record", kind.label, "The id of the record.", names=name)
            rows = _rows_of_parts((kind,), path, columns[depth:])
            title = f"{kind.labels}: {field.label.lower()}"
            yield DataTable(
                "_".join((name, *path)), title, field.help, (whose, *columns), key, rows
            )


def _rows_of_parts(kinds: tuple[Kind, ...], path: Path, columns: tuple[DataColumn, ...]) -> Rows:
    def rows(index: AdoptionIndex, known: FieldValue) -> Iterator[tuple[CellValue, ...]]:
        for kind in kinds:
            for record in index.catalogue.of_kind(kind):
                for numbers, item in _items(known[record.id], path):
                    yield (record.id, *numbers, *_row(columns, item))

    return rows


def _repeated(
    fields: Iterable[Question], before: Path, depth: int
) -> Iterator[tuple[Path, int, Question]]:
    """The parts that can be there several times, and how often a list stands in a list there."""
    for one in fields:
        here, deeper = (*before, one.name), depth + one.many
        if one.inside and one.many:
            yield here, deeper, one
        if one.inside:
            yield from _repeated(one.inside, here, deeper)


def _items(value: Mapping[str, Any], path: Path) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Each of the repeated parts at a path, with its numbers, which count from 1."""
    name, *rest = path
    found = value.get(name)
    numbered = enumerate(found, 1) if isinstance(found, list) else ((0, one) for one in [found])
    for number, item in numbered:
        here = (number,) if number else ()
        if rest and item:
            yield from (((*here, *more), one) for more, one in _items(item, tuple(rest)))
        elif item:
            yield here, item


def _columns(fields: Iterable[Question], before: Path) -> Iterator[DataColumn]:
    for one in fields:
        here = (*before, one.name)
        if one.inside and not one.many:
            yield from _columns(one.inside, here)
        elif not one.inside:
            needed = one.required and not before
            yield DataColumn(
                "_".join(here), one.label, one.help, one.shape, here, one.many, needed, one.words,
                _names(one),
            )  # fmt: skip


def _names(field: Question) -> str:
    """The table of the records that a field names: that of their kind, where they are of one."""
    if field.shape != "record" or field.many:
        return ""
    kinds = [kind for kind in KINDS if kind.name in field.kinds]
    return _name_of(kinds[0]) if len(kinds) == 1 else RECORDS


def _row(columns: Iterable[DataColumn], values: Mapping[str, Any]) -> tuple[CellValue, ...]:
    return tuple(_at(values, column.path) for column in columns)


def _at(values: Any, path: Path) -> CellValue:
    for name in path:
        values = (values or {}).get(name)
    return tuple(values) if isinstance(values, list) else values


_NUMBERS = tuple(
    DataColumn(name, "Number", "Its place in the list.", "whole", (name,), needed=True)
    for name in ("number", "part")
)
