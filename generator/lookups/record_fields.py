"""The fields that are read of records, wherever these come from.

A record is a value that many look-ups hold. So a look-up counts as unchanged while it holds the
same records, by id, and whoever reads a field of a record asks for that field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from inspect import getattr_static
from typing import Any

from generator.lookups.codes import CODES_BY_LOOKUP, field_code, key_code
from generator.lookups.trace import NOW

RECORDS = "Catalogue.records"  # the look-up of all records by id
ALL_FIELDS = "*"  # stands for every field of a record
STATED_FIELDS = "model_fields_set"  # the names of the fields that a record states
# A record with another id or kind is another record.
_NEVER_CHANGED = {"id", "kind"}


def ask_all_fields(kind: str, record_id: str) -> None:
    """Note that every field of a record may have been read."""
    if NOW.trace is not None:
        NOW.trace.codes.add(key_code(RECORDS, record_id))
        NOW.trace.fields.add(field_code(kind, ALL_FIELDS))


class _TracedAttribute:
    """Comes before an attribute of a model, and notes who reads it.

    Fields stand in the `__dict__` of a record; `held` is the descriptor of what stands elsewhere.
    """

    __slots__ = ("_codes", "_field", "_held", "_name")

    def __init__(self, kind: str, name: str, held: Any = None) -> None:
        self._name, self._held = name, held
        self._field = field_code(kind, name)
        self._codes = CODES_BY_LOOKUP.setdefault(RECORDS, {})

    def __get__(self, record: Any, owner: type) -> Any:
        if record is None:
            raise AttributeError(self._name)  # as without this descriptor
        values = record.__dict__
        trace = NOW.trace
        if trace is not None:
            record_id = values["id"]
            code = self._codes.get(record_id)
            trace.codes.add(key_code(RECORDS, record_id) if code is None else code)
            trace.fields.add(self._field)
        return values[self._name] if self._held is None else self._held.__get__(record, owner)

    def __set__(self, record: object, value: object) -> None:
        raise AttributeError(f"{self._name} cannot be set")


_placed: list[tuple[type[Any], str]] = []  # the attributes that are traced now


@contextmanager
def traced_fields(models: Mapping[str, tuple[type[Any], Iterable[str]]]) -> Iterator[None]:
    """Note who reads fields of records meanwhile.

    `models` holds the model of each kind, with the names of its fields. Raises RuntimeError while
    they are traced already.
    """
    if _placed:
        raise RuntimeError("fields of records are being traced for another build")
    for kind, (model, names) in models.items():
        for name in (*names, STATED_FIELDS):
            if name in _NEVER_CHANGED:
                continue
            held = getattr_static(model, name) if name == STATED_FIELDS else None
            setattr(model, name, _TracedAttribute(kind, name, held))
            _placed.append((model, name))
    try:
        yield
    finally:
        while _placed:
            model, name = _placed.pop()
            delattr(model, name)
