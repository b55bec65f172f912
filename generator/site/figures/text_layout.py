"""Text layout without a browser: the width of text, and where lines break.

A figure is drawn at build time, before the reader's screen is known, and SVG text does not wrap.
The widths are those of the site's typeface, rounded up: a label is never wider than its estimate.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import combining, east_asian_width

FONT_SIZE = 14
SMALL_FONT_SIZE = 14
LINE_HEIGHT = 17
SMALL_LINE_HEIGHT = 17
# In px: the width of a figure on a page of 320 px, and at least that on wide pages and paper.
NARROW_WIDTH = 280
WIDE_WIDTH = 600

# The width of each character, in hundredths of the font size.
_WIDTHS = {
    character: hundredths
    for hundredths, characters in {
        16: "'", 24: ",.:;|·’", 28: " `ijl", 32: '!"()[f', 36: "]rt{}", 40: "-/I\\_“”",
        44: "1•", 48: "?svyz", 52: "7*Jckx–", 56: "2<>FLT^aeghnou~é×", 60: "3569$EPSVYbdpq",
        64: "48+=ABKRXZ£−", 68: "0#CD…", 72: "GHNOUw", 76: "&Q", 80: "@", 84: "M—→",
        88: "Wm", 92: "%",
    }.items()
    for character in characters
}  # fmt: skip
_BOLD = 1.08


@cache
def _hundredths(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if combining(character):
        return 0
    return 108 if east_asian_width(character) in "WF" else 72


def text_width(text: str, size: float = FONT_SIZE, *, bold: bool = False) -> float:
    """Return an upper bound of the width of a line in px, for a font size in px."""
    return sum(map(_hundredths, text)) * size / 100 * (_BOLD if bold else 1)


@lru_cache(maxsize=20_000)  # The same titles appear on many pages.
def wrap_text(
    text: str, room: float, size: float = FONT_SIZE, most: int = 3, *, bold: bool = False
) -> tuple[str, ...]:
    """Return the lines of a text, each at most `room` px wide; `size` is in px.

    Of a text with more than `most` lines, the last line is truncated and ends in “…”.
    """
    lines = [""]
    for word, space in _split_words(text):
        for piece in _break_word(word, room, size, bold):
            # No space is needed between pieces of one word: each piece but the last fills a line.
            longer = f"{lines[-1]}{space if lines[-1] else ''}{piece}"
            if text_width(longer, size, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    lines = [line for line in lines if line]
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :]).replace("- ", "-")
        lines = [*lines[: most - 1], _truncate(rest, room, size, bold)]
    return tuple(lines)


def _split_words(text: str) -> list[tuple[str, str]]:
    """Return each word, cut after hyphens, with the space before it: “ ” or nothing."""
    pieces = []
    for word in text.split():
        parts = re.split(r"(?<=[^-]-)(?=[^-])", word)
        pieces += [(part, "" if number else " ") for number, part in enumerate(parts)]
    return pieces


def is_truncated(text: str, lines: tuple[str, ...]) -> bool:
    """Return whether the lines hold less than the whole text."""
    return "".join(text.split()) != "".join("".join(lines).split())


def _break_word(word: str, room: float, size: float, bold: bool) -> list[str]:
    """Return a word in pieces that each fit a line of `room` px."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _truncate(text: str, room: float, size: float, bold: bool) -> str:
    """Return the start of a text that fits a line of `room` px with “…” at its end."""
    left = room - text_width("…", size, bold=bold)
    end = 0
    for character in text:
        left -= text_width(character, size, bold=bold)
        if left < 0:
            break
        end += 1
    return text[:end].rstrip(" ,;:·") + "…"
