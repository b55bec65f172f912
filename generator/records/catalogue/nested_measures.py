"""Turn the measures written inside a record into records."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.model.fields.id_suggestions import MAX_ID_LENGTH
from generator.model.kinds.measure import Measure, MeasureEntry
from generator.model.record import Record
from generator.records.catalogue.catalogue import RecordLocation
from generator.records.source import SourceFile

# The fields that identify a figure; notes, sources and judgements may change.
_IDENTITY = (
    "statement", "nature", "area", "period", "population", "value", "value_high", "unit", "form",
    "partner", "financial_model",
)  # fmt: skip
# No digits, which could form an identifier of a person with digits of the record's id; no vowels,
# which could form a word.
_LETTERS = "bcdfghjklmnpqrstvwxz"
_MARK = 5


def nested_measures(record: Record, source: SourceFile) -> Iterator[tuple[Record, RecordLocation]]:
    """Yield each measure written inside a record, as a record with its location."""
    entries: tuple[MeasureEntry, ...] = getattr(record, "measures", ())
    taken = {entry.id for entry in entries if entry.id}
    for number, entry in enumerate(entries):
        measure_id = entry.id or _derived_id(record.id, entry, taken)
        taken.add(measure_id)
        yield _measure(record, entry, measure_id), RecordLocation(source, ("measures", number))


def _derived_id(parent: str, entry: MeasureEntry, taken: set[str]) -> str:
    """Return an id made of the record, the outcome, and letters hashed from the figure.

    It depends on the figure alone, so that it does not change when others are added, removed or
    reordered. Only figures that agree in all fields of `_IDENTITY` are numbered.
    """
    base = f"{parent}-{entry.outcome}"
    if len(base) > MAX_ID_LENGTH - _MARK - 4:
        base = f"{base[: MAX_ID_LENGTH - 2 * _MARK - 6].rstrip('-')}-{hash_letters(base)}"
    base = f"{base}-{hash_letters(repr([str(getattr(entry, name)) for name in _IDENTITY]))}"
    number = 2
    derived = base
    while derived in taken:
        derived, number = f"{base}-{number}", number + 1
    return derived


def hash_letters(text: str, count: int = _MARK) -> str:
    """Return letters, at most 14, from the SHA-256 of a text."""
    number = int.from_bytes(sha256(text.encode()).digest()[:8], "big")
    letters = ""
    for _ in range(count):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return letters


def _measure(parent: Record, entry: MeasureEntry, measure_id: str) -> Measure:
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    values["id"] = measure_id
    values["sources"] = entry.sources or parent.sources
    if not (parent.kind == "area" and entry.area):
        values[parent.kind] = parent.id  # a measure has a field for each kind of parent
    if "area" not in entry.model_fields_set and parent.kind != "area":
        areas = getattr(parent, "areas", None) or (getattr(parent, "area", None),)
        values["area"] = areas[0] if len(areas) == 1 else None
    # “id” is in the fields set only where people wrote it; see `has_derived_id`.
    fields_set = entry.model_fields_set | {parent.kind}
    return Measure.model_construct(_fields_set=fields_set, title="-", **values)
