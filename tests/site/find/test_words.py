"""Text to words: what Python writes into the index, the browser must look up in the same form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.site.find.synonyms import EXACT
from generator.site.find.tokens import STOP_WORDS, fold, stem, stems, tokenise
from tests.site.find.engines import search_page, text_of_pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pooling the budgets", ["pool", "budget"]),
        ("pooled budget", ["pool", "budget"]),
        ("Carers’ café", ["carer", "cafe"]),
        ("A&E attendances", ["ae", "attend"]),
        ("Has anyone tried this near us?", []),
        ("co-ordinators", ["co", "ordin", "coordin"]),
        ("£24.1 million", ["24", "million"]),
        ("What has not worked", ["not", "work"]),
        ("<b>bold</b>", ["bold"]),
        ("", []),
    ],
)
def test_words_that_say_something(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co"))))
def test_a_word_holds_neither_space_nor_quotation_mark(text: str) -> None:
    assert not any(mark in word for word in tokenise(text) for mark in ' "\\')


@pytest.mark.browser
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.proof)])
def test_the_browser_makes_the_same_words(browser: Browser, first_site: Path, every: int) -> None:
    page = search_page(browser, first_site)
    texts = [
        *text_of_pages(first_site, every),
        "Ærøskøbing naïve ＡＢＣ ﬁne",
        "x’s A&E co-op İstanbul ß",
        *STOP_WORDS,
    ]
    theirs = page.evaluate("(texts) => texts.map((text) => academy.find.tokenise(text))", texts)
    ours = [tokenise(text) for text in texts]
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []
    exact = page.evaluate("academy.find.head.exactWords")
    words = sorted({word for some in ours for word in some})
    assert len(words) > 3000
    stemmed = page.evaluate("(words) => words.map((word) => academy.find.stem(word))", words)
    expected = [EXACT + word if word in exact else stem(word) for word in words]
    assert json.dumps(stemmed) == json.dumps(expected)
