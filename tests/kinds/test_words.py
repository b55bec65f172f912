"""How allowed words and single values read to people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest

from generator.kinds import KINDS
from generator.kinds.types import PartialDate
from generator.kinds.words import read, read_amount, read_date, read_number, tone


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("idea", "Idea"),
        ("in-place", "In place"),
        ("not-reported", "No result reported"),
        ("building-mutual-trust", "Building mutual trust"),
        ("case_study", "Case study"),
        ("", ""),
    ],
)
def test_words(word: str, meant: str) -> None:
    assert read(word) == meant


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        (PartialDate(2017), "2017"),
        (PartialDate(2020, 1), "January 2020"),
        (PartialDate(2013, 3, 31), "31 March 2013"),
    ],
)
def test_dates(date: PartialDate, meant: str) -> None:
    assert read_date(date) == meant


@pytest.mark.parametrize(
    ("value", "unit", "meant"),
    [
        ("24", "percent", "24%"),
        ("3.20", "percent", "3.20%"),
        ("1500000", "GBP", "£1,500,000"),
        ("-300.50", "GBP", "\u2212£300.50"),
        ("77", "hours-per-week", "77 hours per week"),
        ("-4", "days", "\u22124 days"),
        ("1000", None, "1,000"),
        ("0", "people", "0 people"),
    ],
)
def test_amounts(value: str, unit: str | None, meant: str) -> None:
    assert read_amount(Decimal(value), unit) == meant


def test_numbers_are_never_written_with_an_exponent() -> None:
    assert read_number(Decimal("999999999999999")) == "999,999,999,999,999"
    assert read_number(Decimal("0.000001")) == "0.000001"


def allowed_words(annotation: Any) -> set[str]:
    """Every word of every choice inside an annotation."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {word for inner in get_args(annotation) for word in allowed_words(inner)}


def test_every_word_with_a_tone_can_be_written() -> None:
    fields = [info for kind in KINDS for info in kind.model.model_fields.values()]
    words = {word for info in fields for word in allowed_words(info.annotation)}
    toned = {word for word in words if tone(word) != "plain"}
    assert {"worked", "not-worked", "in-place", "too-early", "target"} <= toned
    assert all(read(word) and "-" not in read(word) for word in words)
