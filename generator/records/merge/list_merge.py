"""Merge lists: words as a set, items one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.field_path import FieldPath
from generator.records.merge.list_alignment import align, align_named, item_spelling
from generator.records.source import PlainValue

Items = Sequence[PlainValue]
MergeItem = Callable[[PlainValue, PlainValue, PlainValue, FieldPath], PlainValue]


def merge_words(original: Items, ours: Items, theirs: Items) -> list[PlainValue]:
    """Return the words that both keep or either adds."""
    gone = [word for word in original if word not in ours or word not in theirs]
    slots = [_Slot(word, at, _index(theirs, word)) for at, word in enumerate(ours)]
    slots += [_Slot(word, None, at) for at, word in enumerate(theirs) if word not in ours]
    kept = (slot for slot in _in_order(slots, original, ours, theirs) if slot.value not in gone)
    return list(dict.fromkeys(slot.value for slot in kept if isinstance(slot.value, str)))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in the merged list: its value, and the index of its item on each side."""

    value: PlainValue
    our_index: int | None
    their_index: int | None


def merge_items(
    original: Items, ours: Items, theirs: Items, path: FieldPath, merge: MergeItem
) -> list[PlainValue]:
    """Return the items that both keep or either adds, each merged by `merge`."""
    our_index, their_index = align(original, ours), align(original, theirs)
    slots = []
    for at, item in enumerate(original):
        mine, yours = our_index.get(at), their_index.get(at)
        if mine is None and yours is None:
            continue
        merged = merge(
            item,
            None if mine is None else ours[mine],
            None if yours is None else theirs[yours],
            (*path, _step(item, at)),
        )
        slots.append(_Slot(merged, mine, yours))
    slots += _added(len(original), (ours, our_index), (theirs, their_index), path, merge)
    ordered = _in_order(slots, original, ours, theirs)
    return list(_without_doubles([slot.value for slot in ordered], ours, theirs))


def _without_doubles(merged: Items, ours: Items, theirs: Items) -> Iterator[PlainValue]:
    """Yield the items, each as often as the side that has it most often.

    An item that one side adds can be what the other side made of an item of the original.
    """
    counts = [Counter(map(item_spelling, side)) for side in (ours, theirs)]
    used: Counter[str] = Counter()
    for item in merged:
        spelling = item_spelling(item)
        used[spelling] += 1
        most = max(count[spelling] for count in counts)
        if item is not None and used[spelling] <= max(most, 1):
            yield item


def _added(
    count: int,
    our_side: tuple[Items, dict[int, int]],
    their_side: tuple[Items, dict[int, int]],
    path: FieldPath,
    merge: MergeItem,
) -> list[_Slot]:
    """Return the items that a side adds; equal ones, or ones with the same name, are one."""
    (ours, our_index), (theirs, their_index) = our_side, their_side
    ours_new = sorted(set(range(len(ours))) - set(our_index.values()))
    theirs_new = sorted(set(range(len(theirs))) - set(their_index.values()))
    twins = align_named([ours[at] for at in ours_new], [theirs[at] for at in theirs_new])
    slots = []
    for number, mine in enumerate(ours_new):
        if number in twins:
            yours = theirs_new[twins[number]]
            where = (*path, _step(ours[mine], count + number))
            slots.append(_Slot(merge(None, ours[mine], theirs[yours], where), mine, yours))
        else:
            slots.append(_Slot(ours[mine], mine, None))
    taken = set(twins.values())
    slots += [
        _Slot(theirs[yours], None, yours)
        for number, yours in enumerate(theirs_new)
        if number not in taken
    ]
    return slots


def _step(item: PlainValue, index: int) -> str | int:
    """Return the step of a path into a list: the id of the item, or its number."""
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else index


def _in_order(slots: list[_Slot], original: Items, ours: Items, theirs: Items) -> list[_Slot]:
    """Return the slots in our order, or in theirs if only they reordered the original."""
    moved = _is_reordered(original, theirs) and not _is_reordered(original, ours)
    skeleton = [
        slot for slot in slots if (slot.their_index if moved else slot.our_index) is not None
    ]
    skeleton.sort(key=lambda slot: _rank(slot, theirs=moved))
    others = [slot for slot in slots if (slot.their_index if moved else slot.our_index) is None]
    for slot in sorted(others, key=lambda slot: _rank(slot, theirs=not moved)):
        rank = _rank(slot, theirs=not moved)
        before = [
            at
            for at, known in enumerate(skeleton)
            if (_side_index(known, theirs=not moved) is not None)
            and _rank(known, theirs=not moved) < rank
        ]
        skeleton.insert(_after_last(skeleton, before, theirs=not moved), slot)
    return skeleton


def _after_last(skeleton: list[_Slot], before: list[int], *, theirs: bool) -> int:
    if not before:
        return 0
    return 1 + max(before, key=lambda at: _rank(skeleton[at], theirs=theirs))


def _side_index(slot: _Slot, *, theirs: bool) -> int | None:
    return slot.their_index if theirs else slot.our_index


def _rank(slot: _Slot, *, theirs: bool) -> int:
    index = _side_index(slot, theirs=theirs)
    return -1 if index is None else index


def _is_reordered(original: Items, side: Items) -> bool:
    aligned = align_named(original, side)
    order = [aligned[at] for at in sorted(aligned)]
    return order != sorted(order)


def _index(items: Items, item: PlainValue) -> int | None:
    return items.index(item) if item in items else None
