"""Lists packed in Python are what the browser unpacks."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.find.encode import HALF, SYMBOLS, front_coded, gaps, number, postings

RISING = st.sets(st.integers(0, 10_000_000), max_size=50).map(sorted)


def unpack(text: str) -> list[int]:
    found, value = [], 0
    for symbol in text:
        place = SYMBOLS.index(symbol)
        if place >= HALF:
            value = value * HALF + place - HALF + 1
        else:
            found.append(value * HALF + place)
            value = 0
    return found


@given(st.integers(0, 10**12))
def test_a_number_is_itself_again(value: int) -> None:
    assert unpack(number(value)) == [value]


@given(RISING)
def test_a_list_is_itself_again(places: list[int]) -> None:
    found, before = [], -1
    for gap in unpack(gaps(places)):
        before += gap + 1
        found.append(before)
    assert found == places


def test_symbols_need_no_escape() -> None:
    assert len(set(SYMBOLS)) == 2 * HALF + 1
    assert not set(SYMBOLS) & set('"\\\n ')


@pytest.fixture(scope="module")
def page(browser: Browser, first_site: Path) -> Page:
    page = browser.new_page()
    page.goto((first_site / "about.html").as_uri())
    page.evaluate("academyFind.engine()")
    return page


@pytest.mark.browser
def test_the_browser_unpacks_what_python_packs(page: Page) -> None:
    chance = random.Random(4)
    for most in (40, 100, 5_000, 3_000_000):
        places = sorted(chance.sample(range(most), 30))
        weights = [chance.randrange(90) for _ in places]
        packed = postings(places, weights)
        found = page.evaluate("(text) => academyFind.unpacked(text, true)", packed)
        assert (found["places"], found["weights"]) == (places, weights)
        assert page.evaluate("(text) => academyFind.unpacked(text).places", gaps(places)) == places
    values = [0, 44, 45, 2069, 2070, 93149, 93150]
    packed = "".join(map(number, values))
    assert page.evaluate("(text) => academyFind.numbers(text)", packed) == values


def test_words_share_their_beginnings() -> None:
    text = front_coded(["budget", "budgets", "care", "carer"])
    assert text == f"{SYMBOLS[0]}budget {SYMBOLS[6]}s {SYMBOLS[0]}care {SYMBOLS[4]}r "
