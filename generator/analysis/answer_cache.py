"""Answers about one catalogue, kept in one object that is handed down with its index."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class AnswerCache:
    """Holds answers by their key for as long as the object lives.

    It belongs to one index, whose records never change. Thousands of pages look up the same few
    answers, each of which takes all records to work out.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] = {}

    def answer(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer kept under `key`; work it out when it is asked for first."""
        if key not in self._answers:
            self._answers[key] = work_out()
        answer: T = self._answers[key]
        return answer
