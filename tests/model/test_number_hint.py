"""How to write a figure that is not a plain number."""

from __future__ import annotations

import pytest

from generator.model.fields.suggestions import number_hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("3,5", "Write 3.5 or 35."),
        ("1,200", "Write 1200."),
        ("-24%", "Write -24, and “unit: percent” on a line of its own."),
        ("£1.5m", "Write 1500000, and “unit: GBP” on a line of its own."),
        ("10-12", "Write the lower end, 10, here, and 12 as the upper end (“value_high”)."),
        ("<5", "Leave the figure out, and say in words that it is below or above a number."),
        ("1,2,3", ""),
        ("many", ""),
    ],
)
def test_the_hint_for_a_figure_says_how_to_write_it(written: str, hint: str) -> None:
    assert number_hint(written) == hint
