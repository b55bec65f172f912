"""Text as a person reads it: without the signs by which an address can be hidden."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−－"), "-")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text and, for each of its letters, where it stands in the text as it was written."""

    text: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the plain text begins and ends in the text as written."""
        return self.starts[start], self.ends[end - 1]


def plain(text: str) -> Plain:
    """Entities resolved, full-width letters and odd spaces and dashes made usual, letters that
    nobody sees left out.
    """
    if text.isascii() and "&" not in text:
        return Plain(text, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        match = _ENTITY.match(text, at) if text[at] == "&" else None
        end = match.end() if match else at + 1
        for letter in _usual(html.unescape(text[at:end])):
            letters.append(letter)
            starts.append(at)
            ends.append(end)
        at = end
    return Plain("".join(letters), tuple(starts), tuple(ends))


def _usual(text: str) -> str:
    if text.isascii():
        return text
    out = unicodedata.normalize("NFKC", text.translate(_DASHES))
    return "".join(
        " " if unicodedata.category(one) == "Zs" else one
        for one in out
        if unicodedata.category(one) != "Cf"
    )
