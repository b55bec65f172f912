"""Hints for ids and numbers in forms that people write but records do not take."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_FIGURE = re.compile(r"(-?)([£$€]?)([\d,]+(?:\.\d+)?) ?(k|m|bn|million|billion)?(%?)", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_RANGE = re.compile(r"(\d+(?:\.\d+)?)%? ?(?:-|–|to) ?(\d+(?:\.\d+)?)%?", re.ASCII)
_BOUND = re.compile(r"[<>≤≥] ?\d+(?:\.\d+)?%?", re.ASCII)
_TIMES = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}


def number_hint(text: str) -> str:
    """Return how to write a figure such as “24%”, “£1.5m” or “1,200”; empty for other text."""
    line = text.strip().lower().replace("−", "-")
    if match := _RANGE.fullmatch(line):
        low, high = match.groups()
        return f"Write the lower end, {low}, here, and {high} as the upper end (“value_high”)."
    if match := _BOUND.fullmatch(line):
        return "Leave the figure out, and say in words that it is below or above a number."
    match = _FIGURE.fullmatch(line)
    if match is None:
        return ""
    sign, money, digits, times, percent = match.groups()
    unit = "GBP" if money == "£" else "percent" if percent else ""
    also = f", and “unit: {unit}” on a line of its own" if unit else ""
    readings = [digits.replace(",", "")]
    if "," in digits and not _THOUSANDS.fullmatch(digits):
        readings = [digits.replace(",", "."), *readings] if digits.count(",") == 1 else []
    numbers = [
        Decimal(reading) * 10 ** _TIMES.get(times, 0) for reading in readings if _is_number(reading)
    ]
    meant = " or ".join(f"{sign}{number.normalize():f}" for number in numbers)
    return f"Write {meant}{also}." if meant else ""


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def suggest_id(title: str) -> str:
    """Return an id for a title: its ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:80].strip("-")
