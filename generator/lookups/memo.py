"""Results of pure functions, each kept with what it asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from generator.lookups.trace import NOW, Trace, tracing

T = TypeVar("T")


class TracedMemo:
    """Keeps what is worked out, so that it is worked out once.

    Whoever is given a result has asked all that was asked for it.
    """

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[Any, Trace | None]] = {}

    def answer(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the result kept under `key`; call `work_out` the first time."""
        held = self._held.get(key)
        if held is None or (held[1] is None and NOW.trace is not None):
            own = None if NOW.trace is None else Trace()
            with tracing(own):
                held = self._held[key] = (work_out(), own)
        if NOW.trace is not None and held[1] is not None:
            NOW.trace.add(held[1])
        result: T = held[0]
        return result
