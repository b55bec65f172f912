"""How to write a figure that is not a plain number."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.fields.number_hints import number_hint
from generator.model.fields.types import Number


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("3,5", "Write 3.5."),
        (".5", "Write 0.5."),
        ("-.25", "Write -0.25."),
        ("54.9°N", "Write 54.9."),
        ("1.6° W", "Write -1.6."),
        ("1,5%", "Write 1.5, and “percent” as the unit."),
        ("1,200", "Write 1200."),
        ("-1,200,000", "Write -1200000."),
        ("24%", "Write 24, and “percent” as the unit."),
        ("-24%", "Write -24, “percent” as the unit and “percent-change” as the form."),
        ("+3.5 %", "Write 3.5, “percent” as the unit and “percent-change” as the form."),
        ("£20", "Write 20, and “GBP” as the unit."),
        ("£1.5m", "Write 1500000, and “GBP” as the unit."),
        (
            "10-12",
            "Write the lower end, 10, here, and 12 as the upper end (“value_high”). Where the "
            "source gives only bounds, use “at_least” and “at_most”.",
        ),
        (
            "<5",
            "Leave the figure out. If the source withholds a small number, write “<5” as "
            "“suppressed”. If it gives a bound, write 5 as “at_most”.",
        ),
        ("more than 5", "Leave the figure out, and write 5 as “at_least”."),
        ("£700,000", "Write 700000, and “GBP” as the unit."),
        ("€20", "Write 20, and “EUR” as the unit."),
        ("£20 per person", "Write 20, and “pounds per person” as the unit."),
        ("about 30%", "Write 30, “percent” as the unit and “yes” as “approximate”."),
        ("5k", "Write 5000."),
        ("2.5 million", "Write 2500000."),
        ("1 200", "Write 1200."),
        ("1_000", "Write 1000."),
        ("+5", "Write 5."),
        ("about 5", "Write 5, and “yes” as “approximate”."),
        ("12 bed days", "Write 12, and “bed days” as the unit."),
        ("1234567890123456", ""),
        ("1,2,3", ""),
        ("many", ""),
    ],
)
def test_the_hint_for_a_figure_says_how_to_write_it(written: str, hint: str) -> None:
    assert number_hint(written) == hint


@pytest.mark.parametrize(
    ("written", "rounded"),
    [
        ("0.333333333333333", "0.333333"),
        ("54.9782523", "54.978252"),
        ("-1.4318219", "-1.431822"),
    ],
)
def test_a_number_with_many_decimal_places_is_to_be_rounded(written: str, rounded: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Number).validate_python(written)
    context = refused.value.errors()[0]["ctx"]
    assert context["message"] == f"“{written}” has more decimal places than a record takes."
    assert context["hint"] == f"Round it to 6 decimal places: {rounded}."


@pytest.mark.parametrize("written", ["3,5", "1,200", "0.333333333333333", "-0.0000001", "1 200"])
def test_the_hint_is_a_figure_that_the_model_takes(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Number).validate_python(written)
    hint = refused.value.errors()[0]["ctx"]["hint"]
    figure = re.findall(r"-?[0-9]+(?:\.[0-9]+)?", hint)[-1]
    assert TypeAdapter(Number).validate_python(figure) == Decimal(figure)
    assert figure != written
