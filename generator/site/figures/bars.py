"""Rows of a chart: a title and text, with a plot on a shared scale.

The style sheet places the plot: below the text on narrow pages, next to it on wide pages and on
paper.
"""

from __future__ import annotations

import math
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

# In px: the width of the text, the height of a plot.
TEXT_WIDTH = 258
PLOT_HEIGHT = 46
# Percent of the width that the text takes on wide pages; figures.css has the same number.
SPLIT_PERCENT = 44
_EIGHTH = 8
_MAX_EIGHTHS = 16


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of a chart.

    `title` is a link to `url`; `strong` is the bold line below it, `soft` the small lines below
    that. `plot` is drawn around y = 0 in a panel of its own.
    """

    title: str
    url: str
    strong: str
    soft: tuple[str, ...]
    plot: Shapes


@dataclass(frozen=True, slots=True)
class AxisScale:
    """A scale from the value `low` to the value `high`.

    `left` and `right` are the percent of the panel's width that stay free at its ends, for labels.
    On a logarithmic scale, for ratios, 0.5 and 2 are equally far from 1; all values are above 0.
    """

    low: float
    high: float
    left: float = 4
    right: float = 4
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Return the x position of a value, in percent of the panel's width."""
        low, high = self._on_axis(self.low), self._on_axis(self.high)
        span = high - low or 1
        return self.left + (self._on_axis(value) - low) * (100 - self.left - self.right) / span

    def _on_axis(self, value: float) -> float:
        return math.log(value) if self.logarithmic else value


def draw_heading(text: str, y: float, marks: Shapes) -> tuple[Shapes, float]:
    """Return the heading of a group of rows at `y` px, and the y of its bottom edge in px.

    `marks` are the symbol in front of the text.
    """
    lines = wrap_text(text, NARROW_WIDTH - 30, FONT_SIZE, 3, bold=True)
    title = text_lines(TextAnchor("26", y + 19), lines, "fg-text fg-bold")
    return (Panel("10", px(y + 14), "1", marks), title), y + 12 + LINE_HEIGHT * len(lines)


def draw_rows(rows: Sequence[BarRow], y: float) -> FigureLayers:
    """Return the rows below one another, the first at `y` px."""
    row_layers: list[FigureLayers] = []
    for row in rows:
        row_layers.append(_draw_row(row, y))
        y = row_layers[-1].bottom
    marks = (mark for layers in row_layers for mark in layers.marks)
    return FigureLayers(
        (*marks, horizontal_rule(y)),
        tuple(mark for layers in row_layers for mark in layers.side_marks),
        y,
    )


def _draw_row(row: BarRow, y: float) -> FigureLayers:
    title = wrap_text(row.title, TEXT_WIDTH, FONT_SIZE, 4)
    text_top = y + 8
    baseline = text_top + 12
    link = text_lines(TextAnchor("2", baseline), title, "fg-text fg-link")
    baseline += LINE_HEIGHT * (len(title) - 1)
    lines: list[Shape] = []
    for text_block, css_class, step in (
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
            lines.append(text_lines(TextAnchor("2", baseline + step), text_block, css_class))
            baseline += step * len(text_block)
    hit = Rect("0", px(y + 3), px(TEXT_WIDTH + 6), px(LINE_HEIGHT * len(title) + 5), "fg-hit", "3")
    link_title = ". ".join(part for part in (row.title.rstrip("."), row.strong, *row.soft) if part)
    middle = baseline + 6 + PLOT_HEIGHT / 2
    ends = middle + PLOT_HEIGHT / 2
    # On wide pages the style sheet moves the text down and the plot up, to the middle of the row.
    # It has a class for each distance, in steps of 8 px.
    eighths = min(round((middle - (y + ends) / 2) / _EIGHTH), _MAX_EIGHTHS)
    plot = ShapeGroup(f"fg-up-{eighths}", (Panel("0", px(middle), "100%", row.plot),))
    words_group = ShapeGroup("fg-down", (LinkedShapes(row.url, link_title, (hit, link)), *lines))
    return FigureLayers((horizontal_rule(y), words_group), (plot,), ends)


def value_marker(scale: AxisScale, value: float, d: str, css_class: str) -> Shape:
    """Return a marker with the path `d` at the position of a value."""
    return Marker(percent(scale.at(value)), "0", d, css_class)
