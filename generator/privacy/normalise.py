"""Normalise text: decode escapes, replace lookalikes, drop invisible characters and tags."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from generator.privacy.lookalikes import HIDDEN, replace_lookalikes
from generator.privacy.matches import Rules

_TAGS = "a|abbr|b|bdi|code|em|font|i|kbd|mark|small|span|strong|sub|sup|tt|u|wbr"
_REPLACED = re.compile(
    rf"[{HIDDEN}]+"
    r"|&(?:amp;){0,3}(?P<entity>\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});"
    r"|%(?P<percent>2[0BDEbde]|40)"
    r"|\\u(?P<four>[0-9a-fA-F]{4})|\\x(?P<two>[0-9a-fA-F]{2})"
    r"|\\(?P<blank>[nrt])|\\(?P<sign>[@._+()-])"
    # inline tags without meaning, and short comments
    rf"|</?(?:{_TAGS})(?: class=\"[A-Za-z _-]{{0,40}}\")? ?/?>|<!-- ?[a-z]{{0,12}} ?-->"
)

_UNSEEN = re.compile(f"[{HIDDEN}]")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A normalised text, and a map from its segments to the original text.

    Segment `n` starts at `at[n]` in the normalised text, and spans `starts[n]` to `ends[n]` in the
    original. Segments with odd `n` were replaced and may differ in length; the others are
    unchanged. Where several segments start at one position, all but the last are empty.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the start and end in the original of a span of the normalised text."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begin = self.starts[first] + (0 if first % 2 else start - self.at[first])
        stop = self.ends[last] if last % 2 else self.starts[last] + end - self.at[last]
        return begin, stop


def normalise(text: str) -> NormalisedText:
    """Return the text with entities and escapes decoded, in ASCII forms, without tags."""
    if not _may_need_change(text):
        return NormalisedText(text, (0,), (0,), (len(text),))
    ascii_text = replace_lookalikes(text)
    segments: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _REPLACED.finditer(ascii_text):
        start, end = match.span()
        segments += ascii_text[done:start], _decoded(match) if match.lastgroup else ""
        starts += done, start
        ends += start, end
        done = end
    segments.append(ascii_text[done:])
    starts.append(done)
    ends.append(len(ascii_text))
    at = accumulate(map(len, segments[:-1]), initial=0)
    return NormalisedText("".join(segments), tuple(at), tuple(starts), tuple(ends))


def _may_need_change(text: str) -> bool:
    """Return whether anything may need replacing: a fast test that most text fails."""
    if not text.isascii() or any(sign in text for sign in "&%\\<"):
        return True
    return not text.replace("\n", "").replace("\t", "").isprintable()


def _decoded(match: re.Match[str]) -> str:
    """Return the characters that an entity or an escape stands for."""
    group, value = match.lastgroup, match[match.lastgroup or 0]
    if group == "entity":
        return _visible(html.unescape(f"&{value};"))
    if group == "blank":
        return "\n" if value == "n" else " "
    return value if group == "sign" else _visible(chr(int(value, 16)))


def _visible(text: str) -> str:
    return _UNSEEN.sub("", replace_lookalikes(text))


RULES: Rules = {"odd": _REPLACED, "unseen": _UNSEEN}
