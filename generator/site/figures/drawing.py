"""Shapes that every figure uses: lengths, markers, lines of text, the key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.site.figures.figure import RecordNames
from generator.site.figures.shapes import Line, Marker, Panel, Shape, Shapes, TextLines
from generator.site.figures.text_layout import (
    FONT_SIZE,
    LINE_HEIGHT,
    NARROW_WIDTH,
    SMALL_FONT_SIZE,
    SMALL_LINE_HEIGHT,
    WIDE_WIDTH,
    is_truncated,
    wrap_text,
)

DISC = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
RING = "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"
DIAMOND = "M0 -6.5L6.5 0L0 6.5L-6.5 0Z"
SQUARE = "M-5 -5H5V5H-5Z"
UP = "M0 -5L6 5H-6Z"
DOWN = "M0 5L6 -5H-6Z"
LEFT_RIGHT = "M-7 0L-2 -5V5ZM7 0L2 -5V5Z"
BAR = "M-6 -2.5H6V2.5H-6Z"
ARROW = "M-6 0H5M0.5 -4.5L5.5 0L0.5 4.5"
PAUSE = "M-3 -5V5M3 -5V5"
CROSS = "M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5"
ARROWHEAD = "M0 0L-9 -5V5Z"


@lru_cache(maxsize=20_000)
def px(length: float) -> str:
    """Return a length as text with at most two decimals, the same on every machine."""
    text = f"{length:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(percent: float) -> str:
    """Return a percentage of the panel's width as text, such as “12.5%”."""
    return f"{px(percent)}%"


def text_rows(
    lines: Iterable[str], first: float, step: float = LINE_HEIGHT
) -> tuple[tuple[str, str], ...]:
    """Return each line with the y of its baseline, the first at `first` px, `step` px apart."""
    return tuple((px(first + number * step), line) for number, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class TextAnchor:
    """The position of text: `x` in its panel, `y` in px, `anchor` and `shift` as in `TextLines`."""

    x: str
    y: float
    anchor: str = "start"
    shift: float = 0


def text_lines(
    at: TextAnchor, lines: Sequence[str], css_class: str = "fg-text", full: str = ""
) -> TextLines:
    """Return lines of text, the first with its baseline at `at.y`.

    `full` is the complete text; it is kept only where `lines` were truncated.
    """
    step = SMALL_LINE_HEIGHT if "fg-small" in css_class else LINE_HEIGHT
    left_out = full if full and is_truncated(full, tuple(lines)) else ""
    return TextLines(
        at.x, text_rows(lines, at.y, step), css_class, at.anchor, px(at.shift), full=left_out
    )


def horizontal_rule(y: float, css_class: str = "fg-rule") -> Line:
    """Return a line across the whole figure at `y` px."""
    return Line("0", px(y), "100%", px(y), css_class)


def target_url(ids: Sequence[str], fallback: str, names: RecordNames) -> str:
    """Return the page that a shape links to: that of its only record, else that of `fallback`."""
    return names(ids[0] if len(ids) == 1 else fallback)[1]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An entry of the key: a symbol, drawn around its origin, and its meaning."""

    marks: Shapes
    text: str


def marker(d: str, css_class: str, x: float = 0) -> Marker:
    """Return a marker with the path `d`, drawn around the point (`x` px, 0)."""
    return Marker(px(x), "0", d, css_class)


def letter(text: str, x: float = 0, y: float = 4.5, css_class: str = "fg-letter") -> TextLines:
    """Return a text centred on `x` px with its baseline at `y` px."""
    return TextLines(px(x), ((px(y), text),), css_class, "middle")


KEY_INDENT = 30


def draw_key(entries: Sequence[KeyEntry], top: float) -> tuple[Shapes, float]:
    """Return the key in two columns from `top` px, and the y of its bottom edge in px."""
    marks: list[Shape] = [text_lines(TextAnchor("0", top + 14), ["Key"], "fg-text fg-bold")]
    y = top + 24
    for number in range(0, len(entries), 2):
        deepest = 0
        for column, entry in enumerate(entries[number : number + 2]):
            entry_shapes, lines = _key_entry(entry, percent(50 * column), y)
            deepest = max(deepest, lines)
            marks += entry_shapes
        y += deepest * SMALL_LINE_HEIGHT + 8
    return tuple(marks), y


def _key_entry(entry: KeyEntry, x: str, y: float) -> tuple[Shapes, int]:
    at = TextAnchor(x, y + 12, shift=KEY_INDENT)
    narrow = wrap_text(entry.text, NARROW_WIDTH / 2 - KEY_INDENT - 8, SMALL_FONT_SIZE, 5)
    wide = wrap_text(entry.text, WIDE_WIDTH / 2 - KEY_INDENT - 8, SMALL_FONT_SIZE, 5)
    art = Panel(x, px(y + 8), "100%", (Panel("13", "0", "1", entry.marks),))
    return (art, *responsive_text(at, narrow, wide, "fg-text fg-small")), len(narrow)


def responsive_text(
    at: TextAnchor, narrow: tuple[str, ...], wide: tuple[str, ...], css_class: str, full: str = ""
) -> Shapes:
    """Return text with its line breaks for narrow pages and for wide ones.

    Where both are the same, return it once; else the style sheet shows one of the two.
    """
    if narrow == wide:
        return (text_lines(at, narrow, css_class, full),)
    both = ((narrow, f"{css_class} fg-narrow"), (wide, f"{css_class} fg-wide"))
    return tuple(text_lines(at, lines, seen, full) for lines, seen in both)


@dataclass(frozen=True, slots=True)
class LabelSpace:
    """The widths in px for a label on narrow pages and on wide ones, and the most lines of it."""

    narrow: float
    wide: float
    most: int = 3

    def lines(self, text: str, *, bold: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the lines of a text on narrow pages, and on wide pages and paper."""
        narrow = wrap_text(text, self.narrow, FONT_SIZE, self.most, bold=bold)
        return narrow, wrap_text(text, self.wide, FONT_SIZE, self.most, bold=bold)


def centred_label(
    at: TextAnchor, text: str, room: LabelSpace, css_class: str = "fg-text"
) -> tuple[Shapes, float]:
    """Return text centred vertically on `at.y`, and its height on narrow pages in px.

    As in `responsive_text`, the text is returned twice where its line breaks differ.
    """
    narrow, wide = room.lines(text, bold="fg-bold" in css_class)
    high = LINE_HEIGHT * len(narrow)
    if narrow == wide:
        return (_centred_lines(at, narrow, css_class, text),), high
    both = ((narrow, f"{css_class} fg-narrow"), (wide, f"{css_class} fg-wide"))
    return tuple(_centred_lines(at, lines, seen, text) for lines, seen in both), high


def _centred_lines(at: TextAnchor, lines: tuple[str, ...], css_class: str, full: str) -> TextLines:
    first = at.y - (len(lines) - 1) * LINE_HEIGHT / 2 + 5
    return text_lines(TextAnchor(at.x, first, at.anchor, at.shift), lines, css_class, full)
