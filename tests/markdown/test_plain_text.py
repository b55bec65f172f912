"""Markdown as plain text, as search reads it: every word, and no markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.plain_text import plain_text


def resolve(target: str) -> tuple[str, str] | None:
    return ("The title of Ashby", "") if target == "ashby" else None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Plain words.", "Plain words."),
        ("5 * 3, a_b_c and #4", "5 * 3, a_b_c and #4"),
        ("100*1.2*3", "100*1.2*3"),
        ("**Bold** and _light_, `code`", "Bold and light, code"),
        ("See [the toolkit](https://example.org/a_b).", "See the toolkit."),
        ("In [[ashby]], or [[ashby|there]]", "In The title of Ashby, or there"),
        ("In [[nowhere]]", "In [[nowhere]]"),
        ("| A | B |\n|---|---|\n| 7 | 8 |", "A · B · 7 · 8"),
        ("- one\n- two", "one · two"),
        ("• one\n• two", "one · two"),
        ("Before\n\nAfter", "Before · After"),
        ("One line\nand the next", "One line and the next"),
        ("~~old~~ new", "old new"),
        ("Text[^1].\n\n[^1]: The note.", "Text. · The note."),
        ("Term\n: What it means", "Term · What it means"),
        ("- [x] done\n- [ ] open", "done · open"),
        ("# A heading\n\nText", "A heading · Text"),
        ("```\ncode *here*\n```", "code *here*"),
        ("Salt &amp; light", "Salt & light"),
        ("", ""),
    ],
)
def test_the_words_stay_and_the_markup_goes(text: str, plain: str) -> None:
    assert plain_text(text, resolve) == plain


WORDS = st.lists(st.sampled_from(["one", "two2", "3", "four"]), min_size=1).map(" ".join)
MARKED = st.sampled_from(["{}", "**{}**", "- {}", "> {}", "`{}`", "## {}", "~~{}~~", "| {} |"])


@given(
    st.lists(st.tuples(MARKED, WORDS), min_size=1).map(
        lambda parts: [m.format(w) for m, w in parts]
    )
)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert re.findall(r"\w+", plain_text(text, resolve)) == re.findall(r"\w+", text)
