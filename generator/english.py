"""Counts and months as people write them in English."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LETTERS_OF_A_MONTH = 3


def month_number(name: str) -> int | None:
    """Return the number of a month from 1, by its name or a short form of it; None for no month.

    The first three letters decide, in any case: “Sept” and “september” are 9.
    """
    start = name[:_LETTERS_OF_A_MONTH].lower()
    names = [month[:_LETTERS_OF_A_MONTH].lower() for month in MONTHS]
    return names.index(start) + 1 if start in names else None


def day_in_words(day: date) -> str:
    """Return a day as “31 March 2026”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: “1 area”, “2,000 areas”, “no areas”.

    The plural is the singular with an “s” where none is given.
    """
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def lower_first(label: str) -> str:
    """Return a label for the middle of a sentence: “Starting point” as “starting point”.

    An abbreviation such as “NHS number” keeps its capitals.
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def file_size(count: int) -> str:
    """Return a number of bytes for people: “800 bytes”, “320 kB”, “5.1 MB”."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{count / 1000:.0f} kB"
