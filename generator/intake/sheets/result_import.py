"""Add the rows of a sheet of measures to the records that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import choice_with_article, clip
from generator.intake.sheets.import_plan import ImportPlan, PathExists, plan_import
from generator.intake.sheets.nested_sheets import FIRST_ITEM, NestedRow
from generator.intake.sheets.sheet import CellAnswer, CellFault, RecordRow, Sheet, sort_faults
from generator.intake.sheets.sheet_reader import read_entries
from generator.intake.sheets.title_lookup import TitleLookup
from generator.model.kinds import KIND_OF, KINDS
from generator.model.question_names import fold_text
from generator.model.questions import Question, questions_of
from generator.records.catalogue import Catalogue

MEASURES = "measures"  # the field that holds them
_OWNERS = tuple(
    kind.name for kind in KINDS if any(question.name == MEASURES for question in questions_of(kind))
)
_OWNER = Question("record", "Record", "", "", "record", False, True, False, "", kinds=_OWNERS)


def plan_result_import(
    data: bytes, name: str, catalogue: Catalogue, exists: PathExists
) -> ImportPlan:
    """Return the plan that adds each row to its record, or every fault. Nothing is written.

    Raises SheetError for a file that is neither CSV nor a workbook.
    """
    entries = read_entries(data, name, KIND_OF["measure"])
    owners = _Owners(catalogue)
    refusals = list(entries.refusals)
    rows: dict[str, list[NestedRow]] = defaultdict(list)
    for row in entries.rows:
        owner = owners.owner_of(row)
        if isinstance(owner, CellFault):
            refusals.append(owner)
        else:
            rows[owner].append(row)
            refusals += owners.double_faults(row, owner)
    plans = [
        plan_import(
            Sheet(tuple(owners.record_row(owner, rows[owner]) for owner in named), ()),
            kind, catalogue, exists, may_replace=True,
        )
        for kind in KINDS
        if (named := [owner for owner in rows if catalogue.records[owner].kind == kind.name])
    ]  # fmt: skip
    refusals += [fault for plan in plans for fault in plan.refusals]
    if refusals:
        return ImportPlan({}, (), catalogue.redaction.mask_value(sort_faults(refusals)))
    return ImportPlan(
        {path: text for plan in plans for path, text in plan.files.items()},
        tuple(path for plan in plans for path in plan.replaced),
        (),
        warnings=(*entries.notes, *(warning for plan in plans for warning in plan.warnings)),
    )


class _Owners:
    """Finds the record of each row."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names = TitleLookup(catalogue, (), KIND_OF["measure"])
        self._findings: dict[str, set[str]] = {}

    def owner_of(self, row: NestedRow) -> str | CellFault:
        """Return the id of the record that a row names, or the fault of its first cell."""
        cell = replace(row.cell, column=1, heading=_OWNER.label)
        what = choice_with_article(KIND_OF[kind].label.lower() for kind in _OWNERS)
        if not row.first:
            message = "This row does not say which record it belongs to."
            return CellFault(cell, message, f"Write the title or id of {what}.")
        found_id = self._names.resolve(row.first, CellAnswer((), row.first, cell, _OWNER))
        if isinstance(found_id, CellFault):
            return found_id
        record = self._catalogue.find(found_id)
        if record is None:
            message = f"There is no record “{clip(row.first)}”."
            return CellFault(cell, message, "Correct it, or add the record first.")
        if record.kind not in _OWNERS:
            message = f"“{clip(row.first)}” is {KIND_OF[record.kind].with_article}."
            return CellFault(cell, message, f"Results belong to {what}.")
        return record.id

    def double_faults(self, row: NestedRow, owner: str) -> Iterator[CellFault]:
        """Yield a fault for a row that the record, or a row before, already holds."""
        if owner not in self._findings:
            measures = getattr(self._catalogue.records[owner], MEASURES)
            self._findings[owner] = {fold_text(measure.statement) for measure in measures}
        known = self._findings[owner]
        for answer in row.answers:
            if answer.path != ("statement",):
                continue
            if fold_text(answer.text) in known:
                message = f"“{owner}” has this finding already."
                yield CellFault(answer.cell, message, "Delete the row, or say what is new.")
            known.add(fold_text(answer.text))

    def record_row(self, owner: str, rows: list[NestedRow]) -> RecordRow:
        """Return the record with the answers of its rows as further items."""
        answers = (
            replace(answer, path=(MEASURES, FIRST_ITEM + row.cell.row, *answer.path))
            for row in rows
            for answer in row.answers
        )
        title = self._catalogue.records[owner].title
        return RecordRow(owner, "" if title == "-" else title, rows[0].cell, tuple(answers))
