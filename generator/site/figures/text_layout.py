"""How wide words are when they are drawn, and where their lines break.

A figure is drawn before anyone knows the reader's screen, so that lines must break at build time.
The widths are those of the site's typeface, rounded up: a label may come out shorter than it is
taken to be, never longer.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import combining, east_asian_width

FONT_SIZE = 14
SMALL_FONT_SIZE = 13
LINE_HEIGHT = 17
SMALL_LINE_HEIGHT = 16
# a page of 320 px has this much room for a figure; wide pages and paper have at least the other
NARROW_WIDTH = 280
WIDE_WIDTH = 600

# hundredths of the size of the type
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
    """How wide a line of text is at most, in px, at a size in px."""
    return sum(map(_hundredths, text)) * size / 100 * (_BOLD if bold else 1)


@lru_cache(maxsize=20_000)  # the same titles stand on many pages
def wrap_text(
    text: str, room: float, size: float = FONT_SIZE, most: int = 3, *, bold: bool = False
) -> tuple[str, ...]:
    """Text in at most `most` lines that fit `room` px; what is cut off is marked with “…”."""
    lines = [""]
    for word, space in _split_words(text):
        for piece in _break_word(word, room, size, bold):
            # a piece after the first of a word begins a line, for the piece before fills one
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
    """Each word, or part of one up to its hyphen, with the space that stands before it."""
    pieces = []
    for word in text.split():
        parts = re.split(r"(?<=[^-]-)(?=[^-])", word)
        pieces += [(part, "" if number else " ") for number, part in enumerate(parts)]
    return pieces


def is_truncated(text: str, lines: tuple[str, ...]) -> bool:
    """Whether the lines say less than the text."""
    return "".join(text.split()) != "".join("".join(lines).split())


def _break_word(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word, in pieces where it is too long for a line of its own."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _truncate(text: str, room: float, size: float, bold: bool) -> str:
    """The start of a text that fits one line with “…” at its end."""
    left = room - text_width("…", size, bold=bold)
    end = 0
    for character in text:
        left -= text_width(character, size, bold=bold)
        if left < 0:
            break
        end += 1
    return text[:end].rstrip(" ,;:·") + "…"
