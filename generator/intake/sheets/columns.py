"""The columns of a kind, made from the questions of its model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.field_path import FieldPath, spell
from generator.intake.sheets.sheet import SheetFormat
from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of

ID_HEADING = "id"
REPEATS_OFFERED = (
    3  # how often a part that can be repeated is offered, where it has no sheet of its own
)
MAX_REPEATS = 99
_LONGEST_NAME = 31  # of a sheet in Excel
_NUMBER = re.compile(r" (\d{1,2})(?=:)")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the place in a record that it fills, its heading, and what is asked there.

    Numbers in `path` count from 0. `key` puts columns in the order in which people are asked.
    """

    path: FieldPath
    heading: str
    question: Question
    key: tuple[int, ...]


@dataclass(frozen=True)
class SheetTable:
    """A sheet: the records themselves, or one part of them (`part` is its field).

    `first` is the heading of the column that says which record a row belongs to.
    """

    name: str
    first: str
    asked: tuple[Question, ...]
    part: str = ""
    columns: tuple[SheetColumn, ...] = ()

    def path_for(self, heading: str) -> FieldPath | None:
        """The place that a heading means, by its label or by the field's own name."""
        plain = fold_text(heading)
        numbers = [int(number) for number in _NUMBER.findall(plain)]
        path = _paths_by_heading(self.asked).get(_NUMBER.sub(" #:", plain))
        if path is None or 0 in numbers:
            return None
        left = iter(numbers)
        return tuple(next(left) - 1 if isinstance(step, int) else step for step in path)


def fold_text(text: str) -> str:
    """Text in which only letters count: no case, no doubled spaces, no sign at the end."""
    return " ".join(text.split()).casefold().rstrip(" *:?")


def sheet_tables(kind: Kind, form: SheetFormat) -> tuple[SheetTable, ...]:
    """The sheets of a kind: one in CSV; in a workbook one more for each part that is repeated."""
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
    """The name of the sheet of a part: short enough, and without signs that Excel refuses."""
    name = re.sub(r"[\[\]:*?/\\]", "", part.label)
    short = name if len(name) <= _LONGEST_NAME else name.partition(",")[0]
    return short[:_LONGEST_NAME].strip(" '")


def column_for(asked: tuple[Question, ...], path: FieldPath) -> SheetColumn:
    """The column for a place in a record. Raises StopIteration when the model has no such place."""
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
                # a part of a part is offered once; more of them may be added by hand
                yield from _field_paths(question.inside, (*here, number), 1)


@cache
def _paths_by_heading(asked: tuple[Question, ...]) -> dict[str, FieldPath]:
    """Each heading that is understood, with “#” for a number."""
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
            paths[spell(path)] = path
        labels[_NUMBER.sub(" #:", fold_text(column_for(asked, path).heading))] = path
    return {**paths, **labels}  # a label comes before another field's name
