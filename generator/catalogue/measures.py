"""Measures leave the record they are written in and become records of their own."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.catalogue.model import Origin
from generator.kinds import Record
from generator.kinds.measure import Measure, MeasureEntry
from generator.kinds.types import LONGEST_ID
from generator.source import Source


def measures_of(record: Record, source: Source) -> Iterator[tuple[Record, Origin]]:
    """Each measure written inside a record, as a record with its origin."""
    entries: tuple[MeasureEntry, ...] = getattr(record, "measures", ())
    taken = {entry.id for entry in entries if entry.id}
    for number, entry in enumerate(entries):
        measure_id = entry.id or _derived_id(record.id, entry.outcome, taken)
        taken.add(measure_id)
        yield _measure(record, entry, measure_id), Origin(source, ("measures", number))


def _derived_id(parent: str, outcome: str, taken: set[str]) -> str:
    base = f"{parent}-{outcome}"
    if len(base) > LONGEST_ID - 4:
        digest = sha256(base.encode()).hexdigest()[:8]
        base = f"{base[: LONGEST_ID - 13].rstrip('-')}-{digest}"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def _measure(parent: Record, entry: MeasureEntry, measure_id: str) -> Measure:
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    values["id"] = measure_id
    values["sources"] = entry.sources or parent.sources
    if not (parent.kind == "area" and entry.area):
        values[parent.kind] = parent.id  # a measure has a field for each kind that holds it
    if "area" not in entry.model_fields_set and parent.kind != "area":
        areas = getattr(parent, "areas", None) or (getattr(parent, "area", None),)
        values["area"] = areas[0] if len(areas) == 1 else None
    given = entry.model_fields_set | {"id", parent.kind}
    return Measure.model_construct(_fields_set=given, title="-", **values)
