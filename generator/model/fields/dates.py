"""A date as people write it: a day, a year, a quarter, “spring 2019”, “about 2015” or a range.

Two rules hold wherever dates are compared or counted. One date is *before* another only if every
day that it can mean is before every day of the other. A length of time is worked out only between
dates that are each stated to the month, and not as “about”.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.model.fields.date_forms import FormName

Precision = FormName | Literal["range", "before", "after"]
OPEN_START, OPEN_END = date.min, date.max


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it was written (`text`) and in tidy British English (`words`).

    `edtf` is the date in the Extended Date/Time Format of ISO 8601-2, which for a year, a month
    and a day is plain ISO 8601. `first` and `last` are the days of the period that it names: for
    “before 2015” both are the last day of 2014, for “after 2015” the first of 2016. `earliest` and
    `latest` are the days that it can mean: “about 2015” can also mean the year before or after, and
    “before 2015” has no earliest day (`OPEN_START`). Two dates are equal if they mean the same.
    """

    text: str = field(compare=False)
    words: str
    edtf: str
    first: date
    last: date
    earliest: date
    latest: date
    precision: Precision
    approximate: bool = False

    def __str__(self) -> str:
        """Return the date as it was written."""
        return self.text

    @property
    def year(self) -> int:
        """The year in which the period begins."""
        return self.first.year

    @property
    def is_bounded(self) -> bool:
        """Whether it surely lies in the period that it names."""
        return not self.approximate and self.precision not in ("before", "after")

    @property
    def exact_day(self) -> date | None:
        """The day; None if the date is not one known day."""
        return self.first if self.precision == "day" and not self.approximate else None

    @property
    def sort_key(self) -> str:
        """A text that sorts dates by their first day: a year, then its months, then their days."""
        plain = self.precision in ("year", "month", "day")
        key = self.edtf.rstrip("~") if plain else f"{self.first}/{self.last} {self.edtf}"
        return f"{key} ~" if self.approximate else key

    def surely_before(self, other: WrittenDate) -> bool:
        """Return whether every day that this date can mean is before every day of the other."""
        return self.latest < other.earliest


def months_between(start: WrittenDate, end: WrittenDate) -> int | None:
    """Return the months from one date to another; None unless both are known to the month."""
    if any(d.approximate or d.precision not in ("day", "month") for d in (start, end)):
        return None
    return (end.first.year - start.first.year) * 12 + end.first.month - start.first.month
