"""The columns of a sheet, generated from the questions of a kind's model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.field_path import FieldPath
from generator.intake.sheets.sheet import SheetFormat
from generator.model.kinds import Kind
from generator.model.question_names import fold_heading, question_named
from generator.model.questions import Question, questions_of

ID_HEADING = "id"
REPEATS_OFFERED = 3  # sets of columns for a repeated part that has no sheet of its own
MAX_REPEATS = 99
_LONGEST_NAME = 31  # characters: Excel's limit for a sheet name
_SEPARATOR = re.compile(r"[:.]")
_NUMBERED = re.compile(r"(.*?)\s*\[?(\d{1,2})\]?")


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

    `first` is the heading of the column that names the record of a row, `record` the label of the
    kind, and `synonyms` are other names of the sheet.
    """

    name: str
    first: str
    asked: tuple[Question, ...]
    record: str
    part: str = ""
    columns: tuple[SheetColumn, ...] = ()
    synonyms: tuple[str, ...] = ()

    def path_for(self, heading: str) -> FieldPath | None:
        """Return the field path that a heading means, by label, field name or synonym; None for an
        unknown one.

        The column for the record itself (“Partner” in a sheet of partners) holds its title.
        """
        path = _find_path(self.asked, heading)
        if path is None and not self.part:
            return ("title",) if fold_heading(heading) in self._title_names() else None
        return path

    def names_record(self, heading: str) -> bool:
        """Return whether a heading is that of the column of ids."""
        ids = (ID_HEADING, f"{self.record} id", *(self._title_names() if self.part else ()))
        return fold_heading(heading) in map(fold_heading, ids)

    def is_named(self, name: str) -> bool:
        """Return whether a sheet with this name is meant to be this one."""
        return fold_heading(name) in map(fold_heading, (self.name, *self.synonyms))

    def _title_names(self) -> tuple[str, ...]:
        record = fold_heading(self.record)
        return record, f"{record} name", f"{record} title", f"name of {record}"


def sheet_tables(kind: Kind, form: SheetFormat) -> tuple[SheetTable, ...]:
    """Return the sheets of a kind: one for CSV; in a workbook also one for each repeated part."""
    asked = questions_of(kind)
    if kind.folder is None:  # written inside other records, so each row names its record
        columns = _columns_for(asked, asked, slots=1)
        return (SheetTable(kind.labels, "Record", asked, "Record", kind.slug, columns),)
    if form == "csv":
        columns = _columns_for(asked, asked)
        return (SheetTable(kind.labels, ID_HEADING, asked, kind.label, columns=columns),)
    parts = [question for question in asked if question.inside and question.many]
    rest = tuple(question for question in asked if question not in parts)
    columns = _columns_for(asked, rest)
    main = SheetTable(
        kind.labels, ID_HEADING, asked, kind.label, columns=columns, synonyms=(kind.label,)
    )
    return (main, *(_part_table(part, kind) for part in parts))


def _part_table(part: Question, kind: Kind) -> SheetTable:
    return SheetTable(
        sheet_name(part),
        f"{kind.label} id",
        part.inside,
        kind.label,
        part.name,
        _columns_for(part.inside, part.inside, slots=1),
        (part.label, part.name, *part.synonyms),
    )


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


def _find_path(asked: tuple[Question, ...], heading: str) -> FieldPath | None:
    question = question_named(tuple(q for q in asked if not q.inside), heading)
    if question is not None:
        return (question.name,)
    groups = tuple(q for q in asked if q.inside)
    for separator in _SEPARATOR.finditer(heading):
        group, number = split_number(heading[: separator.start()])
        question = question_named(groups, group)
        if question is None or question.many != (number is not None) or number == 0:
            continue
        rest = _find_path(question.inside, heading[separator.end() :])
        if rest is not None:
            return (question.name, *(() if number is None else (number - 1,)), *rest)
    return None


def split_number(text: str) -> tuple[str, int | None]:
    """Return the name and the number of a numbered part, such as “Partners 2”; None for none."""
    match = _NUMBERED.fullmatch(text.strip())
    return (match.group(1), int(match.group(2))) if match else (text, None)
