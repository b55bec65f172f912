"""Traces: what a piece of work, or a look-up, has asked."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from generator.lookups.codes import CODES_BY_LOOKUP, key_code, whole_code

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class Trace:
    """What one piece of work has asked: the codes of its questions, the codes of the fields that it
    read of records, and the look-ups by name.
    """

    __slots__ = ("codes", "fields", "lookups")

    def __init__(self) -> None:
        self.codes: set[int] = set()
        self.fields: set[int] = set()
        self.lookups: set[str] = set()

    def add(self, other: Trace) -> None:
        """Note all that another piece of work has asked."""
        self.codes |= other.codes
        self.fields |= other.fields
        self.lookups |= other.lookups

    def ask_whole(self, lookup: str) -> None:
        """Note a question for a whole look-up."""
        self.lookups.add(lookup)
        self.codes.add(whole_code(lookup))


class _Tracing:
    """What is traced now: the questions come from deep inside pure functions.

    `trace` is open, or None. `of_lookups` takes the trace of each look-up that is worked out, by
    name, or is None.
    """

    __slots__ = ("of_lookups", "trace")

    def __init__(self) -> None:
        self.trace: Trace | None = None
        self.of_lookups: dict[str, Trace] | None = None


NOW = _Tracing()


@contextmanager
def tracing(trace: Trace | None) -> Iterator[None]:
    """Note in `trace` what is asked meanwhile; with None, note nothing."""
    before, NOW.trace = NOW.trace, trace
    try:
        yield
    finally:
        NOW.trace = before


@contextmanager
def tracing_lookups() -> Iterator[dict[str, Trace]]:
    """Give what each look-up asks that is worked out meanwhile, by name."""
    before, kept = NOW.of_lookups, dict[str, Trace]()
    NOW.of_lookups = kept
    try:
        yield kept
    finally:
        NOW.of_lookups = before


@contextmanager
def tracing_lookup(lookup: str) -> Iterator[None]:
    """Note for a look-up what is asked meanwhile, where that is wanted."""
    if NOW.of_lookups is None:
        with tracing(None):
            yield
        return
    trace = Trace()
    with tracing(trace):
        yield
    NOW.of_lookups[lookup] = trace


class TracedMapping(Mapping[K, V]):
    """A mapping that notes in a trace which of its keys are asked for."""

    __slots__ = ("_codes", "_lookup", "_trace", "_values")

    def __init__(self, lookup: str, values: Mapping[K, V], trace: Trace) -> None:
        trace.lookups.add(lookup)
        self._lookup, self._values, self._trace = lookup, values, trace
        self._codes = CODES_BY_LOOKUP.setdefault(lookup, {})

    def _ask(self, key: object) -> None:
        code = self._codes.get(key)
        self._trace.codes.add(key_code(self._lookup, key) if code is None else code)

    def __getitem__(self, key: K) -> V:
        self._ask(key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._ask(key)
        return key in self._values

    def get(self, key: K, default: Any = None) -> Any:
        """Return the value of a key, or `default`."""
        self._ask(key)
        return self._values.get(key, default)

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def keys(self) -> KeysView[K]:
        """Return all keys; this asks for the whole."""
        return self._whole().keys()

    def values(self) -> Any:
        """Return all values; this asks for the whole."""
        return self._whole().values()

    def items(self) -> Any:
        """Return all pairs; this asks for the whole."""
        return self._whole().items()

    def _whole(self) -> Mapping[K, V]:
        self._trace.ask_whole(self._lookup)
        return self._values


def asked(lookup: str, value: T) -> T:
    """Return the value of a look-up, and note that it was asked for."""
    trace = NOW.trace
    if trace is None:
        return value
    if isinstance(value, Mapping):
        return cast("T", TracedMapping(lookup, value, trace))
    trace.ask_whole(lookup)
    return value
