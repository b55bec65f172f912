"""A fast parser for the opening tags of generated HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# most tags have these names and only these attributes; no rule asks for them, so one match skips
# each of them
_PLAIN_NAMES = (
    "b|caption|code|dd|desc|details|div|dl|dt|em|figcaption|figure|g|h[1-6]|li|line|ol|p|path|rect"
    "|section|small|span|strong|summary|svg|table|tbody|td|text|th|thead|title|tr|ul"
)
_PLAIN_ATTRIBUTES = (
    "aria-label|aria-labelledby|class|d|data-sort|dx|height|overflow|role|rx|scope"
    "|tabindex|text-anchor|transform|viewBox|width|x|x1|x2|y|y1|y2"
)
_TAG = re.compile(
    rf"<(?:{_PLAIN_NAMES})(?: (?:{_PLAIN_ATTRIBUTES})=\"[^\"<>]*\")*+/?>"
    r"|<([a-zA-Z][\w:-]*)([^<>]*)>"
)
# matches whole attributes, so that the value of one is not taken for another
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# ends as in browsers: https://html.spec.whatwg.org/multipage/parsing.html#comment-start-state
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class HtmlTag:
    """An opening tag: its name in lower case, its attributes, and its source.

    The cache returns the same object for tags written alike, so tags are compared by identity.
    """

    name: str
    attributes: Attributes
    written: tuple[str, str]

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, or None."""
        return next((value for key, value in self.attributes if key == name), None)


def parse_tags(text: str) -> Iterator[HtmlTag]:
    """Yield each distinct opening tag that a rule may ask for, in the order of first appearance.

    Generated pages never contain a bare “<” in text.
    """
    written_tags = dict.fromkeys(_TAG.findall(_without_comments(text)))
    written_tags.pop(("", ""), None)
    return map(_parse_tag, written_tags)


def tag_position(text: str, tag: HtmlTag) -> int:
    """Return the offset of the first occurrence of a tag in a text."""
    all_found = _TAG.finditer(_without_comments(text))
    return next((match.start() for match in all_found if match.groups("") == tag.written), 0)


def _without_comments(text: str) -> str:
    # spaces of the same length keep all offsets
    return _COMMENT.sub(lambda match: " " * len(match[0]), text) if "<!--" in text else text


# pages share the menu and most other tags
@lru_cache(maxsize=30_000)
def _parse_tag(written: tuple[str, str]) -> HtmlTag:
    attributes = (
        (name.lower(), html.unescape(quoted or single or bare))
        for name, quoted, single, bare in _ATTRIBUTE.findall(written[1])
    )
    return HtmlTag(written[0].lower(), tuple(attributes), written)


def line_and_column(text: str, start: int) -> tuple[int, int]:
    """Return the line and column of an offset in a text, both counted from 1."""
    before = text.rfind("\n", 0, start)
    return text.count("\n", 0, start) + 1, start - before
