"""Lists packed in Python are what the browser unpacks."""

from __future__ import annotations

import html
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.privacy import scan
from generator.publish.verify.markup import parse_tags
from generator.site.find.encoding import (
    HALF,
    SYMBOLS,
    decode_terms,
    encode_gaps,
    encode_number,
    encode_postings,
    encode_terms,
)
from tests.site.find.engines import search_page

RISING = st.sets(st.integers(0, 10_000_000), max_size=50).map(sorted)


def unpack(text: str) -> list[int]:
    numbers, value = [], 0
    for symbol in text:
        place = SYMBOLS.index(symbol)
        if place >= HALF:
            value = value * HALF + place - HALF + 1
        else:
            numbers.append(value * HALF + place)
            value = 0
    return numbers


@given(st.integers(0, 10**12))
def test_a_number_is_itself_again(value: int) -> None:
    assert unpack(encode_number(value)) == [value]


@given(RISING)
def test_a_list_is_itself_again(places: list[int]) -> None:
    numbers, before = [], -1
    for gap in unpack(encode_gaps(places)):
        before += gap + 1
        numbers.append(before)
    assert numbers == places


def test_symbols_are_nothing_that_personal_data_or_markup_is_made_of() -> None:
    assert len(set(SYMBOLS)) == 2 * HALF
    assert set(SYMBOLS).isdisjoint("0123456789@.:/%&<>()[]{}#'\"`\\ \n\t")


WEIGHTED = RISING.flatmap(
    lambda places: st.tuples(
        st.just(places), st.lists(st.integers(0, 63), min_size=len(places), max_size=len(places))
    )
)


@given(
    st.lists(
        WEIGHTED.map(lambda pair: encode_postings(*pair)) | RISING.map(encode_gaps), max_size=8
    )
)
def test_no_encoded_list_looks_like_personal_data_or_markup(encoded: list[str]) -> None:
    script = f'academy.find.addPart("abcdefghijkl","p0",{json.dumps(encoded)});\n'
    assert scan(script) == ()
    assert list(parse_tags(script)) == []


@given(st.text(alphabet=SYMBOLS, max_size=2000))
def test_no_symbols_in_any_order_look_like_personal_data_or_markup(text: str) -> None:
    assert scan(text) == ()
    assert scan(f'"{text}",12,"{text}"') == ()
    assert list(parse_tags(text)) == []
    assert html.unescape(text) == text
    assert json.dumps(text) == f'"{text}"'


WORDS = st.text(alphabet=st.characters(categories=("Ll", "Lo", "Nd")), min_size=1, max_size=90)


@given(st.lists(WORDS, max_size=30, unique=True))
def test_words_are_themselves_again(words: list[str]) -> None:
    ordered = sorted(words, key=lambda word: word.encode("utf-16-be"))
    assert decode_terms(encode_terms(ordered)) == ordered


@pytest.mark.parametrize("text", ["1care ", "a\xe9 \xe9 ", " ", "@b "])
def test_what_was_not_encoded_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="substring not found"):
        decode_terms(text)


@pytest.fixture(scope="module")
def page(browser: Browser, first_site: Path) -> Page:
    return search_page(browser, first_site)


@pytest.mark.browser
def test_the_browser_unpacks_what_python_packs(page: Page) -> None:
    chance = random.Random(4)
    for most in (40, 100, 5_000, 3_000_000):
        places = sorted(chance.sample(range(most), 30))
        weights = [chance.randrange(64) for _ in places]
        packed = encode_postings(places, weights)
        unpacked = page.evaluate("(text) => academy.find.decoder.postings(text)", packed)
        assert (unpacked["documents"], unpacked["weights"]) == (places, weights)
        assert (
            page.evaluate("(text) => academy.find.decoder.gaps(text)", encode_gaps(places))
            == places
        )
    values = [0, 31, 32, 1055, 1056, 33823, 33824]
    packed = "".join(map(encode_number, values))
    assert page.evaluate("(text) => academy.find.decoder.numbers(text)", packed) == values


@pytest.mark.browser
def test_the_browser_unpacks_any_lists_and_words(page: Page) -> None:
    chance = random.Random(9)
    lists = [sorted(chance.sample(range(10 ** chance.randint(2, 7)), 40)) for _ in range(200)]
    weights = [[chance.randrange(64) for _ in some] for some in lists]
    packed = [encode_postings(*pair) for pair in zip(lists, weights, strict=True)]
    unpacked = page.evaluate(
        "(all) => all.map((text) => academy.find.decoder.postings(text))", packed
    )
    assert [one["documents"] for one in unpacked] == lists
    assert [one["weights"] for one in unpacked] == weights
    letters = "aeé在宅医療شبכ𐌰𐌱𐌲𠮷𠮸0"
    words = {"".join(chance.choices(letters, k=chance.randint(1, 40))) for _ in range(500)}
    words |= {"𠮷" * length for length in range(1, 50)}
    ordered = sorted(words, key=lambda word: word.encode("utf-16-be"))
    assert (
        page.evaluate("(text) => academy.find.decoder.frontCoded(text)", encode_terms(ordered))
        == ordered
    )


def test_words_share_their_beginnings() -> None:
    text = encode_terms(["budget", "budgets", "care", "carer"])
    assert text == f"{SYMBOLS[0]}budget {SYMBOLS[6]}s {SYMBOLS[0]}care {SYMBOLS[4]}r "
