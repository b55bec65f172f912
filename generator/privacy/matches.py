"""What is found: which sort of personal data, where, and how it may be shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PersonalDataName = Literal[
    "e-mail", "telephone", "nhs-number", "national-insurance", "postcode", "date-of-birth"
]
# a find in the simplified text, before it is placed in the text as written
RawMatch = tuple[PersonalDataName, int, int]
# the patterns, words and limits of a detector, by name: the form in the browser searches by them
Rules = Mapping[str, re.Pattern[str] | frozenset[str] | int]

_REST = re.compile(r"[^\W_]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class PersonalDataType:
    """A sort of personal data: its permanent code, its name, and whether a waiver may let it in."""

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
}


@dataclass(frozen=True, slots=True)
class Match:
    """Personal data in a text, from `start` to `end`.

    `shown` is its masked form, the only one for a message. `text` is what stands there, for
    waivers; it is left out of the representation so that no log repeats it.
    """

    sort: PersonalDataName
    start: int
    end: int
    shown: str
    text: str = field(repr=False)

    @property
    def waivable(self) -> bool:
        """Whether a waiver may let it in."""
        return PERSONAL_DATA_TYPES[self.sort].waivable


def mask(found: str) -> str:
    """The first letter or digit, and a star for each other one; the signs between them stay."""
    line = " ".join(found.split())
    first = _REST.search(line)
    kept = first.end() if first else 0
    return (line[:kept] + _REST.sub("*", line[kept:]))[:_LONGEST]


RULES: Rules = {"letter": _REST, "longest": _LONGEST}
