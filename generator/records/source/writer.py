"""Write the values of a record as the text of its file; the inverse of `parse_source`.

Text is quoted only where YAML would refuse it or read it as something else. Long text is folded, so
that lines can be read and changes show in a diff.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.record import BODY_FIELD

WIDTH = 96
_STEP = "  "
# Indicators of YAML at the start of a text.
_START = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`:]|[-?](?:\s|$)|---|\.\.\.")
# A colon that would end a key, “#” that would begin a comment, and line breaks.
_INSIDE = re.compile(r":(?:\s|$)|\s#|[\t\n\r]")
_NOTHING = frozenset({"", "~", "null"})
# A single space between words: folding there does not change the text.
_GAP = re.compile(r"(?<=[^ ]) (?=[^ ])")


def write_record(fields: Mapping[str, Any], suffix: str = ".yaml") -> str:
    """Return the text of a file with these fields: text, lists, maps and None.

    Fields keep their order. The id is left out, because it is the file's name. With suffix `.md`
    the other fields are front matter and the story is the text below.
    """
    values = {name: value for name, value in fields.items() if name != "id"}
    if suffix != ".md":
        return _text(values)
    story = values.pop(BODY_FIELD, None)
    body = f"\n{story}\n" if story else ""
    return f"---\n{_text(values)}---\n{body}"


def write_fields(values: Mapping[str, Any], indent: str) -> list[str]:
    """Return the lines of fields in a map, each after `indent`."""
    return list(_fields(values, indent))


def write_items(values: list[Any], indent: str) -> list[str]:
    """Return the lines of the items of a list, each dash after `indent`."""
    return list(_items(values, indent))


def _text(values: Mapping[str, Any]) -> str:
    lines = _fields(values, "") if values else iter(["{}"])
    return "".join(f"{line}\n" for line in lines)


def _fields(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        yield from _under(f"{indent}{_one_line(name)}:", value, indent + _STEP)


def _items(values: list[Any] | tuple[Any, ...], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            # The first field follows the dash, the others are on lines below.
            first, *rest = _fields(value, indent + _STEP)
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _under(f"{indent}-", value, indent + _STEP)


def _under(lead: str, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a value after `lead`, on the same line or below it."""
    if value is None:
        yield lead
    elif isinstance(value, Mapping):
        yield lead if value else f"{lead} {{}}"
        yield from _fields(value, indent)
    elif isinstance(value, list | tuple):
        yield lead if value else f"{lead} []"
        yield from _items(value, indent)
    else:
        yield from _scalar(lead, str(value), indent)


def _scalar(lead: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text and _fits_literal_block(text):
        yield f"{lead} |-"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    elif len(lead) + len(text) >= WIDTH and _fits_folded_block(text):
        yield f"{lead} >-"
        yield from _folded(text, indent)
    else:
        yield f"{lead} {_one_line(text)}"


def _one_line(text: str) -> str:
    """Return a text on one line, in quotes where YAML needs them."""
    if text in _NOTHING or _START.match(text) or _INSIDE.search(text) or text != text.strip():
        return json.dumps(text, ensure_ascii=False)
    return text


def _fits_literal_block(text: str) -> bool:
    """Return whether a literal block (“|”) can hold the text unchanged."""
    lines = text.split("\n")
    bare = all(line == line.rstrip() for line in lines)
    return bare and bool(lines[0] and lines[-1]) and lines[0][0] != " " and not _has_tabs(text)


def _fits_folded_block(text: str) -> bool:
    return (
        text == text.strip()
        and "\n" not in text
        and not _has_tabs(text)
        and bool(_GAP.search(text))
    )


def _has_tabs(text: str) -> bool:
    return "\t" in text or "\r" in text


def _folded(text: str, indent: str) -> Iterator[str]:
    line = ""
    for word in _GAP.split(text):
        if line and len(indent) + len(line) + 1 + len(word) > WIDTH:
            yield indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield indent + line
