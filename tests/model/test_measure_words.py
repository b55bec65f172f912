"""How the value of a measure reads, in a sentence and in a table."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.kinds.measure import Measure
from generator.model.measure_text import comparator_in_words, short_value, value_in_words
from generator.records.catalogue import default_vocabulary


def measure(**fields: Any) -> Measure:
    given = {"id": "one", "statement": "S", "outcome": "days", "nature": "result"}
    return Measure.model_validate({**given, **fields}, context=default_vocabulary())


@pytest.mark.parametrize(
    ("value", "unit", "form", "sentence", "short"),
    [
        ("5", "days", "level", "5 days", "5 days"),
        ("1", "days", "level", "1 day", "1 day"),
        ("20", "£", "level", "£20", "£20"),
        ("-12", "days", "absolute-change", "12 days fewer", "12 days fewer"),
        ("-1000", "GBP", "absolute-change", "£1,000 less", "£1,000 less"),
        ("2", "%", "absolute-change", "2 percentage points more", "2 percentage points more"),
        ("0", "days", "absolute-change", "no change", "no change"),
        ("9", "hubs", "absolute-change", "9 hubs more", "9 hubs more"),
        ("-24", "percent", "percent-change", "fell by 24%", "−24%"),
        ("24", "percent", "percent-change", "rose by 24%", "+24%"),
        ("0", "percent", "percent-change", "did not change", "0%"),
    ],
)
def test_a_value_reads_as_what_it_is(
    value: str, unit: str, form: str, sentence: str, short: str
) -> None:
    subject = measure(value=value, unit=unit, form=form)
    assert (value_in_words(subject), short_value(subject)) == (sentence, short)


@pytest.mark.parametrize(
    ("low", "high", "unit", "form", "sentence"),
    [
        ("3", "5", "days", "level", "about 3 to 5 days"),
        ("-5", "-3", "days", "absolute-change", "about 3 to 5 days fewer"),
        ("-39", "-27", "percent", "percent-change", "fell by about 27% to 39%"),
        ("-2", "3", "days", "absolute-change", "between 2 days fewer and 3 days more"),
        ("-2", "3", "percent", "percent-change", "changed by about −2% to +3%"),
    ],
)
def test_a_range_reads_with_both_ends(
    low: str, high: str, unit: str, form: str, sentence: str
) -> None:
    subject = measure(value=low, value_high=high, unit=unit, form=form, approximate="yes")
    assert value_in_words(subject) == sentence


def test_what_a_change_is_compared_with_is_a_change() -> None:
    beside = {"area": "england", "value": "-1", "position": "same"}
    subject = measure(value="-1", unit="percent", form="percent-change", comparator=beside)
    assert comparator_in_words(subject, str.title) == "England, −1%. This is the same"
