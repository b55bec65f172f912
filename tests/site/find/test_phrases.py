"""Phrases of the vocabulary are terms of the index; some words are taken as they are written."""

from __future__ import annotations

import pytest

from generator.site.find.synonyms import phrase_list
from generator.site.find.tokens import tokenise

PHRASES = phrase_list(["home care", "end of life", "housing"], ["falls"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Home care", ["home", "care", "home_care"]),
        ("Care at home", ["care", "home"]),
        ("The end of life, and the end of a life", ["end", "life", "end", "life"]),
        ("Falls and falling costs", ["=falls", "fall", "cost"]),
        ("", []),
    ],
)
def test_a_phrase_is_found_where_its_words_stand_together(text: str, expected: list[str]) -> None:
    terms = list(PHRASES.terms(tokenise(text)))
    assert [term for term in terms if term != "end_life"] == expected


def test_a_phrase_counts_as_often_as_it_stands() -> None:
    terms = list(PHRASES.terms(tokenise("Home care is home-care.")))
    assert terms.count("home_care") == 2
