"""What a figure means that people write in their own way."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from generator.model.fields.types import Number
from generator.model.fields.written_figures import read_figure
from tests.model.written_figures import FIGURES

_NUMBERS = ("value", "value_high", "at_least", "at_most", "baseline.value")


@pytest.mark.parametrize(("written", "answers"), FIGURES)
def test_a_figure_gives_the_answers_that_it_means(written: str, answers: dict[str, str]) -> None:
    assert read_figure(written) == answers
    for name in _NUMBERS:
        TypeAdapter(Number).validate_python(answers.get(name, "0"))
