"""Properties and fields that are look-ups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast, overload

from generator.lookups.trace import NOW, asked, tracing_lookup

T = TypeVar("T")


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
            with tracing_lookup(lookup_name(self._lookup, instance)):
                held[self._name] = self._work_out(instance)
        value: T = held[self._name]
        return value if NOW.trace is None else asked(lookup_name(self._lookup, instance), value)

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
        return value if NOW.trace is None else asked(lookup_name(self._lookup, instance), value)

    def __set__(self, instance: object, value: T) -> None:
        make = self._make_default if cast("object", value) is self else None
        instance.__dict__[self._name] = value if make is None else make()


def lookup_name(lookup: str, instance: object) -> str:
    """Return the name of a look-up of an object, which may be part of another one."""
    part = getattr(instance, "part", "")
    return f"{lookup} of {part}" if part else lookup
