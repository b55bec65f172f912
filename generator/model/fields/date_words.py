"""A period as words and as EDTF, the Extended Date/Time Format of ISO 8601-2.

See https://www.loc.gov/standards/datetime/.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.english import MONTHS
from generator.model.fields.date_forms import FIRST_MONTH_OF_SEASON, FormName
from generator.model.fields.dates import WrittenDate

# The codes of EDTF for what stands in the place of a month.
_FIRST_SEASON, _FIRST_QUARTER = 21, 33
_SEASONS = {month: name for name, month in FIRST_MONTH_OF_SEASON.items()}


def date_words(form: FormName, first: date, year: int, quarter: int) -> str:
    """Return a period in words, as `parse_date` reads them.

    `first`: its first day. `year`: the year that names it. `quarter`: its number, if it has one.
    """
    both_years = f"{year}/{(year + 1) % 100:02}"
    if form == "season":
        season = _SEASONS[first.month]
        return f"{season} {both_years if season == 'winter' else year}"
    return {
        "day": f"{first.day} {MONTHS[first.month - 1]} {year}",
        "month": f"{MONTHS[first.month - 1]} {year}",
        "year": str(year),
        "quarter": f"{year} Q{quarter}",
        "financial-year": both_years,
        "financial-quarter": f"{both_years} Q{quarter}",
    }[form]


def edtf_ends(written: WrittenDate) -> tuple[str, str]:
    """Return how a period starts and ends in EDTF, for ranges: these take no code of a quarter."""
    plain = written.precision in ("year", "month", "day")
    text = written.edtf
    if not plain and not written.approximate:
        text = edtf_text(written.precision, written.first, written.last, coded=False)
    return text.partition("/")[0], text.rpartition("/")[2]


def edtf_text(
    form: str, first: date, last: date, *, approximate: bool = False, coded: bool = True
) -> str:
    """Return the period from `first` to `last` in EDTF; with `approximate`, as “about” it.

    `coded`: whether a quarter or a season of a year is written with its code.
    """
    sign = "~" if approximate else ""
    iso = first.isoformat()
    if form in ("year", "month", "day"):
        return iso[: {"year": 4, "month": 7, "day": 10}[form]] + sign
    # EDTF has codes for seasons and quarters inside a year, but not for “about” one of them.
    coded = coded and not approximate and first.year == last.year
    if form == "quarter" and coded:
        return f"{first.year}-{_FIRST_QUARTER + (first.month - 1) // 3}"
    if form == "season" and coded:
        return f"{first.year}-{_FIRST_SEASON + first.month // 3 - 1}"
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    length = 7 if whole_months else 10
    return f"{iso[:length]}{sign}/{last.isoformat()[:length]}{sign}"
