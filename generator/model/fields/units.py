"""The units of figures: their ids, their spellings, and how they are shown.

Records may use a unit that is not on the list, such as “hubs”; it is shown as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.diagnostics import clip, closest_word


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its id in records, and its singular and plural after a number.

    `before` and `after` are signs that replace the words, such as £ and %. `spellings` are other
    forms that mean the unit. `fewer` is the word for a decrease: “fewer” or “less”.
    """

    id: str
    singular: str
    plural: str
    spellings: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    fewer: str = "fewer"

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return bool(self.before)


def _noun(plural: str, singular: str, *spellings: str) -> Unit:
    return Unit(plural.replace(" ", "-"), singular, plural, (singular, *spellings))


UNITS = (
    Unit(
        "percent", "percent", "percent", ("%", "per cent", "pct"),
        after="%", fewer="less",
    ),
    Unit("GBP", "pound", "pounds", ("£", "gbp", "pound", "pounds", "pounds sterling"), "£",
         fewer="less"),
    Unit("EUR", "euro", "euros", ("€", "eur", "euro", "euros"), "€", fewer="less"),
    Unit("USD", "US dollar", "US dollars", ("$", "us$", "usd", "us dollars"), "US$", fewer="less"),
    _noun("minutes", "minute", "min", "mins"),
    _noun("hours", "hour", "hrs", "hr"),
    _noun("days", "day"),
    _noun("weeks", "week", "wks"),
    _noun("months", "month", "mths"),
    _noun("years", "year", "yrs"),
    _noun("hours per week", "hour per week", "hours a week", "hours/week"),
    _noun("people", "person", "persons"),
    _noun("patients", "patient"),
    _noun("residents", "resident"),
    _noun("carers", "carer"),
    _noun("children", "child"),
    _noun("clients", "client"),
    _noun("users", "user"),
    _noun("staff", "member of staff"),
    _noun("beds", "bed"),
    _noun("visits", "visit"),
    _noun("calls", "call"),
    _noun("attendances", "attendance"),
    _noun("admissions", "admission"),
    _noun("referrals", "referral"),
    _noun("schools", "school"),
    _noun("care homes", "care home"),
    Unit("rate-ratio", "rate ratio", "rate ratios"),
    Unit("risk-ratio", "risk ratio", "risk ratios", ("relative risk",)),
    Unit("odds-ratio", "odds ratio", "odds ratios"),
    Unit("hazard-ratio", "hazard ratio", "hazard ratios"),
    Unit("per-1000", "per 1,000", "per 1,000", ("per 1,000", "per 1000", "per thousand")),
    Unit(
        "per-1000-people", "per 1,000 people", "per 1,000 people",
        ("per 1,000 people", "per 1000 people", "per thousand people", "per 1,000 population"),
    ),
    Unit(
        "per-100000-people", "per 100,000 people", "per 100,000 people",
        ("per 100,000 people", "per 100000 people", "per 100,000 population"),
    ),
)  # fmt: skip

# A currency in thousands or millions: “£000s”, “£m”, “GBP thousands”.
_SCALED = re.compile(
    r"(?:£|€|us\$|\$|gbp|eur|usd|pounds?) ?(?:0{3}s?|['’]0{3}s?|k|m|mn|bn|thousands?|millions?)"
    r"|0{3}s? ?(?:£|€|\$)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[^\W\d_][\w ,.'’/()&–-]*")


def _folded(text: str) -> str:
    return " ".join(text.replace("-", " ").split()).casefold()


@cache
def _spellings() -> dict[str, Unit]:
    by_spelling = {_folded(spelling): unit for unit in UNITS for spelling in unit.spellings}
    return {
        **by_spelling,
        **{_folded(word): unit for unit in UNITS for word in (unit.id, unit.plural)},
    }


def find_unit(text: str | None) -> Unit | None:
    """Return the unit on the list that `text` means, in any of its spellings; else None."""
    return _spellings().get(_folded(text)) if text else None


def has_sign(text: str | None) -> bool:
    """Return whether a unit is shown as a sign, such as % or £."""
    unit = find_unit(text)
    return unit is not None and bool(unit.before or unit.after)


def unit_id(text: str) -> str:
    """Return the id of a unit: “%” is “percent”. Text that is on no list stays as it is."""
    unit = find_unit(text)
    return unit.id if unit else text


def is_money(text: str | None) -> bool:
    """Return whether a unit is a currency."""
    unit = find_unit(text)
    return unit is not None and unit.is_money


def _misspelt(text: str) -> Unit | None:
    """Return the unit that `text` misspells: same first letter, length differs by at most one."""
    near = closest_word(text, tuple(_spellings()))
    alike = near and near[0] == text[0] and abs(len(near) - len(text)) < 2
    return _spellings()[near] if near and alike and not re.search(r"\d", text) else None


def unit_fault(text: str) -> tuple[str, str] | None:
    """Return what is doubtful about a unit that is not on the list and what to do; else None."""
    if find_unit(text):
        return None
    quoted = f"“{clip(text)}”"
    if _SCALED.fullmatch(text.strip()):
        return f"{quoted} is not a unit: the figure would be read as single pounds.", (
            "Write the whole sum as the value, 25000 for 25 thousand, and the currency as the unit."
        )
    if meant := _misspelt(_folded(text)):
        return f"{quoted} is not a unit of the list.", f"Did you mean “{meant.id}”?"
    if not _NOUN.fullmatch(text.strip()):
        hint = "Write what is counted in words, such as percent, days, people or GBP."
        return f"{quoted} is not a unit of the list.", hint
    return None
