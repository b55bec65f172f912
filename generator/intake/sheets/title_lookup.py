"""Find the ids of records that cells name by title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.diagnostics import clip, closest_word, join_words
from generator.intake.sheets.columns import fold_text
from generator.intake.sheets.sheet import CellAnswer, CellFault, RecordRow
from generator.model.fields.types import id_fault
from generator.model.kinds import Kind
from generator.records.catalogue import Catalogue


class TitleLookup:
    """The titles and kinds of all records that a cell can name: the academy's and the sheet's."""

    def __init__(self, catalogue: Catalogue, rows: Iterable[RecordRow], kind: Kind) -> None:
        self._catalogue = catalogue
        self._titles = {
            record.id: catalogue.title(record.id) for record in catalogue.records.values()
        }
        self._kinds = {record.id: record.kind for record in catalogue.records.values()}
        for row in rows:
            self._titles[row.id] = row.title or self._titles.get(row.id, row.id)
            self._kinds[row.id] = kind.name
        self._called: dict[str, list[str]] = defaultdict(list)
        for record_id, title in self._titles.items():
            self._called[fold_text(title)].append(record_id)

    def resolve(self, text: str, answer: CellAnswer) -> str | CellFault:
        """Return the id of the record that `text` names, or the fault of the cell.

        Text that is a valid id is returned as it is; the checks report unknown ids.
        """
        if text in self._titles or self._catalogue.resolve(text):
            return text
        called = self._called[fold_text(text)]
        fitting = [record_id for record_id in called if self._fits(record_id, answer)] or called
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            message = f"{len(fitting)} records have the title “{clip(text)}”."
            return CellFault(
                answer.cell, message, f"Give the id instead: {join_words(sorted(fitting))}."
            )
        if id_fault(text) is None:
            return text
        return CellFault(
            answer.cell, f"There is no record “{clip(text)}”.", self._hint(text, answer)
        )

    def _hint(self, text: str, answer: CellAnswer) -> str:
        known: dict[str, str] = {}
        for record_id, title in self._titles.items():
            if self._fits(record_id, answer):
                known[fold_text(title)] = known[record_id] = record_id
        near = closest_word(fold_text(text), tuple(known), parts=True)
        if near is None:
            return "Correct the title or id, or add the record first."
        return f"Did you mean “{clip(self._titles[known[near]])}” ({known[near]})?"

    def _fits(self, record_id: str, answer: CellAnswer) -> bool:
        return "*" in answer.question.kinds or self._kinds[record_id] in answer.question.kinds
