"""The nodes of a parsed file: text, lists and maps, each with its position.

They are named tuples because a file holds hundreds of them, and they are pickled between processes.
"""

from __future__ import annotations

from collections.abc import Sequence as Seq
from typing import NamedTuple, TypeAlias


class SourcePosition(NamedTuple):
    """Where a value starts in its file; line and column count from 1."""

    line: int
    column: int


START = SourcePosition(1, 1)


class Scalar(NamedTuple):
    """A text. `plain` is true when it was written without quotes."""

    text: str
    place: SourcePosition
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether it is an empty value, `null` or `~` without quotes, which mean “not stated”."""
        return self.plain and self.text in ("", "null", "~")


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    place: SourcePosition


class Mapping(NamedTuple):
    """Named values, in the order they were written."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: SourcePosition

    def find(self, name: str) -> tuple[Scalar, Node] | None:
        """Return the name and the value of an entry, or None."""
        return next((e for e in self.entries if e[0].text == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping
# No stricter recursive type: pydantic validates these values.
PlainValue: TypeAlias = "str | list[PlainValue] | dict[str, PlainValue] | None"


def plain_value(node: Node) -> PlainValue:
    """Return the node as str, None, list and dict, for pydantic to validate."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {key.text: plain_value(value) for key, value in node.entries}


def locate(node: Node, path: Seq[str | int], *, at_key: bool = False) -> SourcePosition:
    """Return the position of the value at `path`, or of its nearest ancestor that exists.

    With `at_key` return the position of the last name on the path, not of its value.
    """
    place = node.place
    for position, step in enumerate(path):
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.find(step)
            if entry is None:
                return place
            node = entry[1]
            last = position == len(path) - 1
            place = entry[0].place if (at_key and last) else _value_place(*entry)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
        else:
            return place
    return place


def node_at(node: Node, path: Seq[str | int]) -> Node | None:
    """Return the node at `path`, or None."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.find(step)
            if entry is None:
                return None
            node = entry[1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def _value_place(key: Scalar, value: Node) -> SourcePosition:
    # An empty value has no visible position: return that of its name.
    return key.place if isinstance(value, Scalar) and not value.text else value.place
