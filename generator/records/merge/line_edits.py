"""Change values in the lines of a YAML file, by the positions of its nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.records.merge.list_alignment import item_spelling
from generator.records.source import Mapping as FieldsNode
from generator.records.source import Node, PlainValue, plain_value
from generator.records.source import Sequence as ItemsNode
from generator.records.source.writer import write_fields, write_items

_DASH = re.compile(r" *- +")
_LineEdit = tuple[int, int, list[str]]  # the first line, the line after the last, the new lines


class UnusualLayoutError(Exception):
    """Raised for a layout whose lines cannot be changed one by one, such as `{a: 1, b: 2}`."""


class LineEditor:
    """Changes the lines of a text. With `is_deep`, also single lines inside a field."""

    def __init__(self, lines: Sequence[str], *, is_deep: bool) -> None:
        self._lines = lines
        self._is_deep = is_deep

    def edited(self, fields: FieldsNode, values: Mapping[str, PlainValue], end: int) -> list[str]:
        """Return the lines before `end` with these values in place of those of `fields`.

        Raises UnusualLayoutError.
        """
        lines = list(self._lines[:end])
        edits = self._field_edits(fields, values, end)
        # from the last line up; of two insertions at one line, the first stays above the second
        in_order = sorted(range(len(edits)), key=lambda at: (*edits[at][:2], at), reverse=True)
        for start, stop, new in (edits[at] for at in in_order):
            lines[start:stop] = new
        return lines

    def _field_edits(
        self, node: FieldsNode, values: Mapping[str, PlainValue], end: int
    ) -> list[_LineEdit]:
        if not node.entries or self._is_flow(node):
            raise UnusualLayoutError
        starts = [key.place.line - 1 for key, _ in node.entries]
        indent = " " * (node.entries[0][0].place.column - 1)
        ends = self._ends(starts, end, len(indent))
        if len(set(starts)) < len(starts):
            raise UnusualLayoutError
        edits: list[_LineEdit] = []
        for (key, old), start, stop in zip(node.entries, starts, ends, strict=True):
            is_first = self._lines[start][: len(indent)].strip() != ""  # it follows a dash
            if key.text not in values:
                if is_first:
                    raise UnusualLayoutError
                edits.append((start, stop, []))
            elif plain_value(old) != values[key.text]:
                written = write_fields({key.text: values[key.text]}, indent)
                if is_first:
                    written[0] = self._lines[start][: len(indent)] + written[0][len(indent) :]
                edits += self._value_edits(old, values[key.text], (start, stop), written)
        edits += self._added_fields(node, values, ends, indent)
        return edits

    def _added_fields(
        self, node: FieldsNode, values: Mapping[str, PlainValue], ends: list[int], indent: str
    ) -> list[_LineEdit]:
        """Return the insertion of each new field, after the one that it follows in `values`."""
        names = [key.text for key, _ in node.entries]
        inserted: dict[int, dict[str, PlainValue]] = {}
        at = ends[-1]
        for name, value in values.items():
            if name in names:
                at = ends[names.index(name)]
            else:
                inserted.setdefault(at, {})[name] = value
        return [(at, at, write_fields(added, indent)) for at, added in inserted.items()]

    def _value_edits(
        self, old: Node, new: PlainValue, span: tuple[int, int], written: list[str]
    ) -> list[_LineEdit]:
        """Return the edits inside a value, or the one edit that writes all its lines anew."""
        start, stop = span
        try:
            if self._is_deep and isinstance(old, FieldsNode) and isinstance(new, dict) and new:
                return self._field_edits(old, new, stop)
            if self._is_deep and isinstance(old, ItemsNode) and isinstance(new, list) and new:
                return self._item_edits(old, new, stop)
        except UnusualLayoutError:
            pass
        return [(start, stop, written)]

    def _item_edits(self, node: ItemsNode, values: list[PlainValue], end: int) -> list[_LineEdit]:
        if not node.items or self._is_flow(node):
            raise UnusualLayoutError
        starts = [item.place.line - 1 for item in node.items]
        dashes = [
            _DASH.fullmatch(self._lines[start][: item.place.column - 1])
            for start, item in zip(starts, node.items, strict=True)
        ]
        if not all(dashes) or len(set(starts)) < len(starts):
            raise UnusualLayoutError
        first = self._lines[starts[0]]
        indent = first[: len(first) - len(first.lstrip(" "))]
        ends = self._ends(starts, end, len(indent))
        old = [item_spelling(plain_value(item)) for item in node.items]
        new = [item_spelling(item) for item in values]
        edits: list[_LineEdit] = []
        for tag, first_old, last_old, first_new, last_new in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes():
            wanted = values[first_new:last_new]
            if tag == "equal":
                continue
            if tag == "insert":
                at = ends[first_old - 1] if first_old else starts[0]
                edits.append((at, at, write_items(wanted, indent)))
            elif last_old - first_old == len(wanted):
                for at, value in zip(range(first_old, last_old), wanted, strict=True):
                    span, lines = (starts[at], ends[at]), write_items([value], indent)
                    edits += self._value_edits(node.items[at], value, span, lines)
            else:
                edits.append((starts[first_old], ends[last_old - 1], write_items(wanted, indent)))
        return edits

    def _ends(self, starts: list[int], end: int, indent: int) -> list[int]:
        """Return the line after each value. Comments and empty lines before the next stay."""
        bounds = [*starts, end]
        ends = []
        for start, stop in pairwise(bounds):
            last = stop
            while last > start + 1 and self._is_between(self._lines[last - 1], indent):
                last -= 1
            ends.append(last)
        return ends

    def _is_between(self, line: str, indent: int) -> bool:
        bare = line.lstrip(" ")
        return not bare or (bare.startswith("#") and len(line) - len(bare) <= indent)

    def _is_flow(self, node: FieldsNode | ItemsNode) -> bool:
        line = self._lines[node.place.line - 1]
        return line[node.place.column - 1 : node.place.column] in ("{", "[")
