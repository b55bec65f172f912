"""A file's values as they were written: text, lists and maps, each with its place.

They are tuples with names: a file holds hundreds, and they go from one process to another.
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
    """A piece of text. `plain` is true when it was written without quotes."""

    text: str
    place: SourcePosition
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """True for an empty value, `null` or `~` without quotes: "the source does not say"."""
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
        """The entry of that name, or None."""
        return next((e for e in self.entries if e[0].text == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping
# a recursive alias of plain values would buy no safety: the model checks what comes of it
PlainValue: TypeAlias = "str | list[PlainValue] | dict[str, PlainValue] | None"


def plain_value(node: Node) -> PlainValue:
    """The node as str, None, list and dict, for the model to check."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items]
    return {key.text: plain_value(value) for key, value in node.entries}


def locate(node: Node, path: Seq[str | int], *, at_key: bool = False) -> SourcePosition:
    """The place of the value at `path`, or of its nearest ancestor that exists.

    With `at_key` the place of the last name itself, not of its value.
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


def _value_place(key: Scalar, value: Node) -> SourcePosition:
    # an empty value has no place a reader can see: point at its name
    return key.place if isinstance(value, Scalar) and not value.text else value.place
