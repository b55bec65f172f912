"""How allowed words and single values read to people."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from generator.model.display.field_display import vocabulary_of
from generator.model.display.vocabulary import (
    Option,
    Tone,
    Vocabulary,
    format_amount,
    format_number,
    label_from_name,
)
from generator.model.fields.links import nested_model
from generator.model.kinds import KINDS, barrier, outcome
from generator.records.catalogue import default_vocabulary


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model, and those of its parts."""
    yield model
    for info in model.model_fields.values():
        inner = nested_model(info.annotation)
        if inner is not None:
            yield from models(inner)


def literal_words(annotation: Any) -> tuple[str, ...]:
    """The words of a choice, found in its type alone."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(literal_words, get_args(annotation))), ())


FIELDS = {
    f"{kind.name}: {model.__name__}.{name}": info
    for kind in KINDS
    for model in models(kind.model)
    for name, info in model.model_fields.items()
    if nested_model(info.annotation) is None and literal_words(info.annotation)
}


@pytest.mark.parametrize("field", FIELDS)
def test_every_allowed_word_of_a_field_has_its_label_and_its_tone(field: str) -> None:
    vocabulary = vocabulary_of(FIELDS[field])
    assert vocabulary is not None, "the field declares no vocabulary for its words"
    assert vocabulary.words == literal_words(FIELDS[field].annotation)
    assert all(one.label for one in vocabulary.options)
    assert not any("-" in one.word and one.label.lower() == one.word for one in vocabulary.options)
    assert all(one.tone in get_args(Tone) for one in vocabulary.options)
    assert len({one.label for one in vocabulary.options}) == len(vocabulary.words)


COLOUR = Vocabulary(
    Literal["deep-red", "process", "grey"], {"process": "Made by a process"}, {"bad": ["grey"]}
)
STEP = Vocabulary(Literal["process", "grey"])


def test_a_word_reads_as_its_own_field_says() -> None:
    assert COLOUR.label("process") == "Made by a process"
    assert STEP.label("process") == "Process"
    assert COLOUR.option("grey").tone == "bad"
    assert STEP.option("grey").tone == "plain"


def test_a_word_without_a_label_of_its_own_loses_its_hyphens() -> None:
    assert COLOUR.option("deep-red") == Option("deep-red", "Deep red", "plain")


def test_a_field_knows_no_word_of_another() -> None:
    with pytest.raises(KeyError):
        STEP.option("deep-red")


def test_what_nobody_stated_reads_alike_in_every_field() -> None:
    assert STEP.label("not-stated") == COLOUR.label("not-stated") == "Not stated"


@pytest.mark.parametrize("wrong", [{"labels": {"blue": "Blue"}}, {"tones": {"good": ["blue"]}}])
def test_a_label_or_tone_for_a_word_that_is_not_allowed_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="blue"):
        Vocabulary(Literal["red"], **wrong)


def test_an_outcome_about_a_process_does_not_wear_the_label_of_a_barrier() -> None:
    assert outcome.TYPES.label("process") == "Process"
    assert barrier.DOMAINS.label("process") == "The process"


@pytest.mark.parametrize(
    ("name", "meant"), [("case_study", "Case study"), ("in-area", "In area"), ("", "")]
)
def test_a_name_of_the_program_is_spelt_out(name: str, meant: str) -> None:
    assert label_from_name(name) == meant


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
    known = default_vocabulary().find_unit(unit) if unit else None
    assert format_amount(Decimal(value), known) == meant


def test_numbers_are_never_written_with_an_exponent() -> None:
    assert format_number(Decimal("999999999999999")) == "999,999,999,999,999"
    assert format_number(Decimal("0.000001")) == "0.000001"
