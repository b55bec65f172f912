"""Which look-ups a piece of work asks, so that it is done again only when one of them changes.

A *look-up* is a value that many pieces of work read: the records, an index of them, an answer. A
mapping is asked key by key, every other value as a whole. While a `Trace` is open, each question
adds its *code*, a number made from the names of the look-up and the key. What is worked out for a
look-up itself is not traced: whoever asked for the look-up depends on its value, not on the way to
it.

The idea is that of build systems with dynamic dependencies: Mokhov, Mitchell and Peyton Jones,
“Build systems à la carte” (2018), https://doi.org/10.1145/3236774.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, cast, overload
from zlib import crc32

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

_codes: dict[str, dict[Any, int]] = {}  # by look-up and key: a pure function, kept for its speed
_WHOLE = object()


def whole_code(lookup: str) -> int:
    """Return the code of a question for a whole look-up."""
    return key_code(lookup, _WHOLE)


def key_code(lookup: str, key: Any) -> int:
    """Return the code of a question for one key of a look-up, from 0 to 2³²-1.

    Two questions with the same code are taken for one: then more is done again than is needed.
    """
    known = _codes.setdefault(lookup, {})
    code = known.get(key)
    if code is None:
        words = lookup if key is _WHOLE else f"{lookup}\0{key!r}"
        code = known[key] = crc32(words.encode("utf-8", "surrogatepass"))
    return code


class Trace:
    """What one piece of work has asked: the codes of its questions, and the look-ups by name."""

    __slots__ = ("codes", "lookups")

    def __init__(self) -> None:
        self.codes: set[int] = set()
        self.lookups: set[str] = set()

    def ask_whole(self, lookup: str) -> None:
        """Note a question for a whole look-up."""
        self.lookups.add(lookup)
        self.codes.add(whole_code(lookup))


_open: Trace | None = None


@contextmanager
def tracing(trace: Trace | None) -> Iterator[None]:
    """Note in `trace` what is asked meanwhile; with None, note nothing."""
    global _open  # noqa: PLW0603 - the questions come from deep inside pure functions
    before, _open = _open, trace
    try:
        yield
    finally:
        _open = before


class TracedMapping(Mapping[K, V]):
    """A mapping that notes in a trace which of its keys are asked for."""

    __slots__ = ("_codes", "_lookup", "_trace", "_values")

    def __init__(self, lookup: str, values: Mapping[K, V], trace: Trace) -> None:
        trace.lookups.add(lookup)
        self._lookup, self._values, self._trace = lookup, values, trace
        self._codes = _codes.setdefault(lookup, {})

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
    trace = _open
    if trace is None:
        return value
    if isinstance(value, Mapping):
        return cast("T", TracedMapping(lookup, value, trace))
    trace.ask_whole(lookup)
    return value


class traced_property(Generic[T]):  # noqa: N801 - named like `cached_property`
    """A property of an object that never changes: worked out once, and noted when it is asked."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self._lookup = f"{owner.__name__}.{name}"

    @overload
    def __get__(self, instance: None, owner: type) -> traced_property[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> traced_property[T] | T:
        if instance is None:
            return self
        held = instance.__dict__
        if self._name not in held:
            with tracing(None):
                held[self._name] = self._work_out(instance)
        value: T = held[self._name]
        return value if _open is None else asked(lookup_name(self._lookup, instance), value)

    def __set__(self, instance: object, value: T) -> None:
        """Refuse, so that the property comes before the value that is kept."""
        raise AttributeError(f"{self._lookup} cannot be set")


class TracedField(Generic[T]):
    """A field of a dataclass that is noted when it is asked for: `name: TracedField[T] = …`.

    `make_default` gives the value of a field that is left out; without it, the field must be given.
    """

    def __init__(self, make_default: Callable[[], T] | None = None) -> None:
        self._make_default = make_default

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self._lookup = f"{owner.__name__}.{name}"

    def __get__(self, instance: object | None, owner: type) -> T:
        if instance is None:  # the dataclass asks for the default, and will set it
            if self._make_default is None:
                raise AttributeError(self._name)
            return cast("T", self)
        value: T = instance.__dict__[self._name]
        return value if _open is None else asked(lookup_name(self._lookup, instance), value)

    def __set__(self, instance: object, value: T) -> None:
        make = self._make_default if cast("object", value) is self else None
        instance.__dict__[self._name] = value if make is None else make()


def lookup_name(lookup: str, instance: object) -> str:
    """Return the name of a look-up of an object, which may be part of another one."""
    part = getattr(instance, "part", "")
    return f"{lookup} of {part}" if part else lookup
