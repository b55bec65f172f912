"""A record's values as the text of its file: the way back from `parse_source`.

What stands in quotes does so because it would be refused, or read as something else, without them.
Long prose is folded, so that a line can be read and a change to it be seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.record import BODY_FIELD

WIDTH = 96
_STEP = "  "
# signs with a meaning of their own at the start of a text, or of a whole text
_START = re.compile(r"[\s,\[\]{}#&*!|>'\"%@`:]|[-?](?:\s|$)|---|\.\.\.")
# a colon that would make a name of the text before it, and a sign that would begin a comment
_INSIDE = re.compile(r":(?:\s|$)|\s#|[\t\n\r]")
_NOTHING = frozenset({"", "~", "null"})
# a single space between two words: the one place where a fold leaves the text as it was
_GAP = re.compile(r"(?<=[^ ]) (?=[^ ])")


def write_record(fields: Mapping[str, Any], suffix: str = ".yaml") -> str:
    """The text of the file that holds these fields: text, lists, maps and None.

    The fields keep their order. The id is left out, because it is the file's name. With `.md` the
    story stands below the others.
    """
    values = {name: value for name, value in fields.items() if name != "id"}
    if suffix != ".md":
        return _text(values)
    story = values.pop(BODY_FIELD, None)
    body = f"\n{story}\n" if story else ""
    return f"---\n{_text(values)}---\n{body}"


def _text(values: Mapping[str, Any]) -> str:
    lines = _fields(values, "") if values else iter(["{}"])
    return "".join(f"{line}\n" for line in lines)


def _fields(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        yield from _under(f"{indent}{_one_line(name)}:", value, indent + _STEP)


def _items(values: list[Any] | tuple[Any, ...], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            # the first field stands beside the dash, the others below it
            first, *rest = _fields(value, indent + _STEP)
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _under(f"{indent}-", value, indent + _STEP)


def _under(lead: str, value: Any, indent: str) -> Iterator[str]:
    """A value after `lead`, on its line or below it."""
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
    if "\n" in text and _can_stand_as_it_is(text):
        yield f"{lead} |-"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    elif len(lead) + len(text) >= WIDTH and _can_be_folded(text):
        yield f"{lead} >-"
        yield from _folded(text, indent)
    else:
        yield f"{lead} {_one_line(text)}"


def _one_line(text: str) -> str:
    """Text that stands on one line, in quotes where it needs them."""
    if text in _NOTHING or _START.match(text) or _INSIDE.search(text) or text != text.strip():
        return json.dumps(text, ensure_ascii=False)
    return text


def _can_stand_as_it_is(text: str) -> bool:
    """True when every line can be told from its indentation."""
    lines = text.split("\n")
    bare = all(line == line.rstrip() for line in lines)
    return bare and bool(lines[0] and lines[-1]) and lines[0][0] != " " and not _odd(text)


def _can_be_folded(text: str) -> bool:
    return text == text.strip() and "\n" not in text and not _odd(text) and bool(_GAP.search(text))


def _odd(text: str) -> bool:
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
