"""The units of figures: how each is written, which spellings mean it, and how it reads.

This is the one list. A unit that is not on it, such as “hubs”, may be used: it reads as it is
written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.diagnostics import clip, closest_word


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `id` is how records write it, `singular` and `plural` how it reads after a number.

    `before` and `after` are signs that stand at the number in the place of words. `spellings` are
    other ways in which people write it. `fewer` is the word for a lower figure.
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

# a sum in thousands or millions: “£000s”, “£m”, “GBP thousands”
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
    found = {_folded(spelling): unit for unit in UNITS for spelling in unit.spellings}
    return {**found, **{_folded(word): unit for unit in UNITS for word in (unit.id, unit.plural)}}


def find_unit(text: str | None) -> Unit | None:
    """The unit on the list that `text` means, in any of its spellings; else None."""
    return _spellings().get(_folded(text)) if text else None


def has_sign(text: str | None) -> bool:
    """Whether a unit stands at the number as a sign, such as % or £."""
    found = find_unit(text)
    return found is not None and bool(found.before or found.after)


def unit_id(text: str) -> str:
    """`text` as records write the unit: “%” is “percent”. Other text stays as it is."""
    found = find_unit(text)
    return found.id if found else text


def is_money(text: str | None) -> bool:
    """Whether a unit is a currency."""
    found = find_unit(text)
    return found is not None and found.is_money


def _misspelt(text: str) -> Unit | None:
    """The unit of which `text` is a misspelling: alike, and neither longer nor shorter by much."""
    near = closest_word(text, tuple(_spellings()))
    alike = near and near[0] == text[0] and abs(len(near) - len(text)) < 2
    return _spellings()[near] if near and alike and not re.search(r"\d", text) else None


def unit_fault(text: str) -> tuple[str, str] | None:
    """What is doubtful about a unit that is not on the list, and what to do; else None."""
    if find_unit(text):
        return None
    shown = f"“{clip(text)}”"
    if _SCALED.fullmatch(text.strip()):
        return f"{shown} is not a unit: the figure would be read as single pounds.", (
            "Write the whole sum as the value, 25000 for 25 thousand, and the currency as the unit."
        )
    if meant := _misspelt(_folded(text)):
        return f"{shown} is not a unit of the list.", f"Did you mean “{meant.id}”?"
    if not _NOUN.fullmatch(text.strip()):
        hint = "Write what is counted in words, such as percent, days, people or GBP."
        return f"{shown} is not a unit of the list.", hint
    return None
