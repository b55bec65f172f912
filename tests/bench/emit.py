"""Values to YAML, laid out as people write it in the academy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value] | None"

_WIDTH = 96
# what may stand without quotes: starts with a letter, a digit or a minus before one
_PLAIN = re.compile(r"(?!.*(?:: | #|:$))-?[A-Za-z0-9(£][^\n]*")


def to_yaml(values: Mapping[str, Value]) -> str:
    """A record as the text of its file."""
    return "\n".join(_mapping(values, "")) + "\n"


def _mapping(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")
        else:
            yield from _scalar(f"{indent}{key}:", value, indent + "  ")


def _items(values: Sequence[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            inside = list(_mapping(value, indent + "  "))
            yield f"{indent}- {inside[0].lstrip()}"
            yield from inside[1:]
        elif isinstance(value, str | int):
            yield from _scalar(f"{indent}-", value, indent + "  ")


def _scalar(front: str, value: str | int | None, indent: str) -> Iterator[str]:
    if value is None:
        yield front
    elif isinstance(value, int):
        yield f"{front} {value}"
    elif "\n" in value:
        yield f"{front} |-"
        yield from (f"{indent}{line}" if line else "" for line in value.split("\n"))
    elif len(front) + len(value) > _WIDTH:
        yield f"{front} >-"
        yield from _wrapped(value, indent)
    elif _PLAIN.fullmatch(value):
        yield f"{front} {value}"
    else:
        yield "{} '{}'".format(front, value.replace("'", "''"))


def _wrapped(text: str, indent: str) -> Iterator[str]:
    line = indent
    for word in text.split(" "):
        if len(line) + len(word) >= _WIDTH and line != indent:
            yield line
            line = indent
        line += word if line == indent else f" {word}"
    yield line
