"""The result of a scan: the type of personal data, its position, and its masked form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PersonalDataName = Literal[
    "e-mail",
    "telephone",
    "nhs-number",
    "national-insurance",
    "postcode",
    "date-of-birth",
    "patient-number",
]
# (type, start, end) in the normalised text
RawMatch = tuple[PersonalDataName, int, int]
# Patterns, words and limits of a detector by name; the form in the browser is generated from them.
Rules = Mapping[str, re.Pattern[str] | frozenset[str] | int]

_REST = re.compile(r"[^\W_]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class PersonalDataType:
    """A type of personal data: permanent code, name, and whether a waiver can allow it."""

    code: str
    name: str
    waivable: bool


PERSONAL_DATA_TYPES: dict[PersonalDataName, PersonalDataType] = {
    "e-mail": PersonalDataType("P101", "an email address", waivable=True),
    "telephone": PersonalDataType("P102", "a phone number", waivable=True),
    "nhs-number": PersonalDataType("P103", "an NHS number", waivable=False),
    "national-insurance": PersonalDataType("P104", "a National Insurance number", waivable=False),
    "postcode": PersonalDataType("P105", "a postcode", waivable=True),
    "date-of-birth": PersonalDataType("P106", "a date of birth", waivable=False),
    "patient-number": PersonalDataType("P107", "a number of a patient or client", waivable=False),
}


@dataclass(frozen=True, slots=True)
class Match:
    """Personal data in a text, from `start` to `end`.

    `shown` is the masked form; use it in all messages. `text` is the original, for comparison with
    waivers; `repr` leaves it out, so that no log repeats it.
    """

    sort: PersonalDataName
    start: int
    end: int
    shown: str
    text: str = field(repr=False)

    @property
    def waivable(self) -> bool:
        """Whether a waiver can allow it."""
        return PERSONAL_DATA_TYPES[self.sort].waivable


def mask(text: str) -> str:
    """Return a text with “*” for each letter and digit but the first; at most 40 characters."""
    line = " ".join(text.split())
    first = _REST.search(line)
    shown_end = first.end() if first else 0
    return (line[:shown_end] + _REST.sub("*", line[shown_end:]))[:_LONGEST]


RULES: Rules = {"letter": _REST, "longest": _LONGEST}
