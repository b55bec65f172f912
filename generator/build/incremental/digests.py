"""Digests of values that are the same in every process: of records, and of what is looked up.

Pickle writes the same value in different ways, by which of its parts happen to be one object and in
which order a set holds its members. Here every part is written out, and members are sorted.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from generator.records.source import SourceFile

DIGEST_SIZE = 8  # bytes of a digest: by chance, one in 10¹⁹ changes is missed


class ValueDigester:
    """Makes digests of values.

    `known` are digests that stand for objects, by their identity: whatever these hold.
    """

    def __init__(self, known: Mapping[int, bytes] = MappingProxyType({})) -> None:
        self._stream = io.BytesIO()
        self._known = known
        self._pickler = _PlainPickler(self._stream, known)

    def digest(self, value: Any) -> bytes:
        """Return the digest of a value, 8 bytes. Raises TypeError for one that has no content."""
        if (known := self._known.get(id(value))) is not None:
            return known
        self._stream.seek(0)
        self._stream.truncate()
        self._pickler.dump(_without_sets(value))
        return blake2b(self._stream.getbuffer(), digest_size=DIGEST_SIZE).digest()


class _PlainPickler(pickle.Pickler):
    """Writes values for comparison only; nothing reads them back."""

    def __init__(self, stream: io.BytesIO, known: Mapping[int, bytes]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.fast = True  # writes an object again wherever it recurs
        self._known = known

    def reducer_override(self, value: Any) -> Any:
        """Return the name of the type of a value and its content."""
        if isinstance(value, BaseModel):
            if (digest := self._known.get(id(value))) is not None:
                return _content, (digest,)
            held = tuple(_without_sets(part) for part in value.__dict__.values())
            return _content, (type(value).__qualname__, held, tuple(sorted(value.model_fields_set)))
        if isinstance(value, SourceFile):
            return _content, ("source", value.path, value.digest)
        if is_dataclass(value) and not isinstance(value, type):
            names = _field_names(type(value))
            held = tuple(_without_sets(getattr(value, name)) for name in names)
            return _content, (type(value).__qualname__, held)
        return NotImplemented


@cache
def _field_names(model: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(model))


def _without_sets(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return sorted(value, key=repr)
    return value


def _content(*parts: Any) -> Any:
    """Stand for the type of a value in what is compared."""
    raise TypeError(f"nothing reads this back: {parts}")


def digest_text(parts: Collection[bytes]) -> bytes:
    """Return one digest of several texts."""
    digest = blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
