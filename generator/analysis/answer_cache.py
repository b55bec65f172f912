"""A cache of answers about one catalogue, passed on with its index."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from generator.lookups import asked, tracing_lookup

T = TypeVar("T")


class AnswerCache:
    """Holds answers by key.

    It belongs to one index, whose records never change. Thousands of pages look up the same few
    answers, each of which is computed from all records.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] = {}

    def answer(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer kept under `key`; call `work_out` the first time."""
        if key not in self._answers:
            with tracing_lookup(answer_name(key)):
                self._answers[key] = work_out()
        answer: T = self._answers[key]
        return asked(answer_name(key), answer)


def answer_name(key: Hashable) -> str:
    """Return the name of the look-up of an answer: the question, and by what it is grouped."""
    question, grouping = key if isinstance(key, tuple) else (key, "")
    name = f"{question.__module__}:{question.__qualname__}"
    return f"{name} by {grouping}" if grouping else name
