"""How allowed words and single values read to people."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from generator.kinds.types import PartialDate

# words that do not simply lose their hyphens
_READ = {
    "ccg": "Clinical commissioning group (CCG)",
    "ccg-area": "CCG area",
    "nhs-trust": "NHS trust",
    "nhs-body": "NHS body",
    "not-stated": "Not stated",
    "in-place": "In place",
    "worked-in-part": "Worked in part",
    "not-reported": "No result reported",
    "too-early": "Too early to say",
    "not-worked": "Did not work",
    "account": "Account of those involved",
    "data": "Figures given",
    "compared": "Compared with others",
    "replicated": "Shown again elsewhere",
    "scaled": "Works at scale",
    "gss": "GSS (Office for National Statistics)",
    "ods": "ODS (NHS)",
    "up": "Up",
    "down": "Down",
    "consented": "A real person, with consent",
    "composite": "Composite of several people",
    "fictional": "Fictional",
    "short": "Short term",
    "medium": "Medium term",
    "long": "Long term",
    "national": "National bodies only",
    "local": "Local partners",
    "observed": "Observed: figures are given",
    "thin": "Says little",
    "reported": "Reported by those involved",
    "planned": "Planned",
    "illustrative": "Illustration, not data",
    "outcome": "Outcome",
    "innovation": "The innovation itself",
    "outer-setting": "The world outside (outer setting)",
    "inner-setting": "The organisations (inner setting)",
    "individuals": "The people",
    "process": "The process",
}

Tone = Literal["good", "part", "bad", "open", "plan", "plain"]

_TONES: dict[str, Tone] = {
    "worked": "good", "improved": "good", "in-place": "good", "live": "good", "result": "good",
    "worked-through": "good", "available": "good", "observed": "good",
    "worked-in-part": "part", "begun": "part", "testing": "part", "completed": "good",
    "adapted": "part", "ongoing": "part", "paused": "part", "reported": "part",
    "not-worked": "bad", "stopped": "bad", "worsened": "bad", "declined": "bad",
    "unresolved": "bad",
    "idea": "plan", "proposed": "plan", "agreed": "plan", "designing": "plan",
    "procuring": "plan", "interested": "plan", "intended": "plan", "target": "plan",
    "projection": "plan", "estimate": "plan", "planned": "plan", "sought": "plan",
    "expected": "plan", "planned-for": "plan", "illustration": "plan", "illustrative": "plan",
    "too-early": "open", "not-reported": "open", "not-stated": "open",
}  # fmt: skip


def read(word: str) -> str:
    """An allowed word as people read it: `in-place` is “In place”."""
    return _READ.get(word) or (word[:1].upper() + word[1:]).replace("-", " ").replace("_", " ")


def tone(word: str) -> Tone:
    """The tone in which an allowed word is shown; the word itself always stands beside it."""
    return _TONES.get(word, "plain")


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def read_date(date: PartialDate) -> str:
    """A date in words: “31 March 2013”, “January 2020”, “2017”."""
    parts = [str(date.year)]
    if date.month is not None:
        parts.insert(0, _MONTHS[date.month - 1])
    if date.day is not None:
        parts.insert(0, str(date.day))
    return " ".join(parts)


def read_number(value: Decimal) -> str:
    """A number with thousands set apart; no digit is added or dropped."""
    sign = "−" if value < 0 else ""
    return f"{sign}{abs(value):,f}"


def read_amount(value: Decimal, unit: str | None) -> str:
    """A figure with its unit: “24%”, “£1,500,000”, “77 hours per week”."""
    number = read_number(value)
    if unit == "percent":
        return f"{number}%"
    if unit == "GBP":
        return ("−£" if value < 0 else "£") + number.lstrip("−")
    return f"{number} {unit.replace('-', ' ')}" if unit else number
