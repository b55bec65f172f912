"""The columns of a sheet, generated from the questions of a kind's model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.field_path import FieldPath, format_path
from generator.intake.sheets.sheet import SheetFormat
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of

ID_HEADING = "id"
REPEATS_OFFERED = 3  # sets of columns for a repeated part that has no sheet of its own
MAX_REPEATS = 99
_LONGEST_NAME = 31  # characters: Excel's limit for a sheet name
_NUMBER = re.compile(r" (\d{1,2})(?=:)")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the field that it fills, its heading, and its question.

    Numbers in `path` count from 0. Sorting by `key` gives the order of the questions.
    """

    path: FieldPath
    heading: str
    question: Question
    key: tuple[int, ...]


@dataclass(frozen=True)
class SheetTable:
    """A sheet: the records themselves, or one repeated part of them (`part` is its field).

    `first` is the heading of the column that names the record of a row.
    """

    name: str
    first: str
    asked: tuple[Question, ...]
    part: str = ""
    columns: tuple[SheetColumn, ...] = ()

    def path_for(self, heading: str) -> FieldPath | None:
        """Return the field path that a heading means, by its label or field name; None for an
        unknown one.
        """
        plain = fold_text(heading)
        numbers = [int(number) for number in _NUMBER.findall(plain)]
        path = _paths_by_heading(self.asked).get(_NUMBER.sub(" #:", plain))
        if path is None or 0 in numbers:
            return None
        left = iter(numbers)
        return tuple(next(left) - 1 if isinstance(step, int) else step for step in path)


def fold_text(text: str) -> str:
    """Return text for comparison: lower case, single spaces, no closing punctuation."""
    return " ".join(text.split()).casefold().rstrip(" *:?")


def sheet_tables(kind: Kind, form: SheetFormat) -> tuple[SheetTable, ...]:
    """Return the sheets of a kind: one for CSV; in a workbook also one for each repeated part."""
    asked = questions_of(kind)
    if form == "csv":
        return (SheetTable(kind.labels, ID_HEADING, asked, columns=_columns_for(asked, asked)),)
    parts = [question for question in asked if question.inside and question.many]
    rest = tuple(question for question in asked if question not in parts)
    sheets = [SheetTable(kind.labels, ID_HEADING, asked, columns=_columns_for(asked, rest))]
    for part in parts:
        columns = _columns_for(part.inside, part.inside, slots=1)
        sheets.append(
            SheetTable(sheet_name(part), f"{kind.label} id", part.inside, part.name, columns)
        )
    return tuple(sheets)


def sheet_name(part: Question) -> str:
    """Return the sheet name of a part, within Excel's limits on length and characters."""
    name = re.sub(r"[\[\]:*?/\\]", "", part.label)
    short = name if len(name) <= _LONGEST_NAME else name.partition(",")[0]
    return short[:_LONGEST_NAME].strip(" '")


def column_for(asked: tuple[Question, ...], path: FieldPath) -> SheetColumn:
    """Return the column for a field path. Raises StopIteration for a path that the model lacks."""
    labels: list[str] = []
    key: list[int] = []
    question = asked[0]
    for step in path:
        if isinstance(step, int):
            labels[-1] += f" {step + 1}"
            key.append(step)
        else:
            number, question = next((n, q) for n, q in enumerate(asked) if q.name == step)
            labels.append(question.label)
            key.append(number)
            asked = question.inside
    return SheetColumn(path, ": ".join(labels), question, tuple(key))


def _columns_for(
    whole: tuple[Question, ...], asked: tuple[Question, ...], slots: int = REPEATS_OFFERED
) -> tuple[SheetColumn, ...]:
    return tuple(column_for(whole, path) for path in _field_paths(asked, (), slots))


def _field_paths(asked: tuple[Question, ...], before: FieldPath, slots: int) -> Iterator[FieldPath]:
    for question in asked:
        here = (*before, question.name)
        if not question.inside:
            yield here
        elif not question.many:
            yield from _field_paths(question.inside, here, slots)
        else:
            for number in range(slots):
                # a nested part gets one set of columns; people may add more
                yield from _field_paths(question.inside, (*here, number), 1)


@cache
def _paths_by_heading(asked: tuple[Question, ...]) -> dict[str, FieldPath]:
    """Return the field path of each heading that is understood, with “#” in place of numbers."""
    paths: dict[str, FieldPath] = {}
    labels = {}
    for path in _field_paths(asked, (), 1):
        names = ": ".join(
            f"{step} 1" if isinstance(after, int) else str(step)
            for step, after in zip(path, (*path[1:], ""), strict=True)
            if not isinstance(step, int)
        )
        paths[_NUMBER.sub(" #:", names)] = path
        if not any(isinstance(step, int) for step in path):
            paths[format_path(path)] = path
        labels[_NUMBER.sub(" #:", fold_text(column_for(asked, path).heading))] = path
    return {**paths, **labels}  # a label takes precedence over a field name
