"""What to do about a heading that is no column of a sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import closest_word, join_words
from generator.intake.sheets.columns import SheetColumn, SheetTable, sheet_name, split_number
from generator.model.question_names import fold_heading, question_named
from generator.model.questions import Question

_UNKNOWN = "Use a heading from the template, or delete the column."
_MOST_OFFERED = 3


def heading_hint(table: SheetTable, text: str) -> str:
    """Return what to do about a heading that `table` does not have."""
    groups = tuple(question for question in table.asked if question.inside)
    if group := question_named(groups, split_number(text)[0]):
        return _group_hint(table, group)
    if offered := _headings_of(table, text):
        return f"Did you mean {join_words(f'“{heading}”' for heading in offered[:_MOST_OFFERED])}?"
    known = {fold_heading(column.heading): column.heading for column in table.columns}
    for question in table.asked:
        names = (question.label, question.name, *question.synonyms)
        known |= {fold_heading(name): question.label for name in names}
    near = closest_word(fold_heading(text), tuple(known))
    if near is None:
        return _UNKNOWN
    group = next((group for group in groups if group.label == known[near]), None)
    return _group_hint(table, group) if group else f"Did you mean “{known[near]}”?"


def _group_hint(table: SheetTable, group: Question) -> str:
    headings = [f"“{c.heading}”" for c in _first_columns(table) if c.path[0] == group.name]
    if not headings:
        return f"Put these on the sheet “{sheet_name(group)}”, with one row for each."
    columns = join_words(headings, most=_MOST_OFFERED, last="and")
    return f"“{group.label}” is more than one column: {columns}."


def _first_columns(table: SheetTable) -> Iterator[SheetColumn]:
    """Yield the columns, and of those that are repeated the ones with the number 1."""
    return (column for column in table.columns if not {1, 2} & {*column.path})


def _headings_of(table: SheetTable, text: str) -> list[str]:
    """Return the headings that end with `text`, such as “On the map: Latitude” for “Latitude”.

    Those of fewer parts come first.
    """
    ends: dict[str, list[str]] = defaultdict(list)
    for column in sorted(_first_columns(table), key=lambda column: len(column.path)):
        names = (column.question.label, column.question.name, *column.question.synonyms)
        for name in dict.fromkeys(map(fold_heading, names)):
            ends[name].append(column.heading)
    return ends[fold_heading(text)]
