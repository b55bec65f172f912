"""Records named by their titles, as people know them, turned into ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.diagnostics import clip, listed, nearest
from generator.intake.sheets.columns import fold_text
from generator.intake.sheets.sheet import CellAnswer, CellFault, RecordRow
from generator.model.fields.types import id_fault
from generator.model.kinds import Kind
from generator.records.catalogue import Catalogue


class TitleLookup:
    """Every record that can be named: those of the academy and those of the sheet."""

    def __init__(self, catalogue: Catalogue, rows: Iterable[RecordRow], kind: Kind) -> None:
        self._catalogue = catalogue
        self._titles = {one.id: catalogue.title(one.id) for one in catalogue.records.values()}
        self._kinds = {one.id: one.kind for one in catalogue.records.values()}
        for row in rows:
            self._titles[row.id] = row.title or self._titles.get(row.id, row.id)
            self._kinds[row.id] = kind.name
        self._called: dict[str, list[str]] = defaultdict(list)
        for one, title in self._titles.items():
            self._called[fold_text(title)].append(one)

    def resolve(self, text: str, said: CellAnswer) -> str | CellFault:
        """The id of the record that `text` names. What looks like an id is left to the checks."""
        if text in self._titles or self._catalogue.resolve(text):
            return text
        called = self._called[fold_text(text)]
        fitting = [one for one in called if self._fits(one, said)] or called
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            message = f"{len(fitting)} records have the title “{clip(text)}”."
            return CellFault(said.cell, message, f"Write the id: {listed(sorted(fitting))}.")
        if id_fault(text) is None:
            return text
        return CellFault(said.cell, f"There is no record “{clip(text)}”.", self._hint(text, said))

    def _hint(self, text: str, said: CellAnswer) -> str:
        known: dict[str, str] = {}
        for one, title in self._titles.items():
            if self._fits(one, said):
                known[fold_text(title)] = known[one] = one
        near = nearest(fold_text(text), tuple(known), parts=True)
        if near is None:
            return "Correct the title or id, or add the record first."
        return f"Did you mean “{clip(self._titles[known[near]])}” ({known[near]})?"

    def _fits(self, one: str, said: CellAnswer) -> bool:
        return "*" in said.question.kinds or self._kinds[one] in said.question.kinds
