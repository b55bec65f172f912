"""Lines break where they must, and what is cut off is said to be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.site.figures.drawing import px
from generator.site.figures.text_layout import is_truncated, text_width, wrap_text

WORDS = st.text(st.characters(codec="utf-8"), max_size=300)


@given(WORDS, st.integers(20, 400), st.integers(1, 6))
def test_every_line_fits_its_room(text: str, room: int, most: int) -> None:
    lines = wrap_text(text, room, most=most)
    assert len(lines) <= most
    assert all(text_width(line) <= room for line in lines)


@given(WORDS, st.integers(20, 400), st.integers(1, 6))
def test_what_is_left_out_is_marked(text: str, room: int, most: int) -> None:
    lines = wrap_text(text, room, most=most)
    if is_truncated(text, lines):
        assert lines[-1].endswith("…")
    else:
        assert "".join(lines).split() or not text.split()


def test_words_break_after_a_hyphen_and_letters_only_where_they_must() -> None:
    assert wrap_text("Stockton-on-Tees", 90) == ("Stockton-on-", "Tees")
    assert wrap_text("Middlesbrough", 100) == ("Middlesbrough",)
    assert "".join(wrap_text("x" * 40, 60, most=9)) == "x" * 40


def test_lengths_have_one_form() -> None:
    assert [px(one) for one in (0, -0.0, -0.001, 1.5, 2.0, 1 / 3)] == [
        "0", "0", "0", "1.5", "2", "0.33",
    ]  # fmt: skip
