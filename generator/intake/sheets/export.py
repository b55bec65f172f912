"""Records as rows: what a sheet would hold from which they could be read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.field_path import FieldPath
from generator.intake.sheets.cell_text import UNKNOWN, join
from generator.intake.sheets.columns import SheetColumn, SheetTable, column_at, tables
from generator.intake.sheets.csv_file import write_csv
from generator.intake.sheets.sheet import Form
from generator.intake.sheets.sheet_help import help_of, help_of_first
from generator.intake.sheets.sheet_limits import MOST_IN_A_CELL
from generator.intake.sheets.workbook_out import WorkbookSheet, write_workbook
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of
from generator.records.source import PlainValue

Values = Mapping[str, PlainValue]  # a record as it is written: text, lists and maps


@dataclass(frozen=True, slots=True)
class _FilledRow:
    """A row of a sheet: whose it is, and its text by place in the record or part."""

    record: str
    cells: dict[FieldPath, str]


def template(kind: Kind, form: Form) -> bytes:
    """An empty sheet to fill in: the same bytes every time."""
    return sheet_of(kind, {}, form)


def sheet_of(kind: Kind, records: Mapping[str, Values], form: Form) -> bytes:
    """A sheet that holds these records, by id. Raises ValueError for text that no cell holds."""
    pages = rows_of(kind, records, form)
    if form == "csv":
        (page,) = pages
        return write_csv((page.headings, page.help, *page.rows))
    for page in pages:
        for row in page.rows:
            if any(len(cell) > MOST_IN_A_CELL for cell in row):
                raise ValueError(f"“{row[0]}” holds text too long for Excel. Use CSV.")
    return write_workbook(kind, pages)


def rows_of(kind: Kind, records: Mapping[str, Values], form: Form) -> tuple[WorkbookSheet, ...]:
    """The sheets of a kind, each with its headings, its help and a row for each record or part."""
    return tuple(
        _page(table, kind, list(_filled(table, kind, records, form)))
        for table in tables(kind, form)
    )


def cells_of(kind: Kind, record: str, values: Values) -> dict[FieldPath, str]:
    """A record as one row: the text of each of its cells by the place in the record."""
    (table,) = tables(kind, "csv")
    (row,) = _filled(table, kind, {record: values}, "csv")
    return row.cells


def _page(table: SheetTable, kind: Kind, filled: list[_FilledRow]) -> WorkbookSheet:
    known = {column.path for column in table.columns}
    more = {path for row in filled for path in row.cells} - known
    every = [*table.columns, *(column_at(table.asked, path) for path in more)]
    columns = tuple(sorted(every, key=lambda one: one.key))
    return WorkbookSheet(
        table.name,
        (table.first, *(one.heading for one in columns)),
        (help_of_first(table, kind), *(_help(one) for one in columns)),
        tuple((row.record, *(row.cells.get(one.path, "") for one in columns)) for row in filled),
        tuple(one.question for one in columns),
    )


def _help(column: SheetColumn) -> str:
    return help_of(column.question)


def _filled(
    table: SheetTable, kind: Kind, records: Mapping[str, Values], form: Form
) -> Iterator[_FilledRow]:
    apart = {one.name for one in questions_of(kind) if one.inside and one.many}
    for record, values in records.items():
        if table.part:
            items: Any = values.get(table.part) or ()
            yield from (_FilledRow(record, dict(_cells(table.asked, item, ()))) for item in items)
        else:
            asked = [one for one in table.asked if form == "csv" or one.name not in apart]
            yield _FilledRow(record, dict(_cells(asked, values, ())))


def _cells(
    asked: Iterable[Question], values: Mapping[str, Any], before: FieldPath
) -> Iterator[tuple[FieldPath, str]]:
    for one in asked:
        if one.name not in values:
            continue
        value, here = values[one.name], (*before, one.name)
        if one.inside:
            items = value if one.many else [value]
            for number, item in enumerate(items or ()):
                yield from _cells(one.inside, item or {}, (*here, number) if one.many else here)
        elif one.many:
            yield here, join([str(item).strip() for item in value or ()])
        elif value is not None:
            yield here, str(value)
        elif one.shape not in ("line", "text", "story"):
            yield here, UNKNOWN
