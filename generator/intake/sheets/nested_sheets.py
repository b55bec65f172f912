"""Join the rows of a part's sheet to the records of the first sheet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from generator.diagnostics import clip, did_you_mean, join_words
from generator.intake.sheets.columns import SheetTable
from generator.intake.sheets.sheet import CellAnswer, CellFault, CellPosition, RecordRow
from generator.model.kinds import Kind
from generator.model.question_names import fold_text

# numbers rows after the items in the record's own row
FIRST_ITEM = 1_000


@dataclass(frozen=True, slots=True)
class NestedRow:
    """A row as it was read: the text of its first column, and its answers."""

    cell: CellPosition
    first: str
    answers: tuple[CellAnswer, ...]


class NestedRows:
    """Assigns each row of a part to the record that it names, by id or title."""

    def __init__(self, rows: tuple[RecordRow, ...], kind: Kind) -> None:
        self.refusals: list[CellFault] = []
        self._rows = rows
        self._label = kind.label.lower()
        self._more: dict[str, list[CellAnswer]] = defaultdict(list)
        self._ids = {row.id for row in rows}
        self._titled: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for name in {fold_text(row.title), fold_text(row.name)}:
                self._titled[name].append(row.id)

    def add(self, table: SheetTable, answer: NestedRow) -> None:
        """Add a row of a part to its record, or record a refusal."""
        owner = self._owner(table, answer)
        for part_answer in answer.answers if owner else ():
            path = (table.part, FIRST_ITEM + answer.cell.row, *part_answer.path)
            self._more[owner].append(replace(part_answer, path=path))

    def rows(self) -> tuple[RecordRow, ...]:
        """Return every record with the answers of all its rows."""
        return tuple(
            replace(row, answers=(*row.answers, *self._more[row.id])) for row in self._rows
        )

    def _owner(self, table: SheetTable, answer: NestedRow) -> str:
        name = answer.first
        owners = [name] if name in self._ids else self._titled[fold_text(name)] if name else []
        if len(owners) == 1:
            return owners[0]
        message, hint = f"This row does not say which {self._label} it belongs to.", "Add the id."
        if not all(row.title for row in self._rows):
            hint = "Choose an id on the first sheet, and write it here too."
        if owners:
            message = (
                f"More than one row has the title “{clip(name)}”: {join_words(owners, last='and')}."
            )
            hint = "Write the id of the one you mean."
        elif name:
            message = f"The {self._label} “{clip(name)}” is not in the first sheet."
            known = [text for row in self._rows for text in (row.id, row.title) if text]
            hint = (
                did_you_mean(name, known, parts=True) or "Use an id or title from the first sheet."
            )
        cell = replace(answer.cell, column=1, heading=table.first)
        self.refusals.append(CellFault(cell, message, hint))
        return ""
