"""Records from spreadsheets: a sheet to fill in for each kind, and the way from it to files."""

from __future__ import annotations

from generator.sheets.cells import join
from generator.sheets.csv_file import write_csv
from generator.sheets.export import rows_of, sheet_of, template
from generator.sheets.model import Form, Refusal, Sheet, SheetError
from generator.sheets.plan import Plan, plan_import
from generator.sheets.reading import read_sheet, sheet_bytes

__all__ = [
    "Form",
    "Plan",
    "Refusal",
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
