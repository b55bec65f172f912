"""Turn the rows of a spreadsheet, or the answers of an issue, into a submission."""

from __future__ import annotations

from generator.intake.receiving_academy import ReceivingAcademy
from generator.intake.sheets import (
    Sheet,
    SheetError,
    plan_import,
    plan_result_import,
    read_sheet,
)
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
    """Return the rows of a spreadsheet as new and changed records. Raises SubmissionError.

    Rows of a kind without files of its own, such as measures, are added to the records they name.
    """
    try:
        if kind.folder is None:
            plan = plan_result_import(data, name, academy.catalogue, academy.has_file)
        else:
            sheet = read_sheet(data, name, kind)
            plan = plan_import(sheet, kind, academy.catalogue, academy.has_file, may_replace=True)
    except SheetError as stopped:
        raise SubmissionError([refusal(name, "R813", str(stopped))]) from None
    if plan.refusals:
        raise SubmissionError(
            refusal(name, "R813", f"{fault.cell}: {fault.message}", fault.hint)
            for fault in plan.refusals
        )
    records = tuple(_changed_record(path, text, academy) for path, text in plan.files.items())
    return Submission(records, notes=tuple(warning.as_text() for warning in plan.warnings))


def _changed_record(path: str, text: str, academy: ReceivingAcademy) -> SubmittedRecord:
    now = academy.read_text(path)
    if now is None:
        return SubmittedRecord(path, "new", text)
    # the sheet kept what the record says now wherever it has no column for it
    return SubmittedRecord(path, "changed", text, now, text_digest(now), has_layout=False)


def answers_submission(
    sheet: Sheet, name: str, kind: Kind, academy: ReceivingAcademy
) -> Submission:
    """Return the answers of an issue, read as a sheet of one row, as a new record.

    Raises SubmissionError with every fault of an answer.
    """
    plan = plan_import(sheet, kind, academy.catalogue, academy.has_file, may_replace=True)
    if plan.refusals:
        raise SubmissionError(
            refusal(
                f"Your answer “{fault.cell.heading}”" if fault.cell.heading else name,
                "R813",
                fault.message,
                fault.hint,
            )
            for fault in plan.refusals
        )
    return Submission(
        tuple(SubmittedRecord(path, "new", text) for path, text in plan.files.items())
    )


def spreadsheet_kind(data: bytes, name: str) -> Kind | None:
    """Return the kind to which all sheets of a workbook belong; None for none, or a CSV file."""
    try:
        names = sheet_names(data, name)
    except SheetError:
        return None
    named = [kind for kind in KINDS if _is_workbook_of(kind, names)]
    return named[0] if len(named) == 1 else None


def _is_workbook_of(kind: Kind, names: tuple[str, ...]) -> bool:
    main, *parts = sheet_tables(kind, "xlsx")
    known = all(any(table.is_named(name) for table in (main, *parts)) for name in names)
    return known and any(main.is_named(name) for name in names)
