"""Rows of a chart: words, and beside them what they say drawn on a scale.

On narrow pages the drawing stands under the words, on wide pages and on paper beside them; the
style sheet moves it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.figures.drawing import TextAnchor, horizontal_rule, percent, px, text_lines
from generator.site.figures.figure import FigureLayers
from generator.site.figures.shapes import (
    LinkedShapes,
    Marker,
    Panel,
    Rect,
    Shape,
    ShapeGroup,
    Shapes,
)
from generator.site.figures.text_layout import (
    FONT_SIZE,
    LINE_HEIGHT,
    NARROW_WIDTH,
    SMALL_FONT_SIZE,
    SMALL_LINE_HEIGHT,
    wrap_text,
)

# px: room for words, the height of a drawing
TEXT_WIDTH = 258
PLOT_HEIGHT = 46
# percent of wide pages that the words take, as figures.css has it
SPLIT_PERCENT = 44
_EIGHTH = 8
_MAX_EIGHTHS = 16


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of a chart.

    `title` leads to `url`; `strong` and `soft` are lines below it. `plot` is drawn around the
    height 0 in a pane of its own.
    """

    title: str
    url: str
    strong: str
    soft: tuple[str, ...]
    plot: Shapes


@dataclass(frozen=True, slots=True)
class AxisScale:
    """Where values stand between the ends `low` and `high`.

    `left` and `right` are the percent of the pane that are free beside them, for labels.
    """

    low: float
    high: float
    left: float = 4
    right: float = 4

    def at(self, value: float) -> float:
        """The place of a value in percent of the pane."""
        span = self.high - self.low or 1
        return self.left + (value - self.low) * (100 - self.left - self.right) / span


def draw_heading(text: str, y: float, marks: Shapes) -> tuple[Shapes, float]:
    """The title of a group of rows with its sign, from `y` px on, and where it ends."""
    lines = wrap_text(text, NARROW_WIDTH - 30, FONT_SIZE, 3, bold=True)
    title = text_lines(TextAnchor("26", y + 19), lines, "fg-text fg-bold")
    return (Panel("10", px(y + 14), "1", marks), title), y + 12 + LINE_HEIGHT * len(lines)


def draw_rows(rows: Sequence[BarRow], y: float) -> FigureLayers:
    """Rows below one another from `y` px on."""
    row_layers: list[FigureLayers] = []
    for row in rows:
        row_layers.append(_draw_row(row, y))
        y = row_layers[-1].bottom
    marks = (mark for layers in row_layers for mark in layers.marks)
    return FigureLayers(
        (*marks, horizontal_rule(y)),
        tuple(mark for layers in row_layers for mark in layers.beside),
        y,
    )


def _draw_row(row: BarRow, y: float) -> FigureLayers:
    title = wrap_text(row.title, TEXT_WIDTH, FONT_SIZE, 4)
    text_top = y + 8
    baseline = text_top + 12
    link = text_lines(TextAnchor("2", baseline), title, "fg-text fg-link")
    baseline += LINE_HEIGHT * (len(title) - 1)
    lines: list[Shape] = []
    for text_block, look, step in (
        (
            wrap_text(row.strong, TEXT_WIDTH, FONT_SIZE, 3, bold=True),
            "fg-text fg-bold",
            LINE_HEIGHT,
        ),
        *(
            (wrap_text(text, TEXT_WIDTH, SMALL_FONT_SIZE, 3), "fg-text fg-small", SMALL_LINE_HEIGHT)
            for text in row.soft
        ),
    ):
        if text_block:
            lines.append(text_lines(TextAnchor("2", baseline + step), text_block, look))
            baseline += step * len(text_block)
    hit = Rect("0", px(y + 3), px(TEXT_WIDTH + 6), px(LINE_HEIGHT * len(title) + 5), "fg-hit", "3")
    link_title = ". ".join(part for part in (row.title.rstrip("."), row.strong, *row.soft) if part)
    middle = baseline + 6 + PLOT_HEIGHT / 2
    ends = middle + PLOT_HEIGHT / 2
    # on wide pages the words go down and the drawing up, both to the middle of the row
    eighths = min(round((middle - (y + ends) / 2) / _EIGHTH), _MAX_EIGHTHS)
    plot = ShapeGroup(f"fg-up-{eighths}", (Panel("0", px(middle), "100%", row.plot),))
    words_group = ShapeGroup("fg-down", (LinkedShapes(row.url, link_title, (hit, link)), *lines))
    return FigureLayers((horizontal_rule(y), words_group), (plot,), ends)


def value_marker(scale: AxisScale, value: float, d: str, look: str) -> Shape:
    """A sign at a value."""
    return Marker(percent(scale.at(value)), "0", d, look)
