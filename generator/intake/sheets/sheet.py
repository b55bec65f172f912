"""The values that the steps from a file to records pass on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.field_path import FieldPath
from generator.model.questions import Question

SheetFormat = Literal["xlsx", "csv"]


@dataclass(frozen=True, slots=True)
class CellPosition:
    """A position in a sheet. `order` is the sheet's place in the file; rows and columns count from
    1, and 0 means the whole sheet or row. `heading` is that of the column.
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
    """A fault at a position in a sheet, and what to do about it."""

    cell: CellPosition
    message: str
    hint: str = ""

    def as_text(self) -> str:
        """Return the fault as one message for people."""
        return f"{self.cell}: {self.message}" + (f" {self.hint}" if self.hint else "")


class SheetError(Exception):
    """Raised when a file cannot be read as a sheet; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell as a person would write it, or the fault that hides it."""

    text: str = ""
    fault: str = ""
    hint: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and not self.fault


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet of a file: its name, and its non-empty rows with their numbers.

    `faults` and `notes` are about its layout. `hidden`: whether the whole sheet is hidden.
    """

    name: str
    order: int
    rows: tuple[tuple[int, tuple[CellText, ...]], ...]
    faults: tuple[CellFault, ...] = ()
    notes: tuple[CellFault, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """The answer in a cell, with its question and its place in the record."""

    path: FieldPath
    text: str
    cell: CellPosition
    question: Question


@dataclass(frozen=True, slots=True)
class RecordRow:
    """The answers that a file gives for one record."""

    id: str
    title: str
    cell: CellPosition
    answers: tuple[CellAnswer, ...]
    place: str = ""

    @property
    def name(self) -> str:
        """The title, with the place that tells it from another record with the same title."""
        return f"{self.title}, {self.place}" if self.place else self.title


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was read: its rows, and the faults of what could not be read.

    `columns` are the field paths that the first sheet fills; `parts` are the fields with a sheet of
    their own, each with the paths in one item that its columns fill. `notes` are warnings.
    """

    rows: tuple[RecordRow, ...]
    refusals: tuple[CellFault, ...]
    columns: frozenset[FieldPath] = frozenset()
    parts: Mapping[str, frozenset[FieldPath]] = field(default_factory=dict)
    notes: tuple[CellFault, ...] = ()


def column_letters(column: int) -> str:
    """Return the letters of a spreadsheet column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sort_faults(refusals: Iterable[CellFault]) -> tuple[CellFault, ...]:
    """Return faults in the order of the file, each once."""

    def place(fault: CellFault) -> tuple[int, int, int, str]:
        return fault.cell.order, fault.cell.row, fault.cell.column, fault.message

    return tuple(sorted(dict.fromkeys(refusals), key=place))
