"""Find the ids of records that cells name by title."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import clip, closest_word, join_words
from generator.intake.sheets.sheet import CellAnswer, CellFault, RecordRow
from generator.model.fields.full_names import is_own
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import id_fault
from generator.model.kinds import Kind
from generator.records.catalogue import Catalogue, NameIndex, fold_name, other_names


class TitleLookup:
    """The titles and kinds of all records that a cell can name: the academy's and the sheet's."""

    def __init__(self, catalogue: Catalogue, rows: Iterable[RecordRow], kind: Kind) -> None:
        self.vocabulary = catalogue.vocabulary
        self._catalogue = catalogue
        self._titles: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._index = NameIndex()
        sheet_rows = {row.id: row for row in rows}
        for record in catalogue.records.values():
            name = catalogue.sourced_title(record.id)
            if record.id in sheet_rows and sheet_rows[record.id].title:
                continue
            titles = {catalogue.title(record.id), record.title} - {"-"}
            self._add(record.id, record.kind, name, titles, other_names(record))
        for row in sheet_rows.values():
            if row.title or row.id not in self._titles:
                self._add(row.id, kind.name, row.name or row.id, {row.title or row.id})

    def _add(
        self,
        record_id: str,
        kind: str,
        name: str,
        titles: Iterable[str],
        also: Iterable[str] = (),
    ) -> None:
        self._titles[record_id], self._kinds[record_id] = name, kind
        self._index.add(record_id, kind, (name, *titles), tuple(also))

    def resolve(self, text: str, answer: CellAnswer) -> str | CellFault:
        """Return the id of the record that `text` names, or the fault of the cell.

        Text that is a valid id is returned as it is; the checks report unknown ids.
        """
        if text in self._titles or self._catalogue.resolve(text):
            return text
        kinds = answer.question.kinds
        meant = self._index.ids(text, kinds) or self._index.ids(text)
        # a name without an academy means a record of this one, where it has such a record
        meant = tuple(filter(is_own, meant)) or meant
        if len(meant) == 1:
            return meant[0]
        if meant:
            words = REFUSALS["ambiguous"].words(
                count=len(meant), text=clip(text), choice=self._choice(meant)
            )
            return CellFault(answer.cell, *words)
        if id_fault(text) is None:
            return text
        if names := self._index.split(text, kinds):
            return CellFault(answer.cell, *_several_names(text, names, answer))
        return CellFault(
            answer.cell, f"There is no record “{clip(text)}”.", self._hint(text, answer)
        )

    def _choice(self, ids: tuple[str, ...]) -> str:
        names = (f"“{record_id}” ({clip(self._titles[record_id])})" for record_id in ids)
        return join_words(names)

    def _hint(self, text: str, answer: CellAnswer) -> str:
        known: dict[str, str] = {}
        for record_id, title in self._titles.items():
            if self._fits(record_id, answer):
                known[fold_name(title)] = known[record_id] = record_id
        near = closest_word(fold_name(text), tuple(known), parts=True)
        if near is None:
            return "Correct the title or id, or add the record first."
        return f"Did you mean “{clip(self._titles[known[near]])}” ({known[near]})?"

    def _fits(self, record_id: str, answer: CellAnswer) -> bool:
        return "*" in answer.question.kinds or self._kinds[record_id] in answer.question.kinds


def _several_names(text: str, names: tuple[str, ...], answer: CellAnswer) -> tuple[str, str]:
    """Return the message and hint for a text that names several records."""
    quoted = join_words((f"“{clip(name)}”" for name in names), last="and")
    message, hint = REFUSALS["several"].words(text=clip(text), count=len(names), names=quoted)
    if answer.question.many:
        hint = "Put each on a new line of the cell, or put “;” between them."
    return message, hint
