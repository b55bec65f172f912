"""What the layout of a sheet hides from whoever reads its cells: merged and hidden cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from openpyxl.utils import get_column_letter

from generator.diagnostics import join_words
from generator.intake.sheets.sheet import CellFault, CellPosition, CellText
from generator.intake.sheets.sheet_help import HELP_PREFIX
from generator.intake.sheets.sheet_limits import MAX_COLUMNS

Rows = Mapping[int, tuple[CellText, ...]]
_HIDDEN = ("1", "true")
_MOST_NAMED = 8


def merged_cell_faults(sheet: CellPosition, merged: Any, rows: Rows) -> Iterator[CellFault]:
    """Yield a fault for each range of merged cells with a value, which only its first cell has.

    `merged` are openpyxl's ranges, `rows` the rows with a value by number.
    """
    for area in merged.mergeCell if merged else ():
        cells = rows.get(area.min_row, ())
        if area.min_col > len(cells) or cells[area.min_col - 1].is_empty:
            continue
        first, _, last = area.ref.partition(":")
        where = CellPosition(sheet.sheet, sheet.order, area.min_row, area.min_col)
        message = f"The cells {first} to {last} are merged, so only {first} has the answer."
        yield CellFault(where, message, "Unmerge them, and fill in each cell that needs it.")


def hidden_cell_notes(sheet: CellPosition, parsed: Any, rows: Rows) -> Iterator[CellFault]:
    """Yield a note for the hidden rows and the hidden columns of a sheet that hold answers.

    `parsed` is openpyxl's parser of the sheet, after it has read it.
    """
    _, *answered = rows.items()
    answers = {n: cells for n, cells in answered if not cells[0].text.startswith(HELP_PREFIX)}
    hidden = [number for number in answers if _is_hidden(parsed.row_dimensions.get(str(number)))]
    if hidden:
        yield _note(sheet, "Row", _spans([str(number) for number in hidden], hidden))
    columns = [
        column
        for place in parsed.column_dimensions.values()
        if _is_hidden(place)
        for column in range(int(place["min"]), min(int(place["max"]), MAX_COLUMNS) + 1)
        if any(
            len(cells) >= column and not cells[column - 1].is_empty for cells in answers.values()
        )
    ]
    if columns:
        yield _note(
            sheet, "Column", _spans([get_column_letter(column) for column in columns], columns)
        )


def _is_hidden(attributes: Mapping[str, str] | None) -> bool:
    return bool(attributes) and (attributes or {}).get("hidden") in _HIDDEN


def _note(sheet: CellPosition, what: str, spans: list[str]) -> CellFault:
    names = join_words(spans, most=_MOST_NAMED, last="and")
    several = len(spans) > 1 or " to " in names
    are = (
        f"{what}s {names} are hidden, but were" if several else f"{what} {names} is hidden, but was"
    )
    return CellFault(sheet, f"{are} read.", "Delete what should not be in the academy.")


def _spans(names: list[str], numbers: list[int]) -> list[str]:
    """Return runs of neighbours as text, such as “5 to 9”."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    spans = []
    for _, run in runs:
        at = [position for position, _ in run]
        first, last = names[at[0]], names[at[-1]]
        spans.append(first if first == last else f"{first} to {last}")
    return spans
