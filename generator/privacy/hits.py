"""What is found: which sort of personal data, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal[
    "e-mail", "telephone", "nhs-number", "national-insurance", "postcode", "date-of-birth"
]


@dataclass(frozen=True, slots=True)
class Refused:
    """A sort of personal data: its permanent code, its name, and whether a waiver may let it in."""

    code: str
    name: str
    waivable: bool


SORTS: dict[Sort, Refused] = {
    "e-mail": Refused("P101", "an e-mail address", waivable=True),
    "telephone": Refused("P102", "a telephone number", waivable=True),
    "nhs-number": Refused("P103", "an NHS number", waivable=False),
    "national-insurance": Refused("P104", "a National Insurance number", waivable=False),
    "postcode": Refused("P105", "a postcode", waivable=True),
    "date-of-birth": Refused("P106", "a date of birth", waivable=False),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Personal data in a text, from `start` to `end`; its text is never repeated in a message."""

    sort: Sort
    start: int
    end: int
