"""A cache of answers about one catalogue, passed on with its index."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

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
            self._answers[key] = work_out()
        answer: T = self._answers[key]
        return answer
