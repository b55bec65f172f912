"""The tags of a page, as they stand in its text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile(r"<([a-zA-Z][\w:-]*)([^<>]*)>")
# whole attributes one after the other, so that the text of one is not taken for another
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: its name in small letters, its attributes, and where it starts."""

    name: str
    attributes: Attributes
    start: int

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None where the tag has no such attribute."""
        return next((value for key, value in self.attributes if key == name), None)


def tags(text: str) -> Iterator[Tag]:
    """Every opening tag, in the order of the text. Text never holds a bare “<” in our pages."""
    for found in _TAG.finditer(_without_comments(text)):
        yield Tag(found[1].lower(), _attributes(found[2]), found.start())


def _without_comments(text: str) -> str:
    # spaces of the same length keep every place where it was
    return _COMMENT.sub(lambda found: " " * len(found[0]), text) if "<!--" in text else text


# a menu stands on every page, so that most tags have been read before
@lru_cache(maxsize=100_000)
def _attributes(text: str) -> Attributes:
    return tuple(
        (name.lower(), html.unescape(quoted or single or bare))
        for name, quoted, single, bare in _ATTRIBUTE.findall(text)
    )


def position(text: str, start: int) -> tuple[int, int]:
    """The line and column of a place in a text, both from 1."""
    before = text.rfind("\n", 0, start)
    return text.count("\n", 0, start) + 1, start - before
