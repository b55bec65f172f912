"""Turn the typed cells of a workbook into the text that a person would write."""

from __future__ import annotations

import re
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from generator.diagnostics import clip
from generator.english import MONTHS
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
    form = str(getattr(cell, "number_format", "") or "")
    if isinstance(value, datetime) and value.time() == time():
        return _date_text(value, form)
    return CellText(_value_text(value, form))


def _value_text(value: Any, form: str) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, form)
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


def _date_text(value: datetime, form: str) -> CellText:
    """Return a date to the precision that the cell shows: Excel keeps “Mar-20” as a day.

    A cell that shows a day and no year was typed without one, and Excel added the current year.
    """
    shown = _FORMAT_LITERAL.sub("", form).lower()
    has_year, has_month, has_day = (letter in shown for letter in "ymd")
    if has_day and has_month and not has_year:
        day = f"{value.day} {MONTHS[value.month - 1]}"
        fault = f"This cell shows “{day}” without a year."
        return CellText(fault=fault, hint=f"Write the year too, such as {day} {value.year}.")
    if has_day or not has_year:
        return CellText(f"{value:%Y-%m-%d}")
    return CellText(f"{value:%Y-%m}" if has_month else f"{value:%Y}")
