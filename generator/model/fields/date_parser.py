"""Read a date as people write it. What could mean two dates is refused, with both of them.

`date-answers.js` does the same in the browser, with the forms of `date_forms`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from generator.diagnostics import clip
from generator.english import MONTHS
from generator.model.fields.date_faults import DateError, DateParts, date_error
from generator.model.fields.date_forms import (
    DATE_FORMS,
    DATE_MODIFIERS,
    FINANCIAL_YEAR_STARTS,
    FIRST_MONTH_OF_SEASON,
    FIRST_YEAR,
    LAST_YEAR,
    MAX_DATE_LENGTH,
    MONTHS_IN,
    SHARED_ENDINGS,
    FormName,
)
from generator.model.fields.date_words import date_words, edtf_ends, edtf_text
from generator.model.fields.dates import OPEN_END, OPEN_START, WrittenDate
from generator.model.fields.refusals import REFUSALS

_ONE_DAY = timedelta(days=1)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒—−", "-"))
_DATES_REMEMBERED = 4096  # records repeat their dates
MonthAndDay = tuple[int, int]


@lru_cache(_DATES_REMEMBERED)
def parse_date(text: str, starts: MonthAndDay = FINANCIAL_YEAR_STARTS) -> WrittenDate:
    """Return the date that a text means.

    `starts`: the month and day on which a financial year starts; every month must have the day.
    Raises PydanticCustomError, in words for people, for what is no date or could mean several.
    """
    written = " ".join(text.split())
    # An en dash inside a date joins two years, as a slash does: ISO 8601 has only hyphens.
    line = written.lower().translate(_DASHES).replace(" – ", " - ").replace("–", "/")
    try:
        meant = _whole_date(line, starts) if len(line) <= MAX_DATE_LENGTH else None
        if meant is None:
            raise date_error(line)
    except DateError as fault:
        raise REFUSALS[fault.refusal].error(text=clip(written), **fault.values) from None
    return replace(meant, text=written)


def _whole_date(line: str, starts: MonthAndDay) -> WrittenDate | None:
    if (meant := _single_date(line, starts)) is not None:
        return meant
    if match := DATE_MODIFIERS["bound"].fullmatch(line):
        limit = _single_date(match["rest"], starts)
        return limit and _bounded(match["bound"], limit)
    for name in ("years", "range"):
        if match := DATE_MODIFIERS[name].fullmatch(line):
            return _range(match["start"], match["end"], starts)
    return None


def _range(start: str, end: str, starts: MonthAndDay) -> WrittenDate | None:
    first = _single_date(_with_shared_ending(start, end), starts)
    last = _single_date(end, starts)
    if first is None or last is None:
        return None
    if last.last < first.first:
        raise DateError("date_backwards")
    return WrittenDate(
        text="",
        words=_range_words(first, last),
        edtf=f"{edtf_ends(first)[0]}/{edtf_ends(last)[1]}",
        first=first.first,
        last=last.last,
        earliest=first.earliest,
        latest=last.latest,
        precision="range",
        approximate=first.approximate or last.approximate,
    )


def _range_words(first: WrittenDate, last: WrittenDate) -> str:
    """Return a range in words, without what both ends share: “March to June 2019”."""
    start = first.words.split()
    exact = not (first.approximate or last.approximate)
    if exact and first.precision == last.precision and first.precision in ("day", "month"):
        shared = last.words.split()
        while len(start) > 1 and start[-1] == shared[-1]:
            start, shared = start[:-1], shared[:-1]
    return f"{' '.join(start)} to {last.words}"


def _with_shared_ending(start: str, end: str) -> str:
    """Return the start of a range with what only its end states: “March” to “June 2019”."""
    for start_pattern, end_pattern in SHARED_ENDINGS:
        match = start_pattern.fullmatch(start) and end_pattern.fullmatch(end)
        if match:
            return f"{start} {match['rest']}"
    return start


def _bounded(bound: str, limit: WrittenDate) -> WrittenDate:
    """Return “before” or “after” a date. “about” it can also be the period before or after it."""
    words, about = f"{bound} {limit.words}", limit.approximate
    if bound == "before":
        day = limit.first - _ONE_DAY
        edtf = f"../{edtf_ends(limit)[0]}"
        latest = limit.last if about else day
        return WrittenDate("", words, edtf, day, day, OPEN_START, latest, "before", about)
    day = limit.last + _ONE_DAY
    edtf = f"{edtf_ends(limit)[1]}/.."
    earliest = limit.first if about else day
    return WrittenDate("", words, edtf, day, day, earliest, OPEN_END, "after", about)


def _single_date(line: str, starts: MonthAndDay) -> WrittenDate | None:
    """Return a date that is not a range; None for other text."""
    about = DATE_MODIFIERS["approximate"].fullmatch(line)
    for form, pattern in DATE_FORMS:
        if match := pattern.fullmatch(about["rest"] if about else line):
            exact = _period(form, DateParts(match.groupdict()), starts)
            return _approximated(exact, form) if about else exact
    return None


def _approximated(exact: WrittenDate, form: FormName) -> WrittenDate:
    """Return “about” a date, which can also mean the period before or after it."""
    months = MONTHS_IN[form]
    after = exact.last + _ONE_DAY
    return replace(
        exact,
        words=f"about {exact.words}",
        edtf=edtf_text(form, exact.first, exact.last, approximate=True),
        earliest=_months_later(exact.first, -months) if months else exact.first - _ONE_DAY,
        latest=_months_later(after, months) - _ONE_DAY if months else after,
        approximate=True,
    )


def _period(form: FormName, parts: DateParts, starts: MonthAndDay) -> WrittenDate:
    if not FIRST_YEAR <= parts.year <= LAST_YEAR:
        raise DateError("date_far", first=FIRST_YEAR, last=LAST_YEAR)
    first = _first_day(form, parts, starts)
    months = MONTHS_IN[form]
    last = _months_later(first, months) - _ONE_DAY if months else first
    words = date_words(form, first, parts.year, parts.number("quarter"))
    edtf = edtf_text(form, first, last)
    return WrittenDate("", words, edtf, first, last, first, last, form)


def _first_day(form: FormName, parts: DateParts, starts: MonthAndDay) -> date:
    quarters = max(parts.number("quarter") - 1, 0)
    if form in ("financial-year", "financial-quarter"):
        return _months_later(date(parts.year, *starts), 3 * quarters)
    season = FIRST_MONTH_OF_SEASON.get(parts.groups.get("season") or "")
    month = season or (1 if form == "year" else parts.month if form != "quarter" else 0)
    month = month or 1 + 3 * quarters
    day = parts.number("day") if form == "day" else 1
    if month > len(MONTHS) or not 1 <= day <= monthrange(parts.year, month)[1]:
        raise DateError("date_unreal")
    return date(parts.year, month, day)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)
