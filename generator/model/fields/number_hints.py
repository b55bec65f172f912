"""Hints for figures in forms that people write but records do not take: “24%”, “<5”, “10-12”.

The form in the browser gives the same hints, from the same table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MAX_DECIMALS = 6
MAX_DIGITS = 15  # before the decimal point


@dataclass(frozen=True, slots=True)
class NumberHint:
    """The text for figures of a form; “{1}” stands for the first group of the pattern."""

    pattern: re.Pattern[str]
    text: str


def _hint(pattern: str, text: str) -> NumberHint:
    return NumberHint(re.compile(pattern), text)


_CHANGE = "Write {1}, “percent” as the unit and “percent-change” as the form."
_N = r"[0-9]+(?:\.[0-9]+)?"
# The first pattern that fits the whole figure counts. Minus signs are read as hyphens, and commas
# between thousands are left out, before any is tried.
NUMBER_HINTS: tuple[NumberHint, ...] = (
    _hint(
        rf"({_N})%? ?(?:-|–|to) ?({_N})%?",
        "Write the lower end, {1}, here, and {2} as the upper end (“value_high”). Where the "
        "source gives only bounds, use “at_least” and “at_most”.",
    ),
    _hint(
        rf"(?:<|fewer than |less than |under ) ?({_N})%?",
        "Leave the figure out. If the source withholds a small number, write “<{1}” as "
        "“suppressed”. If it gives a bound, write {1} as “at_most”.",
    ),
    _hint(rf"(?:≤|up to |at most ) ?({_N})%?", "Leave the figure out, and write {1} as “at_most”."),
    _hint(
        rf"(?:[>≥]|more than |over |at least ) ?({_N})%?",
        "Leave the figure out, and write {1} as “at_least”.",
    ),
    _hint(rf"(-{_N}) ?%", _CHANGE),
    _hint(rf"\+({_N}) ?%", _CHANGE),
    _hint(rf"({_N}) ?%", "Write {1}, and “percent” as the unit."),
    _hint(r"(-?[0-9]+),([0-9]+) ?%", "Write {1}.{2}, and “percent” as the unit."),
    _hint(r"(-?[0-9]+),([0-9]+)", "Write {1}.{2}."),
    _hint(rf"(-?[0-9]{{1,{MAX_DIGITS}}}(?:\.[0-9]{{1,{MAX_DECIMALS}}})?)", "Write {1}."),
)
THOUSANDS = re.compile(r"(?<![0-9,.])([0-9]{1,3})((?:,[0-9]{3})+)(?![0-9,])")
LONG = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}\.[0-9]{{{MAX_DECIMALS + 1},}}")
ROUND_HINT = "Round it to {most} decimal places: {rounded}."
_MONEY = re.compile(r"(-?)([£$€]?)([0-9]+(?:\.[0-9]+)?) ?(k|m|bn|million|billion)?")
_TIMES = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}


def number_hint(text: str) -> str:
    """Return how to write a figure such as “24%”, “£1.5m” or “1,200”; empty for other text."""
    line = " ".join(text.lower().replace("−", "-").split())
    line = THOUSANDS.sub(lambda match: match.group().replace(",", ""), line)
    if LONG.fullmatch(line):
        rounded = round(Decimal(line), MAX_DECIMALS)
        return ROUND_HINT.format(most=MAX_DECIMALS, rounded=f"{rounded:.{MAX_DECIMALS}f}")
    for hint in NUMBER_HINTS:
        if match := hint.pattern.fullmatch(line):
            return re.sub(r"\{(\d)\}", lambda place: match.group(int(place.group(1))), hint.text)
    return _money_hint(line)


def _money_hint(line: str) -> str:
    match = _MONEY.fullmatch(line)
    if match is None or not (match.group(2) or match.group(4)):
        return ""
    sign, money, digits, times = match.groups()
    number = f"{(Decimal(digits) * 10 ** _TIMES.get(times, 0)).normalize():f}"
    return f"Write {sign}{number}{', and “GBP” as the unit' if money == '£' else ''}."
