"""Cells with figures as people write them: “1,200”, and “about 30%” as the value of a measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.field_path import FieldPath
from generator.intake.sheets.sheet import CellAnswer
from generator.model.fields.currencies import CurrencySigns
from generator.model.fields.types import PATTERNS
from generator.model.fields.written_figures import read_figure, read_number
from generator.model.kinds.measure import MeasureEntry
from generator.model.questions import Question, questions

_MEASURES = "measures"


def spread_figures(answers: Iterable[CellAnswer], signs: CurrencySigns) -> Iterator[CellAnswer]:
    """Yield the answers of a row, with the figures in them as the model takes them.

    The value of a measure also answers what it says besides, such as the unit, unless another
    cell does. What is unclear is left as it is written, for the model to refuse. `signs` say which
    currencies the academy means by them.
    """
    answers = tuple(answers)
    answered = {answer.path for answer in answers}
    for answer in answers:
        if answer.question.shape not in ("number", "whole") or _is_plain(answer):
            yield answer
        elif number := read_number(answer.text):
            yield replace(answer, text=number)
        else:
            yield from _measure_answers(answer, answered, signs)


def _is_plain(answer: CellAnswer) -> bool:
    return PATTERNS[answer.question.shape].fullmatch(answer.text.strip()) is not None


def _measure_answers(
    answer: CellAnswer, answered: set[FieldPath], signs: CurrencySigns
) -> Iterator[CellAnswer]:
    """Yield the answers that the value of a measure gives; the value itself if there are none."""
    figure = read_figure(answer.text, signs) if _is_measured_value(answer.path) else {}
    paths = {name: (*answer.path[:-1], *name.split(".")) for name in figure}
    if not figure or any(path in answered - {answer.path} for path in paths.values()):
        yield answer
        return
    for name, text in figure.items():
        yield CellAnswer(paths[name], text, answer.cell, _question(name))


def _is_measured_value(path: FieldPath) -> bool:
    return len(path) > 2 and path[-3] == _MEASURES and path[-1] == "value"


def _question(name: str) -> Question:
    """Return the question of a measure at a path such as `interval.low`."""
    asked = questions(MeasureEntry)
    *groups, last = name.split(".")
    for group in groups:
        asked = next(question.inside for question in asked if question.name == group)
    return next(question for question in asked if question.name == last)
