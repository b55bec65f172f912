"""What people write for ids, dates and numbers, and how to write it here."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(r"(?:(\d{1,2})\w{0,2} )?([a-z]{3})[a-z]* (\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_FIGURE = re.compile(r"([£$€]?)([\d,]+(?:\.\d+)?) ?(k|m|bn|million|billion)?(%?)", re.ASCII)
_TIMES = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}


def date_hint(text: str) -> str:
    """How to write a date such as “March 2024” or “3/4/2024”; empty when it is neither."""
    line = " ".join(text.lower().replace(",", " ").split())
    if (match := _MONTH.fullmatch(line)) and match.group(2) in _MONTHS:
        day, month, year = match.groups()
        written = f"{year}-{_MONTHS.index(month) + 1:02}" + (f"-{int(day):02}" if day else "")
        return f"Write {written}."
    if match := _SLASHED.fullmatch(line):
        day, month, year = match.groups()
        return (
            f"Write {year}-{int(month):02}-{int(day):02}, if you mean day {day} of month {month}."
        )
    return ""


def number_hint(text: str) -> str:
    """How to write a figure such as “24%”, “£1.5m” or “1,200”; empty when it is none of them."""
    match = _FIGURE.fullmatch(text.strip().lower())
    if match is None:
        return ""
    money, digits, times, percent = match.groups()
    number = Decimal(digits.replace(",", "")) * 10 ** _TIMES.get(times, 0)
    unit = "GBP" if money == "£" else "percent" if percent else ""
    also = f", and “unit: {unit}” on a line of its own" if unit else ""
    return f"Write {number.normalize():f}{also}."


def id_for(title: str) -> str:
    """The id that a title suggests: its letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:80].strip("-")
