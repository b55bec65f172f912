"""The ways in which people write a date, as data: the parser and the form in the browser share it.

A pattern matches a whole text in lower case, with single spaces and plain hyphens. Its groups are
the parts of a date: `year`, `end` (two digits: the year in which a financial year ends), `short` (a
year after 2000, of two digits), `month`, `name` (of a month), `day`, `quarter` and `season`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from generator.english import MONTHS

FormName = Literal[
    "day", "month", "year", "quarter", "season", "financial-year", "financial-quarter"
]  # fmt: skip

FINANCIAL_YEAR_STARTS = (4, 1)  # month and day
MAX_DATE_LENGTH = 80
FIRST_YEAR, LAST_YEAR = 1000, 2100
CENTURY_OF_SHORT_YEARS = 2000  # spreadsheets show March 2020 as “Mar-20”
MONTHS_IN: Mapping[FormName, int] = {
    "day": 0, "month": 1, "year": 12, "quarter": 3, "season": 3, "financial-year": 12,
    "financial-quarter": 3,
}  # fmt: skip
FIRST_MONTH_OF_SEASON: Mapping[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def _any_of(texts: Iterable[str]) -> str:
    return f"(?:{'|'.join(texts)})"


_MONTH_NAMES = _any_of(
    "may" if name == "May" else f"{name[:3].lower()}(?:{name[3:].lower()})?" for name in MONTHS
).replace("sep(?:tember)", "sep(?:t|tember)")
_NAME = rf"(?P<name>{_MONTH_NAMES})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_UP_TO_12 = "0?[1-9]|1[0-2]"
_MONTH = rf"(?P<month>{_UP_TO_12})"
_DAY_AFTER_12 = r"(?P<day>1[3-9]|2\d|3[01])"
_QUARTER = r"q(?:uarter ?)?(?P<quarter>[1-4])"
_SEASON = "(?P<season>spring|summer|autumn)"
_SHORT = r"(?P<short>[0-2]\d)"
# “2019/20”: the second year is the year after the first.
_CONSECUTIVE = rf"(?=\d\d{_any_of(f'{year:02}.{(year + 1) % 100:02}' for year in range(100))})"
_TWO_YEARS = rf"{_CONSECUTIVE}{_YEAR}[/-](?P<end>\d{{2}})"
_FINANCIAL_YEAR = rf"(?:fy ?|financial year )?{_TWO_YEARS}"
_CONSECUTIVE_WHOLE = _any_of(f"{year}.{year + 1}" for year in range(1900, LAST_YEAR))
# “2017/19”: the second year is later than the first.
_LATER_DIGITS = _any_of(
    [rf"{tens}\d.[{tens + 1}-9]" for tens in range(9)]
    + [f"{tens}{unit}.{tens}[{unit + 1}-9]" for tens in range(10) for unit in range(9)]
)
_LATER = rf"(?=\d\d{_LATER_DIGITS})"
# “02/02/2020” is one day, whichever number is the month.
_SAME_NUMBER = _any_of(f"0?{number}[/.-]0?{number}" for number in range(1, 13))

_FORMS: tuple[tuple[FormName, str], ...] = (
    ("year", _YEAR),
    ("month", rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])"),
    ("day", rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})"),
    ("day", rf"{_YEAR}/(?P<month>\d{{2}})/(?P<day>\d{{2}})"),
    ("financial-year", _FINANCIAL_YEAR),
    ("financial-quarter", rf"{_FINANCIAL_YEAR},? {_QUARTER}"),
    ("financial-quarter", rf"{_QUARTER},? (?:of )?{_FINANCIAL_YEAR}"),
    ("quarter", rf"{_YEAR}(?:,? |-)?{_QUARTER}"),
    ("quarter", rf"{_QUARTER},? (?:of )?{_YEAR}"),
    ("season", rf"{_SEASON} (?:of )?{_YEAR}"),
    ("season", rf"(?P<season>winter) (?:of )?{_TWO_YEARS}"),
    ("month", rf"{_NAME}(?:,? |-){_YEAR}"),
    ("month", rf"{_NAME}-{_SHORT}"),
    ("month", rf"{_MONTH}[/.-]{_YEAR}"),
    ("day", rf"{_DAY}[ -](?:of )?{_NAME}(?:,? |-){_YEAR}"),
    ("day", rf"{_DAY}-{_NAME}-{_SHORT}"),
    ("day", rf"{_NAME} {_DAY},? {_YEAR}"),
    ("day", rf"{_DAY_AFTER_12}[/.-]{_MONTH}[/.-]{_YEAR}"),
    ("day", rf"{_MONTH}[/.-]{_DAY_AFTER_12}[/.-]{_YEAR}"),
    ("day", rf"(?={_SAME_NUMBER}.\d{{4}}){_DAY}[/.-]{_MONTH}[/.-]{_YEAR}"),
)
# The first that matches decides.
DATE_FORMS = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _FORMS)

# What no form matches: the name of the refusal, and what the text could mean.
REFUSED_FORMS: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (refusal, re.compile(pattern, re.ASCII), readings)
    for refusal, pattern, readings in (
        ("date_readings", rf"(?P<day>{_UP_TO_12})[/.-]{_MONTH}[/.-]{_YEAR}",
         ("{day} {month_name} {year}", "{month} {day_name} {year}")),
        ("date_readings", rf"(?:fy|financial year) ?{_YEAR}",
         ("{year_before}/{year_digits}", "{year}/{next_digits}")),
        ("date_readings", rf"(?:fy|financial year) ?{_YEAR},? {_QUARTER}",
         ("{year_before}/{year_digits} Q{quarter}", "{year}/{next_digits} Q{quarter}")),
        ("date_readings", rf"{_QUARTER},? (?:of )?(?:fy|financial year) ?{_YEAR}",
         ("{year_before}/{year_digits} Q{quarter}", "{year}/{next_digits} Q{quarter}")),
        ("date_readings", rf"winter (?:of )?{_YEAR}",
         ("winter {year_before}/{year_digits}", "winter {year}/{next_digits}")),
        ("date_readings", rf"(?={_CONSECUTIVE_WHOLE}){_YEAR}[/-]\d{{4}}",
         ("{year}/{next_digits}", "{year} to {year_after}")),
        ("date_readings", rf"{_LATER}{_YEAR}/(?=(?P<month>0[1-9]|1[0-2]))(?P<end>\d{{2}})",
         ("{month_name} {year}", "{year} to {end_year}")),
        ("date_readings", rf"{_YEAR}/(?P<month>0[1-9]|1[0-2])",
         ("{month_name} {year}", "{year}/{next_digits}")),
        ("date_readings", rf"{_LATER}{_YEAR}[/-](?P<end>\d{{2}})",
         ("{year} to {end_year}", "{year}/{next_digits} to {end_year_before}/{end}")),
        ("date_short", r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", ()),
        ("date_short", rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -])?{_NAME}[ -]['’]?\d{{2}}", ()),
        ("date_short", r"(?:q[1-4] )?(?:fy ?)?\d{2}[/-]\d{2}(?: q[1-4])?", ()),
        ("date_no_year", rf"{_DAY}[ -]{_NAME}|{_MONTH_NAMES}", ()),
        ("date_vague", rf"(?:early|mid|late|beginning of|end of)[ -](?:in )?{_YEAR}", ()),
        ("date_unreal", r"\d{4}[/-]\d{2}|(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}", ()),
    )
)  # fmt: skip

# A month whose two digits could be the end of a financial year: “2009-10”, and “Oct-09”, which a
# spreadsheet makes of “2009/10”.
YEAR_AND_TWO_DIGITS = re.compile(rf"\d{{4}}-\d{{2}}|{_MONTH_NAMES}-\d{{2}}", re.ASCII)

DATE_MODIFIERS: Mapping[str, re.Pattern[str]] = {
    "approximate": re.compile(
        r"(?:about|around|circa|approximately|approx|roughly|ca?)\.? ?(?P<rest>[^ ].*)", re.ASCII
    ),
    "bound": re.compile(r"(?P<bound>before|after) (?P<rest>.+)", re.ASCII),
    "range": re.compile(r"(?:from )?(?P<start>.+?) (?:to|until|-) (?P<end>.+)", re.ASCII),
    "years": re.compile(
        rf"(?!{_CONSECUTIVE_WHOLE})(?P<start>\d{{4}})[/-](?P<end>\d{{4}})", re.ASCII
    ),
}
# A range may state what its two ends share once: “March to June 2019”, “1 to 3 May 2020”.
SHARED_ENDINGS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(start, re.ASCII), re.compile(end, re.ASCII))
    for start, end in (
        (r"\d{1,2}(?:st|nd|rd|th)?", r"\d{1,2}(?:st|nd|rd|th)? (?P<rest>[a-z].*)"),
        (rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH_NAMES}", r".*[a-z] (?P<rest>\d{4})"),
        (r"spring|summer|autumn", r"[a-z]+ (?P<rest>\d{4})"),
        (r"q[1-4]", r"q[1-4] (?P<rest>.+)"),
    )
)

# What editors take for a date before the program reads it: numbers, or words with a year.
WRITTEN_DATE_PATTERN = (
    r"^\s*(?:\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?|\d{4}[-/]\d{4}|(?:\d{1,2}[/.-]){1,2}\d{4}|"
    r"\d{4} ?[-\u2013] ?\d{2,4}|"
    rf"(?=.*[A-Za-z])(?=.*\d{{2}})[A-Za-z0-9 .,/\u2013-]{{4,{MAX_DATE_LENGTH}}})\s*$"
)
