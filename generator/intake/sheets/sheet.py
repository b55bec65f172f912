"""What the steps from a sheet to records hand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.field_path import FieldPath
from generator.model.questions import Question

SheetFormat = Literal["xlsx", "csv"]


@dataclass(frozen=True, slots=True)
class CellPosition:
    """Where something stands. `order` is the sheet's place in the file; rows and columns count
    from 1, and 0 is the whole sheet or row. `heading` is that of the column.
    """

    sheet: str
    order: int = 0
    row: int = 0
    column: int = 0
    heading: str = ""

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        heading = f", column “{self.heading}”" if self.heading else ""
        letters = f", column {column_letters(self.column)}" if self.column and not heading else ""
        return f"Sheet “{self.sheet}”{row}{heading}{letters}"


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong at a place in a sheet, and what to do."""

    cell: CellPosition
    message: str
    hint: str = ""

    def as_text(self) -> str:
        """The refusal as people read it."""
        return f"{self.cell}: {self.message}" + (f" {self.hint}" if self.hint else "")


class SheetError(Exception):
    """The file cannot be read as a sheet at all; says why and what to do."""


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell as a person would have written it, or why there is none."""

    text: str = ""
    fault: str = ""
    hint: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and not self.fault


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet of a file: its name, and each row that is not empty with its number."""

    name: str
    order: int
    rows: tuple[tuple[int, tuple[CellText, ...]], ...]


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """An answer in a cell: to which question, at which place of the record."""

    path: FieldPath
    text: str
    cell: CellPosition
    question: Question


@dataclass(frozen=True, slots=True)
class RecordRow:
    """All that a file says of one record."""

    id: str
    title: str
    cell: CellPosition
    answers: tuple[CellAnswer, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was read: its rows, and what could not be read.

    `columns` are the places that columns of the first sheet fill; `parts` are the fields that have
    a sheet of their own, each with the places in one item that its columns fill.
    """

    rows: tuple[RecordRow, ...]
    refusals: tuple[CellFault, ...]
    columns: frozenset[FieldPath] = frozenset()
    parts: Mapping[str, frozenset[FieldPath]] = field(default_factory=dict)


def column_letters(column: int) -> str:
    """The letters by which a spreadsheet names a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sort_faults(refusals: Iterable[CellFault]) -> tuple[CellFault, ...]:
    """Refusals as they stand in the file, each said once."""

    def place(fault: CellFault) -> tuple[int, int, int, str]:
        return fault.cell.order, fault.cell.row, fault.cell.column, fault.message

    return tuple(sorted(dict.fromkeys(refusals), key=place))
