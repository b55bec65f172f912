"""What a record is to machines that read the web: see `Linked` of the kinds."""

from __future__ import annotations

from typing import Any

from generator.kinds import Kind, Record
from generator.kinds.links import Link
from generator.pages.model import Thing, To
from generator.pages.site import Site


def thing_of(site: Site, record: Record, kind: Kind) -> Thing:
    """What the page of a record is about; what nobody has stated is left out."""
    linked = kind.linked
    word = getattr(record, linked.field) if linked.field else ""
    said: dict[str, tuple[str | To, ...]] = {"identifier": (record.id,)}
    for name, field in linked.says:
        said[name] = (*said.get(name, ()), *_values(site, record, field))
    return Thing(
        dict(linked.types).get(word, linked.type),
        site.catalogue.title(record.id),
        record.summary or "",
        tuple((name, values) for name, values in said.items() if values),
    )


def _values(site: Site, record: Record, field: str) -> tuple[str | To, ...]:
    held: Any = getattr(record, field)
    values = held if isinstance(held, tuple) else () if held is None else (held,)
    marks = type(record).model_fields[field].metadata
    if any(isinstance(mark, Link) for mark in marks):
        return tuple(site.to(one) for one in values)
    return tuple(str(one) for one in values)
