"""Find which items of two lists are the same item, changed or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from generator.diagnostics import similarity
from generator.records.source import PlainValue

Alignment = dict[int, int]
_KEYS = ("id", "title", "file")  # the fields that name an item, the surest first
_ALIKE = 0.5  # from here on, an item counts as a changed form of another
_MOST_PAIRS = 10_000  # of items compared in depth; longer lists are aligned by equality and names


def align(first: Sequence[PlainValue], second: Sequence[PlainValue]) -> Alignment:
    """Return index in `first` → index in `second` for each item that both lists hold.

    Equal items come first, then items with the same name, then the most alike.
    """
    aligned = align_named(first, second)
    left = [at for at in range(len(first)) if at not in aligned]
    right = sorted(set(range(len(second))) - set(aligned.values()))
    if len(left) * len(right) <= _MOST_PAIRS:
        pairs = [
            (-likeness, abs(left_at - right_at), left_at, right_at)
            for left_at in left
            for right_at in right
            if (likeness := _likeness(first[left_at], second[right_at])) >= _ALIKE
        ]
        _take(aligned, ((left_at, right_at) for _, _, left_at, right_at in sorted(pairs)))
    return aligned


def align_named(first: Sequence[PlainValue], second: Sequence[PlainValue]) -> Alignment:
    """Return the alignment of the items that are equal, or have the same name."""
    aligned: Alignment = {}
    _take(aligned, _same(first, second, item_spelling))
    _take(aligned, _same(first, second, item_name))
    return aligned


def item_name(item: PlainValue) -> str:
    """Return what names an item among others of its list; empty for none."""
    if isinstance(item, dict):
        for key in _KEYS:
            if isinstance(value := item.get(key), str):
                return f"{key}:{value}"
    return ""


def item_spelling(item: PlainValue) -> str:
    """Return a text that is equal for equal items only."""
    return json.dumps(item, sort_keys=True, ensure_ascii=False)


def _same(
    first: Sequence[PlainValue], second: Sequence[PlainValue], key: Callable[[PlainValue], str]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of items with the same key, the first with the first, and so on."""
    waiting: dict[str, list[int]] = {}
    for at, item in enumerate(second):
        waiting.setdefault(key(item), []).append(at)
    for at, item in enumerate(first):
        name = key(item)
        if name and waiting.get(name):
            yield at, waiting[name].pop(0)


def _take(aligned: Alignment, pairs: Iterator[tuple[int, int]]) -> None:
    """Add the pairs whose items have no partner yet."""
    taken = set(aligned.values())
    for left_at, right_at in pairs:
        if left_at not in aligned and right_at not in taken:
            aligned[left_at] = right_at
            taken.add(right_at)


def _likeness(first: PlainValue, second: PlainValue) -> float:
    """Return how alike two values are, from 0 to 1."""
    if first == second:
        return 1.0
    if isinstance(first, dict) and isinstance(second, dict):
        names = first.keys() | second.keys()
        return sum(_likeness(first.get(n), second.get(n)) for n in names) / max(len(names), 1)
    if isinstance(first, str) and isinstance(second, str):
        return similarity(first, second) / 100
    if isinstance(first, list) and isinstance(second, list):
        kept = len(align_named(first, second))
        return 2 * kept / (len(first) + len(second))
    return 0.0
