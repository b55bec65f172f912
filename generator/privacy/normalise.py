"""Text as a person reads it, without the signs by which an address can be hidden."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from generator.privacy.lookalikes import HIDDEN, replace_lookalikes
from generator.privacy.matches import Rules

_TAGS = "a|abbr|b|bdi|code|em|font|i|kbd|mark|small|span|strong|sub|sup|tt|u|wbr"
_ODD = re.compile(
    rf"[{HIDDEN}]+"
    r"|&(?:amp;){0,3}(?P<entity>\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});"
    r"|%(?P<percent>2[0BDEbde]|40)"
    r"|\\u(?P<four>[0-9a-fA-F]{4})|\\x(?P<two>[0-9a-fA-F]{2})"
    r"|\\(?P<blank>[nrt])|\\(?P<sign>[@._+()-])"
    # tags that change how letters look and not what they say, and short comments
    rf"|</?(?:{_TAGS})(?: class=\"[A-Za-z _-]{{0,40}}\")? ?/?>|<!-- ?[a-z]{{0,12}} ?-->"
)

_UNSEEN = re.compile(f"[{HIDDEN}]")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """A simplified text, and where each of its pieces stands in the text as written.

    A piece is `at[n]` in the simplified text and begins at `starts[n]` and ends at `ends[n]` as
    written. Each second piece is an oddity, which may have another length; the others are as they
    were. Of pieces that begin at one place the last is meant: the others are empty.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the simplified text begins and ends in the text as written."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begin = self.starts[first] + (0 if first % 2 else start - self.at[first])
        stop = self.ends[last] if last % 2 else self.starts[last] + end - self.at[last]
        return begin, stop


def normalise(text: str) -> NormalisedText:
    """Entities and escapes resolved, odd letters made usual, hidden letters left out."""
    if not _may_be_odd(text):
        return NormalisedText(text, (0,), (0,), (len(text),))
    same = replace_lookalikes(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for odd in _ODD.finditer(same):
        start, end = odd.span()
        words += same[done:start], _meant(odd) if odd.lastgroup else ""
        starts += done, start
        ends += start, end
        done = end
    words.append(same[done:])
    starts.append(done)
    ends.append(len(same))
    at = accumulate(map(len, words[:-1]), initial=0)
    return NormalisedText("".join(words), tuple(at), tuple(starts), tuple(ends))


def _may_be_odd(text: str) -> bool:
    """Whether there can be an oddity: nearly all text has none, and is told by this at once."""
    if not text.isascii() or any(sign in text for sign in "&%\\<"):
        return True
    return not text.replace("\n", "").replace("\t", "").isprintable()


def _meant(odd: re.Match[str]) -> str:
    """What an entity or an escape stands for."""
    group, value = odd.lastgroup, odd[odd.lastgroup or 0]
    if group == "entity":
        return _seen(html.unescape(f"&{value};"))
    if group == "blank":
        return "\n" if value == "n" else " "
    return value if group == "sign" else _seen(chr(int(value, 16)))


def _seen(text: str) -> str:
    return _UNSEEN.sub("", replace_lookalikes(text))


RULES: Rules = {"odd": _ODD, "unseen": _UNSEEN}
