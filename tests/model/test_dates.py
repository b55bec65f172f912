"""Dates as people write them: what each means, what is asked back, and how they compare."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from generator.english import MONTHS
from generator.model.fields.date_forms import WRITTEN_DATE_PATTERN
from generator.model.fields.date_parser import parse_date
from generator.model.fields.dates import OPEN_END, OPEN_START, WrittenDate, months_between
from generator.model.fields.types import Date

MEANT = [
    ("2019", "2019", "2019", "2019-01-01", "2019-12-31"),
    ("2019-04", "April 2019", "2019-04", "2019-04-01", "2019-04-30"),
    ("2019-04-01", "1 April 2019", "2019-04-01", "2019-04-01", "2019-04-01"),
    ("2024-02-29", "29 February 2024", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("2019/20", "2019/20", "2019-04/2020-03", "2019-04-01", "2020-03-31"),
    ("2019-20", "2019/20", "2019-04/2020-03", "2019-04-01", "2020-03-31"),
    ("2009–10", "2009/10", "2009-04/2010-03", "2009-04-01", "2010-03-31"),
    ("1999/00", "1999/00", "1999-04/2000-03", "1999-04-01", "2000-03-31"),
    ("FY 2019/20", "2019/20", "2019-04/2020-03", "2019-04-01", "2020-03-31"),
    ("2019/20 Q3", "2019/20 Q3", "2019-10/2019-12", "2019-10-01", "2019-12-31"),
    ("Q3 2019/20", "2019/20 Q3", "2019-10/2019-12", "2019-10-01", "2019-12-31"),
    ("quarter 4 of 2019-20", "2019/20 Q4", "2020-01/2020-03", "2020-01-01", "2020-03-31"),
    ("2019 Q3", "2019 Q3", "2019-35", "2019-07-01", "2019-09-30"),
    ("Q3 2019", "2019 Q3", "2019-35", "2019-07-01", "2019-09-30"),
    ("spring 2019", "spring 2019", "2019-21", "2019-03-01", "2019-05-31"),
    ("Autumn 2019", "autumn 2019", "2019-23", "2019-09-01", "2019-11-30"),
    ("winter 2019/20", "winter 2019/20", "2019-12/2020-02", "2019-12-01", "2020-02-29"),
    ("2017 to 2019", "2017 to 2019", "2017/2019", "2017-01-01", "2019-12-31"),
    ("2017–2019", "2017 to 2019", "2017/2019", "2017-01-01", "2019-12-31"),
    ("March to June 2019", "March to June 2019", "2019-03/2019-06", "2019-03-01", "2019-06-30"),
    ("1 - 3 May 2020", "1 to 3 May 2020", "2020-05-01/2020-05-03", "2020-05-01", "2020-05-03"),
    ("Q1 to Q3 2019/20", "2019/20 Q1 to 2019/20 Q3", "2019-04/2019-12", "2019-04-01", "2019-12-31"),
    ("from spring to autumn 2019", "spring 2019 to autumn 2019", "2019-03/2019-11", "2019-03-01",
     "2019-11-30"),
    ("March 2020", "March 2020", "2020-03", "2020-03-01", "2020-03-31"),
    ("Mar 2020", "March 2020", "2020-03", "2020-03-01", "2020-03-31"),
    ("Mar-20", "March 2020", "2020-03", "2020-03-01", "2020-03-31"),
    ("Sept. 2020", "September 2020", "2020-09", "2020-09-01", "2020-09-30"),
    ("03/2020", "March 2020", "2020-03", "2020-03-01", "2020-03-31"),
    ("1 March 2020", "1 March 2020", "2020-03-01", "2020-03-01", "2020-03-01"),
    ("1st of March, 2020", "1 March 2020", "2020-03-01", "2020-03-01", "2020-03-01"),
    ("01-Mar-20", "1 March 2020", "2020-03-01", "2020-03-01", "2020-03-01"),
    ("March 1, 2020", "1 March 2020", "2020-03-01", "2020-03-01", "2020-03-01"),
    ("25/12/2020", "25 December 2020", "2020-12-25", "2020-12-25", "2020-12-25"),
    ("12/25/2020", "25 December 2020", "2020-12-25", "2020-12-25", "2020-12-25"),
    ("02/02/2020", "2 February 2020", "2020-02-02", "2020-02-02", "2020-02-02"),
    ("about 2015", "about 2015", "2015~", "2014-01-01", "2016-12-31"),
    ("c. 2015", "about 2015", "2015~", "2014-01-01", "2016-12-31"),
    ("circa March 2015", "about March 2015", "2015-03~", "2015-02-01", "2015-04-30"),
    ("around 2 May 2015", "about 2 May 2015", "2015-05-02~", "2015-05-01", "2015-05-03"),
    ("about 2015/16", "about 2015/16", "2015-04~/2016-03~", "2014-04-01", "2017-03-31"),
    ("about 2017 to 2019", "about 2017 to 2019", "2017~/2019", "2016-01-01", "2019-12-31"),
    ("before 2015", "before 2015", "../2015", str(OPEN_START), "2014-12-31"),
    ("before about 2015", "before about 2015", "../2015~", str(OPEN_START), "2015-12-31"),
    ("after 2015", "after 2015", "2015/..", "2016-01-01", str(OPEN_END)),
    ("after 2015/16", "after 2015/16", "2016-03/..", "2016-04-01", str(OPEN_END)),
    ("  2020 ", "2020", "2020", "2020-01-01", "2020-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "words", "edtf", "earliest", "latest"), MEANT)
def test_what_people_write_is_read_as_they_mean_it(
    written: str, words: str, edtf: str, earliest: str, latest: str
) -> None:
    meant = parse_date(written)
    assert (meant.words, meant.edtf) == (words, edtf)
    assert (str(meant.earliest), str(meant.latest)) == (earliest, latest)
    assert str(meant) == written.strip()
    assert TypeAdapter(Date).validate_python(written) == meant


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        ("01/02/2020", "1 February 2020", "2 January 2020"),
        ("01-04-2019", "1 April 2019", "4 January 2019"),
        ("1.4.2019", "1 April 2019", "4 January 2019"),
        ("FY2020", "2019/20", "2020/21"),
        ("financial year 2020", "2019/20", "2020/21"),
        ("Q3 FY2020", "2019/20 Q3", "2020/21 Q3"),
        ("winter 2019", "winter 2018/19", "winter 2019/20"),
        ("2019/2020", "2019/20", "2019 to 2020"),
        ("2019/04", "April 2019", "2019/20"),
        ("2010/12", "December 2010", "2010 to 2012"),
        ("2017/19", "2017 to 2019", "2017/18 to 2018/19"),
        ("2019-21", "2019 to 2021", "2019/20 to 2020/21"),
        ("01/02/2020 to 2021", "1 February 2020", "2 January 2020"),
        ("about FY2020", "2019/20", "2020/21"),
    ],
)
def test_what_can_mean_two_dates_gets_a_question(written: str, first: str, second: str) -> None:
    hint = f"Do you mean {first} or {second}? Write the one that you mean."
    assert refusal(written) == (f"“{written}” can mean two dates.", hint)
    assert parse_date(first) != parse_date(second)


NO_DATE = "Write it like 2020, March 2020, 31 March 2020, 2019/20, 2019/20 Q3, spring 2020, about "
SHORT = "does not give the whole year.", "Write all four digits, such as 2020."
UNREAL = "is not a day that exists.", "Check the day and the month."
FAR = (
    "is not between the years 1000 and 2100.",
    "Correct the year. If you do not know the date, leave it out.",
)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        *[(text, *UNREAL) for text in (
            "2020-13", "2020-00", "2020-02-30", "2023-02-29", "2020-01-00", "31/04/2020",
            "45/45/2020", "31 June 2020", "00/2020")],
        *[(text, *FAR) for text in ("9999-12-31", "9999", "0000", "0219-04", "1 May 2999")],
        *[(text, *SHORT) for text in ("01/02/20", "Mar-85", "Mar 20", "19/20", "1 May 20")],
        ("20 March", "has no year.", "Add the year, such as 2020."),
        ("early 2019", "does not say which months.",
         "Write a season (spring 2020), a quarter (2020 Q2) or the year."),
        ("2019 to 2017", "ends before it starts.", "Write the earlier date first."),
        *[(text, "is not a date.", f"{NO_DATE}2015 or 2017 to 2019.") for text in (
            "", "2020-1", "20", "last year", "2020-01-31T12:00", "٢٠٢٠", "before", "about", "to",
            "before 2017 to 2019", "about about 2015", "2017 to 2018 to 2019", "Q5 2019")],
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_plain_words(written: str, message: str, hint: str) -> None:
    assert refusal(written) == (f"“{written}” {message}", hint)


def refusal(written: str) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(written)
    context = caught.value.context or {}
    assert context["is"] == "M213"
    return context["message"], context["hint"]


@pytest.mark.parametrize(
    ("starts", "edtf"),
    [((4, 1), "2019-04/2020-03"), ((4, 6), "2019-04-06/2020-04-05"), ((1, 1), "2019-01/2019-12")],
)
def test_an_academy_can_start_its_financial_year_on_another_day(
    starts: tuple[int, int], edtf: str
) -> None:
    meant = parse_date("2019/20", starts)
    assert meant.edtf == edtf
    assert parse_date("2019/20 Q1", starts).first == meant.first
    assert parse_date("2019/20 Q4", starts).last == meant.last


@pytest.mark.parametrize(
    ("early", "late", "sure"),
    [
        ("2019", "2020", True),
        ("2020", "2020", False),
        ("2020", "2020-03", False),
        ("2020-03", "2020", False),
        ("2020-02-28", "2020-03", True),
        ("2020-03-01", "2020-03-02", True),
        ("2018/19", "2019/20", True),
        ("2019", "2019/20", False),
        ("2019/20 Q3", "2019/20 Q4", True),
        ("about 2015", "2016", False),
        ("about 2015", "2017", True),
        ("before 2015", "2015", True),
        ("before 2015", "2014", False),
        ("2014", "before 2015", False),
        ("2015", "after 2015", True),
        ("2017 to 2019", "2019", False),
        ("spring 2019", "autumn 2019", True),
    ],
)
def test_a_date_is_before_another_only_when_that_is_certain(
    early: str, late: str, sure: bool
) -> None:
    assert parse_date(early).surely_before(parse_date(late)) is sure


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2019-04", "2020-06", 14),
        ("1 April 2019", "June 2019", 2),
        ("2019", "2020-06", None),
        ("2019-04", "2019/20 Q4", None),
        ("about April 2019", "2020-06", None),
        ("2019-04", "after June 2019", None),
    ],
)
def test_months_are_counted_between_known_months_only(
    start: str, end: str, months: int | None
) -> None:
    assert months_between(parse_date(start), parse_date(end)) == months


@pytest.mark.parametrize(
    ("written", "plausible"),
    [
        *[(row[0], True) for row in MEANT],
        *[(row[1], True) for row in MEANT],
        ("last year", False),
        ("20", False),
        ("2019-04-01T12:00", False),
        ("soon", False),
        ("next spring!", False),
    ],
)
def test_editors_take_what_the_program_takes(written: str, *, plausible: bool) -> None:
    assert bool(re.search(WRITTEN_DATE_PATTERN, written)) is plausible


# ------------------------------------------------------------------------- properties

YEARS = st.integers(1000, 2098).map(str)
DAYS = st.dates(date(1000, 1, 1), date(2098, 12, 31))
FINANCIAL = st.integers(1000, 2098).map(lambda year: f"{year}/{(year + 1) % 100:02}")
PERIODS = st.one_of(
    YEARS,
    FINANCIAL,
    DAYS.map(str),
    DAYS.map(lambda day: f"{day.year:04}-{day.month:02}"),
    DAYS.map(lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"),
    st.tuples(st.sampled_from(["spring", "summer", "autumn"]), YEARS).map(" ".join),
    FINANCIAL.map("winter {}".format),
    st.tuples(st.one_of(YEARS, FINANCIAL), st.sampled_from(["Q1", "Q2", "Q3", "Q4"])).map(" ".join),
)
SINGLES = PERIODS | PERIODS.map("about {}".format)
DATES = st.one_of(
    SINGLES,
    st.tuples(st.sampled_from(["before", "after"]), SINGLES).map(" ".join),
    st.tuples(SINGLES, SINGLES).map(
        lambda ends: " to ".join(sorted(ends, key=lambda text: parse_date(text).first))
    ),
).map(parse_date)


@given(DATES)
def test_what_is_shown_reads_as_the_same_date(meant: WrittenDate) -> None:
    again = parse_date(meant.words)
    assert again == meant
    assert again.words == meant.words


@given(DATES)
def test_the_exported_date_means_the_same_days(meant: WrittenDate) -> None:
    """EDTF as an independent library reads it: https://pypi.org/project/edtf/."""
    if ".." in meant.edtf:
        assert meant.precision in ("before", "after")
        (bound,) = (end for end in meant.edtf.split("/") if end != "..")
        limit = parse_edtf(bound)
        ends = date(*limit.lower_strict()[:3]), date(*limit.upper_strict()[:3])
        assert abs((meant.first - ends[meant.precision == "after"]).days) == 1
        return
    read = parse_edtf(meant.edtf)
    assert meant.first == date(*read.lower_strict()[:3])
    assert meant.last == date(*read.upper_strict()[:3])
    assert meant.approximate == ("~" in meant.edtf)


