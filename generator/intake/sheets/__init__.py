"""Records from spreadsheets: a sheet to fill in for each kind, and the way from it to files."""

from __future__ import annotations

from generator.intake.sheets.cell_text import join
from generator.intake.sheets.csv_file import write_csv
from generator.intake.sheets.export import rows_of, sheet_of, template
from generator.intake.sheets.plan import ImportPlan, plan_import
from generator.intake.sheets.sheet import CellFault, Form, Sheet, SheetError
from generator.intake.sheets.sheet_reader import read_sheet, sheet_bytes

__all__ = [
    "CellFault",
    "Form",
    "ImportPlan",
    "Sheet",
    "SheetError",
    "join",
    "plan_import",
    "read_sheet",
    "rows_of",
    "sheet_bytes",
    "sheet_of",
    "template",
    "write_csv",
]
