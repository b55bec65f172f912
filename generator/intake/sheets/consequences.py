"""Leave out the faults that only follow from other faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.intake.sheets.columns import SheetTable, sheet_tables
from generator.intake.sheets.sheet import CellFault, CellPosition, Sheet
from generator.intake.sheets.sheet_messages import MISSING
from generator.model.kinds import Kind


def without_consequences(
    refusals: Iterable[CellFault], sheet: Sheet, kind: Kind
) -> Iterator[CellFault]:
    """Yield faults without those that only follow from another.

    A cell that could not be read is not also empty. An answer that must be there, and has no
    column, is reported once and not for each row.
    """
    main, *_ = sheet_tables(kind, "csv")
    refusals = tuple(refusals)
    unread = {_question_in_row(main, f.cell) for f in refusals if f.message != MISSING}
    for fault in refusals:
        if fault.message != MISSING:
            yield fault
        elif _question_in_row(main, fault.cell) not in unread:
            yield _missing_column(main, fault, sheet) or fault


def _question_in_row(main: SheetTable, cell: CellPosition) -> tuple[object, ...]:
    return cell.sheet, cell.row, main.path_for(cell.heading) or cell.heading


def _missing_column(main: SheetTable, fault: CellFault, sheet: Sheet) -> CellFault | None:
    """Return the fault of a column that is not there; None if the column is there, or is none."""
    cell = fault.cell
    path = main.path_for(cell.heading)
    of_records = bool(sheet.rows) and cell.sheet == sheet.rows[0].cell.sheet
    if len(sheet.rows) < 2 or path is None or len(path) > 1 or path in sheet.columns:
        return None
    if not of_records:
        return None
    message = f"There is no column “{cell.heading}”, and it must be filled in."
    return CellFault(CellPosition(cell.sheet, cell.order), message, fault.hint)
