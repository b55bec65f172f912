"""Turn the rows of a spreadsheet, or the answers of an issue, into a submission."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.intake.receiving_academy import ReceivingAcademy
from generator.intake.sheets import CellFault, Sheet, SheetError, plan_import, read_sheet
from generator.intake.sheets.columns import sheet_tables
from generator.intake.sheets.sheet_reader import sheet_names
from generator.intake.submission import (
    Submission,
    SubmissionError,
    SubmittedRecord,
    refusal,
    text_digest,
)
from generator.model.kinds import KINDS, Kind


def sheet_submission(data: bytes, name: str, kind: Kind, academy: ReceivingAcademy) -> Submission:
    """Return the rows of a spreadsheet as new and changed records. Raises SubmissionError."""
    try:
        sheet = read_sheet(data, name, kind)
    except SheetError as stopped:
        raise SubmissionError([refusal(name, "R813", str(stopped))]) from None
    return submission_of_sheet(sheet, name, kind, academy)


def spreadsheet_kind(data: bytes, name: str) -> Kind | None:
    """Return the kind to which all sheets of a workbook belong; None for none, or a CSV file."""
    try:
        names = sheet_names(data, name)
    except SheetError:
        return None
    named = [kind for kind in KINDS if kind.folder and _is_workbook_of(kind, names)]
    return named[0] if len(named) == 1 else None


def _is_workbook_of(kind: Kind, names: tuple[str, ...]) -> bool:
    main, *parts = sheet_tables(kind, "xlsx")
    known = all(any(table.is_named(name) for table in (main, *parts)) for name in names)
    return known and any(main.is_named(name) for name in names)


def submission_of_sheet(
    sheet: Sheet, name: str, kind: Kind, academy: ReceivingAcademy, *, is_new: bool = False
) -> Submission:
    """Return the records of a sheet. With `is_new`, the sender knew of no record with the same id.

    Raises SubmissionError with every fault of a cell.
    """
    plan = plan_import(
        sheet,
        kind,
        academy.catalogue,
        lambda path: academy.read_text(path) is not None,
        may_replace=True,
    )
    if plan.refusals:
        raise SubmissionError(_findings(plan.refusals, name))
    return Submission(
        tuple(_record(path, text, academy, is_new=is_new) for path, text in plan.files.items())
    )


def _record(path: str, text: str, academy: ReceivingAcademy, *, is_new: bool) -> SubmittedRecord:
    now = academy.read_text(path)
    if now is None or is_new:
        return SubmittedRecord(path, "new", text, has_layout=False)
    # the sheet kept what the record says now wherever it has no column for it
    return SubmittedRecord(path, "changed", text, now, text_digest(now), has_layout=False)


def _findings(faults: tuple[CellFault, ...], name: str) -> Iterator[Diagnostic]:
    for fault in faults:
        where = f"{fault.cell}: " if str(fault.cell) else ""
        yield refusal(name, "R813", f"{where}{fault.message}", fault.hint, max(fault.cell.row, 1))
