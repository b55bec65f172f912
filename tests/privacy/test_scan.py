"""What is found, where, how fast, and what is let be."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import PERSONAL_DATA_TYPES, PersonalDataName, scan
from generator.privacy.context import Context
from generator.privacy.normalise import normalise
from generator.privacy.scan import _raw_matches
from tests.privacy.cases import LOOK_ALIKES, POSITIVES, WRITTEN, Case
from tests.privacy.made import MAKERS, date, nhs_number

# what makes a date or a number personal
_BEFORE = {"date-of-birth": "born ", "patient-number": "CHI number "}
EACH_SORT = pytest.mark.parametrize("sort", PERSONAL_DATA_TYPES)


def is_found(case: Case) -> bool:
    """Whether the planted identifier is found, as what it is and where it stands."""
    start = case.text.index(case.planted)
    return any(
        hit.sort == case.sort and hit.start < start + len(case.planted) and hit.end > start
        for hit in scan(case.text)
    )


def test_there_are_enough_cases() -> None:
    of = {sort: sum(case.sort == sort for case in POSITIVES) for sort in PERSONAL_DATA_TYPES}
    assert min(of.values()) >= 60
    assert len({case.text for case in LOOK_ALIKES}) >= 200


@EACH_SORT
def test_it_is_found_in_every_form(sort: PersonalDataName) -> None:
    cases = [case for case in POSITIVES if case.sort == sort]
    missed = [case.text for case in cases if not is_found(case)]
    assert len(missed) <= 0.005 * len(cases), missed


@EACH_SORT
def test_what_is_said_to_be_found_is_there(sort: PersonalDataName) -> None:
    hits = [(case, hit) for case in POSITIVES for hit in scan(case.text) if hit.sort == sort]
    hits += [(case, hit) for case in LOOK_ALIKES for hit in scan(case.text) if hit.sort == sort]
    false = [(case.text, hit.text) for case, hit in hits if case.sort != sort]
    assert len(false) <= 0.02 * len(hits), false


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: case.text)
def test_what_people_write_is_found_for_what_it_is(case: Case) -> None:
    assert {hit.sort for hit in scan(case.text)} == ({case.sort} if case.sort else set())


def test_look_alikes_raise_no_alarm() -> None:
    assert [(case.text, hits) for case in LOOK_ALIKES if (hits := scan(case.text))] == []


def test_it_is_marked_from_its_first_letter_to_its_last() -> None:
    wrong = []
    for case in POSITIVES:
        planted = case.planted.removeprefix("tel: ")
        hits = [hit.text for hit in scan(case.text) if hit.sort == case.sort]
        if hits != [planted]:
            wrong.append((case.text, planted, hits))
    assert wrong == []


def test_what_is_shown_never_tells_it() -> None:
    for case in POSITIVES:
        for hit in scan(case.text):
            characters = [one for one in hit.shown if one.isalnum()]
            assert len(characters) == 1
            assert "*" in hit.shown
            assert hit.text not in repr(hit)


@EACH_SORT
@given(data=st.data())
def test_it_is_found_whatever_stands_around_it(sort: PersonalDataName, data: st.DataObject) -> None:
    chance = Random(data.draw(st.integers(0, 10**6)))
    planted = data.draw(st.sampled_from(MAKERS[sort](chance)))
    planted = f"{_BEFORE.get(sort, '')}{planted}"
    # letters of which no name or unit is made: “4010232137 %” is a share, and no NHS number
    around = st.text("bcdfhé ,;\n()\"'…·", max_size=40)
    before, after = data.draw(around), data.draw(around)
    case = Case(f"{before} {planted} {after}", sort, planted)
    start = len(before) + 1
    hits = [hit for hit in scan(case.text) if hit.sort == sort]
    assert any(hit.start < start + len(planted) and hit.end > start for hit in hits)


HOSTILE = (
    "a", "a@", "a.", "@", ".", "&", "&shy;", "a\u200b", "0", "0 1 ", "0123 ", "(0", "+44 ",
    "AB12", "DL1 5A", "a'",
    "born ", "1/1/2000 ", "born 1/1/2000 ", "(at) ", "a (at) ", "a [dot] ", "<b", "<!-- ",
    "http://", "10.1234/",
    "\n", " \n", "tel ", "nhs 1", "ni ", "AB 12 34 56 ", "\\", "\uff10", "- ", "943 476 591",
    "order 9434765919 ", "a at ", "a dot ", "a at a dot ", "a.", "a-at-", "at dot ", "aAT", "aDOT",
    "jane at example dot ", "a_dot_", "mail a at ", "+1 ", "+49 30 ", "+491", "1 ", "12 ", "12 34/",
    "(212) 555-", "tel 1 ", "chi number 1", "hospital no ", "nhs number ", "nhs number a ",
    "patient id 12 34 ", "dob 3 ", "born on the the ", "the idea was ", "born 1/1/2000, the a ",
    "Mary ", "Mary Smith ", "Mary Smith, ", "Mrs ", "Mary Smith a ", "Mary Smith, 82, ", "Mary A. ",
    "Mary Smith of ", "aged 82 ", "aged 82 of a ", "82-year-old a ", "said Mary Smith, ", "O'",
    "report by mary, ", "lead nurse ", "Mary Smith, lead a ", "Mary-", "Mary Smith 14 a a road",
)  # fmt: skip


def seconds_to_scan(text: str) -> float:
    begun = time.process_time()
    scan(text)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", HOSTILE)
def test_much_of_anything_takes_no_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    # a slow machine may take longer, but never far more than in step with the text; a busy one may
    # be disturbed once, but not three times
    assert any(
        (taken := seconds_to_scan(text)) < 0.04
        or taken < 8 * seconds_to_scan(text[: len(text) // 4])
        for _ in range(3)
    )


def test_a_line_break_inside_hides_nothing() -> None:
    ten = nhs_number(Random(1))
    assert [hit.sort for hit in scan(f"{ten[:3]} {ten[3:6]}\n  {ten[6:]}")] == ["nhs-number"]


def test_a_date_alone_is_nobodys() -> None:
    for text in date(Random(1)):
        assert scan(f"The café opened {text}.") == ()


def test_an_nhs_number_counts_only_when_its_last_digit_is_right() -> None:
    ten = nhs_number(Random(2))
    others = [ten[:9] + one for one in "0123456789" if one != ten[9]]
    assert [scan(f"No. {one}.") for one in others] == [()] * 9
    assert scan(f"No. {ten}.")


def test_a_word_for_telephoning_does_not_hide_a_patient() -> None:
    ten = next(
        filter(lambda number: number[0] == "7", (nhs_number(Random(seed)) for seed in range(99)))
    )
    assert [hit.sort for hit in scan(f"Call {ten}.")] == ["nhs-number"]


class Unhurried(Context):
    """Says of every text that it may hold a long number, so that nothing is passed over."""

    six_digits = nine_digits = property(lambda _: True)


# beginnings, ends and gaps of numbers, and what says which number it is
PIECES = (
    "0800 11 11", "0845", "07700", "900123", "+44", "(0)", "020 7946", "0018", "943 476", "5919",
    "QQ", "12 34", "56", "C", "nino", "tel", "NHS no", "ring", "7", "1 ", " ", "  ", ".", "-", "\r",
    "\r\n", "\n", "\n\t", "\n      ", "\u00a0", "\u2011", "/", "a", "%20", "&nbsp;",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_passed_over_holds_no_number(text: str) -> None:
    read = normalise(text).text
    assert list(_raw_matches(Context(read))) == list(_raw_matches(Unhurried(read)))
