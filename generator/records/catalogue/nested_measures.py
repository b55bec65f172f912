"""Measures leave the record they are written in and become records of their own."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.model.fields.types import MAX_ID_LENGTH
from generator.model.kinds.measure import Measure, MeasureEntry
from generator.model.record import Record
from generator.records.catalogue.catalogue import RecordLocation
from generator.records.source import SourceFile

# what tells a figure from others of the same outcome; notes, sources and judgements may change
_IDENTITY = (
    "statement", "nature", "area", "period", "population", "value", "value_high", "unit", "form",
    "partner", "financial_model",
)  # fmt: skip
# letters only: digits could run together with those of the record to what looks like a number
# that belongs to a person; no vowels, so that no word is made
_LETTERS = "bcdfghjklmnpqrstvwxz"
_MARK = 5


def nested_measures(record: Record, source: SourceFile) -> Iterator[tuple[Record, RecordLocation]]:
    """Each measure written inside a record, as a record with its origin."""
    entries: tuple[MeasureEntry, ...] = getattr(record, "measures", ())
    taken = {entry.id for entry in entries if entry.id}
    for number, entry in enumerate(entries):
        measure_id = entry.id or _derived_id(record.id, entry, taken)
        taken.add(measure_id)
        yield _measure(record, entry, measure_id), RecordLocation(source, ("measures", number))


def _derived_id(parent: str, entry: MeasureEntry, taken: set[str]) -> str:
    """An id made of the record, the outcome, and letters that stand for what the figure says.

    It depends on nothing but the figure itself, so that it stays when others are added above or
    below it, removed or put in another order. Only figures that are the same in all of `_IDENTITY`
    are numbered.
    """
    base = f"{parent}-{entry.outcome}"
    if len(base) > MAX_ID_LENGTH - _MARK - 4:
        base = f"{base[: MAX_ID_LENGTH - 2 * _MARK - 6].rstrip('-')}-{_mark(base)}"
    base = f"{base}-{_mark(repr([str(getattr(entry, name)) for name in _IDENTITY]))}"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def _mark(text: str) -> str:
    """Letters that stand for a text: the same ones on every machine."""
    number = int.from_bytes(sha256(text.encode()).digest()[:8], "big")
    letters = ""
    for _ in range(_MARK):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return letters


def _measure(parent: Record, entry: MeasureEntry, measure_id: str) -> Measure:
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    values["id"] = measure_id
    values["sources"] = entry.sources or parent.sources
    if not (parent.kind == "area" and entry.area):
        values[parent.kind] = parent.id  # a measure has a field for each kind that holds it
    if "area" not in entry.model_fields_set and parent.kind != "area":
        areas = getattr(parent, "areas", None) or (getattr(parent, "area", None),)
        values["area"] = areas[0] if len(areas) == 1 else None
    # the id is among the fields that were written only where somebody wrote it
    given = entry.model_fields_set | {parent.kind}
    return Measure.model_construct(_fields_set=given, title="-", **values)
