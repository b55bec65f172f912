"""Turn the typed cells of a workbook into the text that a person would write."""

from __future__ import annotations

import re
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from generator.diagnostics import clip
from generator.intake.sheets.sheet import CellText

_FORMULA = CellText(
    fault="This cell has a formula.",
    hint="Replace it with its value: copy the cell, then choose Paste special and Values.",
)
# parts of a number format that are no date or number codes: quoted text, colours, escapes
_FORMAT_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LINE_END = re.compile(r"\r\n?|_x000D_\n?")


def read_cell(cell: Any) -> CellText:
    """Return the text of an openpyxl cell."""
    value = cell.value
    if value is None:
        return CellText()
    if cell.data_type == "f":
        return _FORMULA
    if cell.data_type == "e":
        fault = f"This cell has the Excel error “{clip(str(value))}”."
        return CellText(fault=fault, hint="Replace it with a value.")
    if isinstance(value, str):
        return CellText(_LINE_END.sub("\n", value))
    return CellText(_value_text(value, str(getattr(cell, "number_format", "") or "")))


def _value_text(value: Any, form: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, form)
    if isinstance(value, datetime) and value.time() == time():
        return _date_text(value, form)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def _number_text(value: float, form: str) -> str:
    """Return a number rounded to 15 significant digits, the precision of spreadsheets."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if "%" in _FORMAT_LITERAL.sub("", form):
        return f"{_decimal_text(number * 100)}%"
    return _decimal_text(number)


def _decimal_text(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date_text(value: datetime, form: str) -> str:
    """Return a date to the precision that the cell shows: Excel stores “2020-03” as a day."""
    shown = _FORMAT_LITERAL.sub("", form).lower()
    if "y" not in shown or "d" in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
