"""Records from spreadsheets: a template for each kind, and the import of filled-in sheets."""

from __future__ import annotations

import os

# openpyxl would use lxml where that happens to be installed, whose errors on damaged files differ
os.environ["OPENPYXL_LXML"] = "False"

from generator.intake.sheets.cell_text import join_items
from generator.intake.sheets.csv_file import write_csv
from generator.intake.sheets.import_plan import ImportPlan, plan_import
from generator.intake.sheets.offered_names import OfferedNames, offered_names
from generator.intake.sheets.result_import import plan_result_import
from generator.intake.sheets.sheet import CellFault, Sheet, SheetError, SheetFormat
from generator.intake.sheets.sheet_reader import read_sheet, read_sheet_file
from generator.intake.sheets.sheet_writer import records_sheet, template_sheet, workbook_sheets

__all__ = [
    "CellFault",
    "ImportPlan",
    "OfferedNames",
    "Sheet",
    "SheetError",
    "SheetFormat",
    "join_items",
    "offered_names",
    "plan_import",
    "plan_result_import",
    "read_sheet",
    "read_sheet_file",
    "records_sheet",
    "template_sheet",
    "workbook_sheets",
    "write_csv",
]
