"""A matrix: named rows by named columns, with a linked cell wherever there is something to say.

On narrow pages the name of a row stands above its cells, so that it can be read without scrolling
sideways; on wide pages and on paper the style sheet puts it beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.site.figures.drawing import TextAnchor, px, rule, share, words
from generator.site.figures.shapes import (
    FigureLayers,
    Line,
    LinkedShapes,
    Panel,
    RecordNames,
    Rect,
    Shape,
    ShapeGroup,
    Shapes,
    TextLines,
)
from generator.site.figures.text_layout import NARROW, SMALL, STEP, WIDE, width, wrap

HEADS = 160
NAME = 20
CELL = 30
BAND = NAME + CELL + 4
# percent of the width that the names of rows take on wide pages, as figures.css has it
BESIDE = 34
MOST_CELLS = 200
# after so many rows the names of the columns are said again
AGAIN = 16


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a cell shows, drawn around its middle; `look` is that of its box."""

    url: str
    title: str
    marks: Shapes
    look: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Ids of the rows and columns to draw, and the cells by (row, column).

    `least` is how many px a column needs.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], MatrixCell]
    least: int = 28

    @property
    def width(self) -> int:
        """The least width of the whole in px on narrow pages; 0 where it fits them all."""
        needed = self.least * len(self.columns)
        return needed if needed > NARROW else 0

    @property
    def wide(self) -> int:
        """The same for wide pages, where the names of the rows stand beside the cells."""
        return round(self.width * 100 / (100 - BESIDE))


def most_of(counts: dict[str, int], order: Sequence[str], most: int) -> tuple[str, ...]:
    """The `most` of `order` that count most, those with most first."""
    place = {one: number for number, one in enumerate(order)}
    some = [one for one in order if counts.get(one)]
    return tuple(sorted(some, key=lambda one: (-counts[one], place[one]))[:most])


def rows_drawn(
    rows: Sequence[str], columns: Collection[str], pairs: Iterable[tuple[str, str]]
) -> tuple[str, ...]:
    """The first rows, as many as have `MOST_CELLS` cells between them: more can neither be taken in
    nor laid out before a reader wants to scroll. `pairs` are the (row, column) of all cells.
    """
    count = Counter(row for row, column in pairs if column in columns)
    sums = accumulate(count[row] for row in rows)
    return tuple(row for row, cells in zip(rows, sums, strict=True) if cells <= MOST_CELLS)


def draw_matrix(matrix: Matrix, names: RecordNames) -> FigureLayers:
    """A matrix, with the names of the columns said again after every few rows."""
    marks: list[Shape] = []
    beside: list[Shape] = []
    y = 0.0
    for start in range(0, len(matrix.rows), AGAIN):
        some = matrix.rows[start : start + AGAIN]
        beside.append(_plot(y + HEADS, tuple(_heads(matrix, names))))
        y += HEADS
        ends = y + len(some) * BAND
        beside.append(_plot(y, tuple(_guides(matrix, ends - y))))
        for number, row in enumerate(some):
            marks += _name(names(row), y + number * BAND)
        marks.append(rule(ends))
        beside.append(ShapeGroup("fg-lift", (_plot(y, _cells(matrix, some)),)))
        y = ends + 12
    return FigureLayers(tuple(marks), tuple(beside), y)


def _plot(y: float, marks: Shapes) -> Panel:
    return Panel("0", px(y), "100%", marks)


def _heads(matrix: Matrix, names: RecordNames) -> list[Shape]:
    marks: list[Shape] = []
    for number, column in enumerate(matrix.columns):
        title, url = names(column)
        lines = wrap(title, HEADS - 18, SMALL, 2)
        first = 4.5 - (len(lines) - 1) * 6.5
        text = tuple((px(first + 13 * count), line) for count, line in enumerate(lines))
        hit = Rect("-13", px(4 - HEADS), "26", px(HEADS - 6), "fg-hit", "3")
        head = TextLines("8", text, "fg-text fg-small fg-link", turn="-90")
        middle = share((number + 0.5) * 100 / len(matrix.columns))
        marks.append(Panel(middle, "0", "1", (LinkedShapes(url, title, (hit, head)),)))
    return marks


def _guides(matrix: Matrix, height: float) -> list[Shape]:
    edges = (share(number * 100 / len(matrix.columns)) for number in range(len(matrix.columns) + 1))
    return [Line(x, "0", x, px(height), "fg-rule fg-wide") for x in edges]


def _name(name: tuple[str, str], y: float) -> Shapes:
    title, url = name
    narrow = wrap(title, NARROW - 8, most=1)
    wide = wrap(title, WIDE * BESIDE / 100 - 12, most=2)
    first = BAND / 2 + 5 - (len(wide) - 1) * STEP / 2
    marks = (
        Rect("0", px(y + 1), px(8 + width(narrow[0])), px(NAME), "fg-hit fg-narrow", "3"),
        Rect("0", px(y + 2), f"{BESIDE - 1}%", px(BAND - 4), "fg-hit fg-wide", "3"),
        words(TextAnchor("2", y + 15), narrow, "fg-text fg-link fg-narrow"),
        words(TextAnchor("2", y + first), wide, "fg-text fg-link fg-wide"),
    )
    return (rule(y), LinkedShapes(url, title, marks))


def _cells(matrix: Matrix, rows: Sequence[str]) -> Shapes:
    marks: list[Shape] = []
    wide = 100 / len(matrix.columns)
    for number, row in enumerate(rows):
        y = number * BAND + NAME + 1
        marks.append(Rect("0", px(y), "100%", px(CELL), "fg-strip fg-narrow"))
        for place, column in enumerate(matrix.columns):
            cell = matrix.cells.get((row, column))
            if cell:
                box = Rect(share(place * wide), px(y), share(wide), px(CELL), cell.look, "4")
                art = Panel(share((place + 0.5) * wide), px(y + CELL / 2), "1", cell.marks)
                marks.append(LinkedShapes(cell.url, cell.title, (box, art)))
    return tuple(marks)
