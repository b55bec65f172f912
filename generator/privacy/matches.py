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
    "person",
]
# (type, start, end) in the normalised text
RawMatch = tuple[PersonalDataName, int, int]
# Patterns, words and limits of a detector by name; the form in the browser is generated from them.
Rules = Mapping[str, re.Pattern[str] | frozenset[str] | int]

_REST = re.compile(r"[^\W_]")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class PersonalDataType:
    """A type of personal data: permanent code, name, and when a waiver can allow it.

    `allowed_if` completes “If …, you can allow it”; empty where no waiver can.
    """

    code: str
    name: str
    allowed_if: str = ""

    @property
    def waivable(self) -> bool:
        """Whether a waiver can allow it."""
        return bool(self.allowed_if)


_CONTACT = "it is a contact of a role or an organisation, and readers need it"
_CONSENT = "the person has agreed to be named, and readers need the name"

PERSONAL_DATA_TYPES: dict[PersonalDataName, PersonalDataType] = {
    "e-mail": PersonalDataType("P101", "an email address", _CONTACT),
    "telephone": PersonalDataType("P102", "a phone number", _CONTACT),
    "nhs-number": PersonalDataType("P103", "an NHS number"),
    "national-insurance": PersonalDataType("P104", "a National Insurance number"),
    "postcode": PersonalDataType("P105", "a postcode", _CONTACT),
    "date-of-birth": PersonalDataType("P106", "a date of birth"),
    "patient-number": PersonalDataType("P107", "a number of a patient or client"),
    "person": PersonalDataType("P108", "details that identify a person", _CONSENT),
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
