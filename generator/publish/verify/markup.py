"""The tags of a page, as they stand in its text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# most tags of a page are of these names with nothing but these attributes: no rule asks for any of
# them, so they are passed over as fast as can be
_PLAIN_NAMES = (
    "b|caption|code|dd|desc|details|div|dl|dt|em|figcaption|figure|g|h[1-6]|li|line|ol|p|path|rect"
    "|section|small|span|strong|summary|svg|table|tbody|td|text|th|thead|title|tr|ul"
)
_PLAIN_ATTRIBUTES = (
    "aria-label|aria-labelledby|class|d|data-label|data-sort|dx|height|overflow|role|rx|scope"
    "|tabindex|text-anchor|transform|viewBox|width|x|x1|x2|y|y1|y2"
)
_TAG = re.compile(
    rf"<(?:{_PLAIN_NAMES})(?: (?:{_PLAIN_ATTRIBUTES})=\"[^\"<>]*\")*+/?>"
    r"|<([a-zA-Z][\w:-]*)([^<>]*)>"
)
# whole attributes one after the other, so that the text of one is not taken for another
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# as browsers end them: https://html.spec.whatwg.org/multipage/parsing.html#comment-start-state
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class HtmlTag:
    """An opening tag: its name in small letters, its attributes, and how it is written.

    Tags that are written alike are one and the same while they are remembered.
    """

    name: str
    attributes: Attributes
    written: tuple[str, str]

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None where the tag has no such attribute."""
        return next((value for key, value in self.attributes if key == name), None)


def parse_tags(text: str) -> Iterator[HtmlTag]:
    """Every opening tag that a rule may ask for, once, in the order in which they first stand.

    Text never holds a bare “<” in our pages.
    """
    written_tags = dict.fromkeys(_TAG.findall(_without_comments(text)))
    written_tags.pop(("", ""), None)
    return map(_parse_tag, written_tags)


def tag_position(text: str, tag: HtmlTag) -> int:
    """At which letter a tag of a text first stands."""
    all_found = _TAG.finditer(_without_comments(text))
    return next((match.start() for match in all_found if match.groups("") == tag.written), 0)


def _without_comments(text: str) -> str:
    # spaces of the same length keep every place where it was
    return _COMMENT.sub(lambda match: " " * len(match[0]), text) if "<!--" in text else text


# a menu stands on every page, so that most tags have been read before
@lru_cache(maxsize=30_000)
def _parse_tag(written: tuple[str, str]) -> HtmlTag:
    attributes = (
        (name.lower(), html.unescape(quoted or single or bare))
        for name, quoted, single, bare in _ATTRIBUTE.findall(written[1])
    )
    return HtmlTag(written[0].lower(), tuple(attributes), written)


def line_and_column(text: str, start: int) -> tuple[int, int]:
    """The line and column of a place in a text, both from 1."""
    before = text.rfind("\n", 0, start)
    return text.count("\n", 0, start) + 1, start - before
