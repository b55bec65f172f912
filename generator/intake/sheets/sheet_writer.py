"""Write records as sheets from which they can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.field_path import FieldPath
from generator.intake.sheets.cell_text import NOT_STATED, join_items
from generator.intake.sheets.columns import SheetTable, column_for, sheet_tables
from generator.intake.sheets.csv_file import write_csv
from generator.intake.sheets.offered_names import NO_NAMES, OfferedNames, names_for
from generator.intake.sheets.sheet import SheetFormat
from generator.intake.sheets.sheet_help import column_help, first_column_help
from generator.intake.sheets.sheet_limits import MAX_CELL_LENGTH
from generator.intake.sheets.workbook_sheet import WorkbookSheet
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of, words_of
from generator.records.source import PlainValue

WrittenValues = Mapping[str, PlainValue]  # a record as in its file: text, lists and maps


@dataclass(frozen=True, slots=True)
class _FilledRow:
    """A row of a sheet: its record, and its text by field path."""

    record: str
    cells: dict[FieldPath, str]


def template_sheet(
    kind: Kind,
    form: SheetFormat,
    vocabulary: AcademyVocabulary,
    names: OfferedNames = NO_NAMES,
) -> bytes:
    """Return an empty sheet to fill in, whose lists offer `names`.

    The bytes are the same every time.
    """
    return records_sheet(kind, {}, form, vocabulary, names)


def records_sheet(
    kind: Kind,
    records: Mapping[str, WrittenValues],
    form: SheetFormat,
    vocabulary: AcademyVocabulary,
    names: OfferedNames = NO_NAMES,
) -> bytes:
    """Return a sheet that holds `records`, by id. Raises ValueError for text too long
    for a cell.
    """
    pages = workbook_sheets(kind, records, form, vocabulary, names)
    if form == "csv":
        (page,) = pages
        return write_csv((page.headings, page.help, *page.rows))
    for page in pages:
        for row in page.rows:
            if any(len(cell) > MAX_CELL_LENGTH for cell in row):
                raise ValueError(f"“{row[0]}” has text that is too long for Excel. Use CSV.")
    from generator.intake.sheets.workbook_writer import (  # noqa: PLC0415 - loads openpyxl
        write_workbook,
    )

    return write_workbook(kind, pages)


def workbook_sheets(
    kind: Kind,
    records: Mapping[str, WrittenValues],
    form: SheetFormat,
    vocabulary: AcademyVocabulary,
    names: OfferedNames = NO_NAMES,
) -> tuple[WorkbookSheet, ...]:
    """Return the sheets of a kind, with headings, help, and a row for each record or item.

    Help and drop-down lists hold the terms of `vocabulary`, and lists the `names` of records.
    """
    return tuple(
        _workbook_sheet(table, list(_filled_rows(table, kind, records, form)), vocabulary, names)
        for table in sheet_tables(kind, form)
    )


def record_cells(kind: Kind, record: str, values: WrittenValues) -> dict[FieldPath, str]:
    """Return the cells of a record as one CSV row, by field path."""
    (table,) = sheet_tables(kind, "csv")
    (row,) = _filled_rows(table, kind, {record: values}, "csv")
    return row.cells


def _workbook_sheet(
    table: SheetTable,
    filled: list[_FilledRow],
    vocabulary: AcademyVocabulary,
    names: OfferedNames,
) -> WorkbookSheet:
    known = {column.path for column in table.columns}
    more = {path for row in filled for path in row.cells} - known
    every = [*table.columns, *(column_for(table.asked, path) for path in more)]
    columns = tuple(sorted(every, key=lambda column: column.key))
    return WorkbookSheet(
        table.name,
        (table.first, *(column.heading for column in columns)),
        (
            first_column_help(table),
            *(column_help(column, vocabulary) for column in columns),
        ),
        tuple(
            (row.record, *(row.cells.get(column.path, "") for column in columns)) for row in filled
        ),
        tuple(column.question for column in columns),
        tuple(
            names_for(column.question, names) or _dropdown_words(column.question, vocabulary)
            for column in columns
        ),
    )


def _dropdown_words(question: Question, vocabulary: AcademyVocabulary) -> tuple[str, ...]:
    """Return the words of a drop-down list; empty for a cell that may hold several answers."""
    if question.many:
        return ()
    yes_no = ("yes", "no") if question.shape == "yes-no" else ()
    return words_of(question, vocabulary) or yes_no


def _filled_rows(
    table: SheetTable, kind: Kind, records: Mapping[str, WrittenValues], form: SheetFormat
) -> Iterator[_FilledRow]:
    apart = {question.name for question in questions_of(kind) if question.inside and question.many}
    for record, values in records.items():
        if table.part:
            items: Any = values.get(table.part) or ()
            yield from (_FilledRow(record, dict(_cells(table.asked, item, ()))) for item in items)
        else:
            asked = [
                question for question in table.asked if form == "csv" or question.name not in apart
            ]
            yield _FilledRow(record, dict(_cells(asked, values, ())))


def _cells(
    asked: Iterable[Question], values: Mapping[str, Any], before: FieldPath
) -> Iterator[tuple[FieldPath, str]]:
    for question in asked:
        if question.name not in values:
            continue
        value, here = values[question.name], (*before, question.name)
        if question.inside:
            items = value if question.many else [value]
            for number, item in enumerate(items or ()):
                yield from _cells(
                    question.inside, item or {}, (*here, number) if question.many else here
                )
        elif question.many:
            yield here, join_items([str(item).strip() for item in value or ()])
        elif value is not None:
            yield here, str(value)
        elif question.shape not in ("line", "text", "story"):
            yield here, NOT_STATED