@given(DATES)
def test_what_a_date_names_is_among_what_it_can_mean(meant: WrittenDate) -> None:
    assert meant.earliest <= meant.first <= meant.last <= meant.latest
    assert not meant.surely_before(meant)


@given(DATES, DATES, DATES)
def test_there_is_one_order(first: WrittenDate, second: WrittenDate, third: WrittenDate) -> None:
    ordered = sorted([first, second, third], key=lambda one: one.sort_key)
    assert [one.first for one in ordered] == sorted(one.first for one in ordered)
    for early, late in pairwise(ordered):
        assert not late.surely_before(early)
    if first.surely_before(second) and second.surely_before(third):
        assert first.surely_before(third)


@given(st.text(max_size=100) | st.text("0123456789/-–. abcqfy", max_size=30))
def test_no_text_makes_the_program_fail(text: str) -> None:
    with suppress(PydanticCustomError):  # nothing else is raised
        meant = parse_date(text)
        assert parse_date(meant.words) == meant


@pytest.mark.parametrize(
    "text",
    ["9" * 100_000, "c" * 100_000, "about " * 20_000, "1 to " * 20_000, "from " * 16 + "2019"],
)
def test_long_text_takes_no_time(text: str) -> None:
    assert refusal(text)[0].endswith("is not a date.")
