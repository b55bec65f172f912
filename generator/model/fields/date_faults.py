"""Why a text is no date, and the parts of a date that a pattern matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.english import MONTHS, month_number
from generator.model.fields.date_forms import (
    CENTURY_OF_SHORT_YEARS,
    DATE_MODIFIERS,
    MAX_DATE_LENGTH,
    REFUSED_FORMS,
)


class DateError(Exception):
    """Why a text is no date: the name of its refusal, and the values of its message."""

    def __init__(self, refusal: str, **values: str | int) -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.values: dict[str, Any] = dict(values)


@dataclass(frozen=True, slots=True)
class DateParts:
    """The parts of a date, by the groups of the pattern that matched."""

    groups: Mapping[str, str | None]

    def number(self, name: str) -> int:
        """Return a part as a number; 0 for none."""
        return int(self.groups.get(name) or 0)

    @property
    def year(self) -> int:
        """The year; 0 for none."""
        short = self.groups.get("short")
        return CENTURY_OF_SHORT_YEARS + int(short) if short else self.number("year")

    @property
    def month(self) -> int:
        """The number of the month, which may not exist; 0 for none."""
        return self.number("month") or month_number(self.groups.get("name") or "-") or 0

    def readings(self) -> dict[str, str | int]:
        """Return the values of the readings in `REFUSED_FORMS`."""
        year, day = self.year, self.number("day")
        end_year = year // 100 * 100 + self.number("end")
        return {
            "day": day, "day_name": _month_name(day), "month": self.month,
            "month_name": _month_name(self.month), "quarter": self.number("quarter"), "year": year,
            "year_before": year - 1, "year_after": year + 1, "year_digits": f"{year % 100:02}",
            "next_digits": f"{(year + 1) % 100:02}", "end": f"{end_year % 100:02}",
            "end_year": end_year, "end_year_before": end_year - 1,
        }  # fmt: skip


def _month_name(number: int) -> str:
    return MONTHS[number - 1] if 1 <= number <= len(MONTHS) else ""


def date_error(line: str) -> DateError:
    """Return why no form matches a text, or a part of it."""
    for part in _parts_of(line[:MAX_DATE_LENGTH]):
        for refusal, pattern, readings in REFUSED_FORMS:
            if match := pattern.fullmatch(part):
                values = DateParts(match.groupdict()).readings()
                named = zip(("first", "second"), readings, strict=False)
                return DateError(refusal, **{name: text.format(**values) for name, text in named})
    return DateError("date")


def _parts_of(line: str) -> Iterator[str]:
    """Yield a text, the ends of a range, and each of them without “about”."""
    wholes = [line]
    for name in ("bound", "years", "range"):
        if match := DATE_MODIFIERS[name].fullmatch(line):
            wholes += [text for group, text in match.groupdict().items() if group != "bound"]
    for whole in wholes:
        yield whole
        if match := DATE_MODIFIERS["approximate"].fullmatch(whole):
            yield match["rest"]
