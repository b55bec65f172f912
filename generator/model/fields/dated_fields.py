"""The dates of a record, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.field_path import FieldPath
from generator.model.fields.dates import WrittenDate
from generator.model.fields.links import direct_fields, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.types import EventDate


@dataclass(frozen=True, slots=True)
class DatedField:
    """A date in a record, and its mark if it is the date of a past event."""

    path: FieldPath
    date: WrittenDate
    event: EventDate | None


def dated_fields(value: BaseModel, path: FieldPath = ()) -> Iterator[DatedField]:
    """Yield every date in a record or a part of it, but not those of the measures inside it."""
    for name, inside, event in _fields_with_dates(type(value)):
        held: Any = getattr(value, name)
        here = (*path, name)
        numbered = enumerate(held) if isinstance(held, tuple) else ()
        places = [((*here, number), item) for number, item in numbered] or [(here, held)]
        for place, item in places:
            if isinstance(item, WrittenDate):
                yield DatedField(place, item, event)
            elif inside and isinstance(item, BaseModel):
                yield from dated_fields(item, place)


@cache
def _fields_with_dates(model: type[BaseModel]) -> tuple[tuple[str, bool, EventDate | None], ...]:
    """Return the fields that hold dates, each with whether it holds a part, and its mark."""
    fields = []
    for name, info in direct_fields(model):
        inner = nested_model(info.annotation)
        inside = inner is not None and bool(_fields_with_dates(inner))
        if inside or _is_date(info.annotation):
            fields.append((name, inside, mark_of(info, EventDate)))
    return tuple(fields)


def _is_date(annotation: Any) -> bool:
    return annotation is WrittenDate or any(_is_date(part) for part in get_args(annotation))
