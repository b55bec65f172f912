"""Merge the values of a record: the original, ours and theirs.

A change on one side is taken; the same change on both sides is one change. Lists of words, such as
ids, merge as sets; lists of items by item; text by line; other values as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from generator.field_path import FieldPath
from generator.records.merge.conflicts import (
    ChooseSide,
    MergeConflict,
    MergeResult,
    choose_nothing,
)
from generator.records.merge.line_merge import merge_lines
from generator.records.merge.list_merge import merge_items, merge_words
from generator.records.source import PlainValue

Fields = Mapping[str, PlainValue]


def merge_values(
    original: Fields, ours: Fields, theirs: Fields, choose: ChooseSide = choose_nothing
) -> MergeResult:
    """Return the fields with the changes of both sides, and the conflicts left without a choice."""
    merger = _Merger(choose)
    merged = merger.merge(dict(original), dict(ours), dict(theirs), ())
    return MergeResult(cast(Fields, merged), tuple(merger.conflicts))


class _Merger:
    """Merges values of any shape and collects the conflicts."""

    def __init__(self, choose: ChooseSide) -> None:
        self._choose = choose
        self.conflicts: list[MergeConflict] = []

    def merge(
        self, original: PlainValue, ours: PlainValue, theirs: PlainValue, path: FieldPath
    ) -> PlainValue:
        if theirs in (ours, original):
            return ours
        if ours == original:
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._fields(original if isinstance(original, dict) else {}, ours, theirs, path)
        if isinstance(ours, list) and isinstance(theirs, list):
            return self._list(original if isinstance(original, list) else [], ours, theirs, path)
        merged = None
        if isinstance(original, str) and isinstance(ours, str) and isinstance(theirs, str):
            merged = merge_lines(original, ours, theirs)
        conflict = MergeConflict(path, original, ours, theirs)
        return self._conflict(conflict) if merged is None else merged

    def _list(
        self,
        original: list[PlainValue],
        ours: list[PlainValue],
        theirs: list[PlainValue],
        path: FieldPath,
    ) -> PlainValue:
        if all(map(_is_word, (*original, *ours, *theirs))):
            return merge_words(original, ours, theirs)
        return merge_items(original, ours, theirs, path, self.merge)

    def _fields(
        self,
        original: dict[str, PlainValue],
        ours: dict[str, PlainValue],
        theirs: dict[str, PlainValue],
        path: FieldPath,
    ) -> PlainValue:
        merged: dict[str, PlainValue] = {}
        for name in _joined_names(list(ours), list(theirs)):
            value = self.merge(original.get(name), ours.get(name), theirs.get(name), (*path, name))
            # an empty value means “not stated”; it stays only where somebody wrote it so
            if value is not None or (name in ours and ours[name] is None):
                merged[name] = value
        return merged

    def _conflict(self, conflict: MergeConflict) -> PlainValue:
        choice = self._choose(conflict)
        if choice is None:
            self.conflicts.append(conflict)
        return conflict.theirs if choice == "theirs" else conflict.ours


def _is_word(item: PlainValue) -> bool:
    """Return whether an item is a word, such as an id or a term, and not prose."""
    return isinstance(item, str) and len(item.split()) == 1


def _joined_names(ours: list[str], theirs: list[str]) -> list[str]:
    """Return the names of both in our order; one of theirs follows the one before it."""
    names = list(ours)
    last = 0
    for name in theirs:
        if name in names:
            last = names.index(name) + 1
        else:
            names.insert(last, name)
            last += 1
    return names
