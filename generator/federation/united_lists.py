"""The lists of records that are one: what any academy names, each thing once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from pydantic.fields import FieldInfo

from generator.checks.media import MAX_PICTURES
from generator.federation.full_names import Rename, with_full_names
from generator.model.fields.links import Link, NestedRecords, direct_fields, nested_model
from generator.model.fields.marks import mark_of
from generator.model.record import Picture, Record
from generator.records.catalogue import pictures_of

# terms and names, by which people find a record; other texts stay those of one academy
_WORDS = frozenset({"topics", "also_known_as"})


def united_lists(first: Record, others: tuple[Record, ...], rename: Rename) -> dict[str, Any]:
    """Return the lists of `first` that grow by what the others name, by field.

    These are lists of records, of items that name records, of topics and of names. An item about
    the same records as an earlier one is not added. `first` has the names that `rename` gives.
    """
    united: dict[str, Any] = {}
    for name, info in direct_fields(type(first)):
        change = _rename_of(name, info, rename)
        if change is None or not isinstance(getattr(first, name), tuple):
            continue
        items = {_key(item): item for item in getattr(first, name)}
        known = {*items, first.id}
        for item in (change(item) for other in others for item in getattr(other, name)):
            if (key := _key(item)) not in known:
                known.add(key)
                united[name] = (*united.get(name, getattr(first, name)), item)
    if pictures := _further_pictures(first, others):
        united["pictures"] = (*first.pictures, *pictures)
    return united


def _rename_of(name: str, info: FieldInfo, rename: Rename) -> Callable[[Any], Any] | None:
    """Return how an item of a list is renamed; None for a list that is not united."""
    if name in _WORDS:
        return lambda item: item
    if mark_of(info, Link) is not None:
        return rename
    model = nested_model(info.annotation)
    if model is None or mark_of(info, NestedRecords) is not None or not _links(model):
        return None
    return lambda item: with_full_names(item, rename)


def _key(item: Any) -> Hashable:
    """Return what an item is about: itself, or the records that it names."""
    if isinstance(item, str):
        return item
    return tuple(getattr(item, name) for name in _links(type(item)))


def _links(model: Any) -> tuple[str, ...]:
    return tuple(name for name, info in direct_fields(model) if mark_of(info, Link) is not None)


def _further_pictures(first: Record, others: tuple[Record, ...]) -> tuple[Picture, ...]:
    """Return the listed pictures of other academies, as many as the page of `first` can show."""
    listed = tuple(picture for other in others for picture in other.pictures)
    return listed[: max(MAX_PICTURES - len(pictures_of(first)), 0)]
