"""A matrix: named rows by named columns, with linked cells.

On narrow pages the name of a row is above its cells, so that it can be read without scrolling
sideways; on wide pages and on paper the style sheet moves it to their left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.site.figures.drawing import (
    KeyEntry,
    TextAnchor,
    draw_key,
    horizontal_rule,
    percent,
    px,
    text_lines,
)
from generator.site.figures.figure import Figure, FigureCell, FigureLayers, RecordNames
from generator.site.figures.shapes import (
    Line,
    LinkedShapes,
    Panel,
    Rect,
    Shape,
    ShapeGroup,
    Shapes,
    TextLines,
)
from generator.site.figures.text_layout import (
    LINE_HEIGHT,
    NARROW_WIDTH,
    SMALL_FONT_SIZE,
    WIDE_WIDTH,
    text_width,
    wrap_text,
)

HEADING_HEIGHT = 160
NAME_HEIGHT = 20
CELL_HEIGHT = 30
ROW_HEIGHT = NAME_HEIGHT + CELL_HEIGHT + 4
# Percent of the width that row names take on wide pages; figures.css has the same number.
NAMES_PERCENT = 34
MAX_CELLS = 150
# The number of rows after which the column names are repeated.
HEADING_INTERVAL = 16


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The content of a cell, drawn around its middle; `css_class` is that of its box."""

    url: str
    title: str
    marks: Shapes
    css_class: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The ids of the rows and columns to draw, and the cells by (row, column).

    `least` is the least width of a column in px.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], MatrixCell]
    least: int = 28

    @property
    def width(self) -> int:
        """Return the least width in px on narrow pages; 0 where all columns fit."""
        needed = self.least * len(self.columns)
        return needed if needed > NARROW_WIDTH else 0

    @property
    def wide(self) -> int:
        """Return the least width in px on wide pages, which also have the row names; 0 as above."""
        return round(self.width * 100 / (100 - NAMES_PERCENT))


def most_frequent(counts: dict[str, int], order: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the `most` items with the highest counts, highest first; ties as in `order`."""
    place = {item: number for number, item in enumerate(order)}
    counted = [item for item in order if counts.get(item)]
    return tuple(sorted(counted, key=lambda item: (-counts[item], place[item]))[:most])


def rows_to_draw(
    rows: Sequence[str],
    columns: Collection[str],
    pairs: Iterable[tuple[str, str]],
    most: int = MAX_CELLS,
) -> tuple[str, ...]:
    """Return the first rows that have at most `most` cells in `columns` together.

    `pairs` are the (row, column) of all cells. The limit keeps a picture readable and quick to lay
    out.
    """
    count = Counter(row for row, column in pairs if column in columns)
    sums = accumulate(count[row] for row in rows)
    return tuple(row for row, cells in zip(rows, sums, strict=True) if cells <= most)


@dataclass(frozen=True, slots=True)
class FigureText:
    """The words of a figure: those of `Figure`, and the column names of its table."""

    id: str
    title: str
    desc: str
    columns: tuple[str, ...]
    note: str


def matrix_figure(
    text: FigureText,
    matrix: Matrix,
    key: Sequence[KeyEntry],
    rows: tuple[tuple[FigureCell, ...], ...],
    names: RecordNames,
) -> Figure:
    """Return the figure of a matrix with its key; the table has a row for every known cell."""
    picture = draw_matrix(matrix, names)
    key_marks, height = draw_key(key, picture.bottom + 6)
    return Figure(
        id=text.id,
        title=text.title,
        desc=text.desc,
        width=matrix.width,
        wide=matrix.wide,
        side_marks=picture.side_marks,
        split=NAMES_PERCENT,
        height=round(height),
        marks=picture.marks + key_marks,
        columns=text.columns,
        rows=rows,
        more=len(rows) - len(matrix.cells),
        note=text.note,
    )


def draw_matrix(matrix: Matrix, names: RecordNames) -> FigureLayers:
    """Return a matrix, with the column names repeated every `HEADING_INTERVAL` rows."""
    marks: list[Shape] = []
    side_marks: list[Shape] = []
    y = 0.0
    for start in range(0, len(matrix.rows), HEADING_INTERVAL):
        rows = matrix.rows[start : start + HEADING_INTERVAL]
        side_marks.append(
            _full_width_panel(y + HEADING_HEIGHT, tuple(_column_headings(matrix, names)))
        )
        y += HEADING_HEIGHT
        ends = y + len(rows) * ROW_HEIGHT
        side_marks.append(_full_width_panel(y, tuple(_guides(matrix, ends - y))))
        for number, row in enumerate(rows):
            marks += _row_name(names(row), y + number * ROW_HEIGHT)
        marks.append(horizontal_rule(ends))
        side_marks.append(ShapeGroup("fg-lift", (_full_width_panel(y, _cells(matrix, rows)),)))
        y = ends + 12
    return FigureLayers(tuple(marks), tuple(side_marks), y)


def _full_width_panel(y: float, marks: Shapes) -> Panel:
    return Panel("0", px(y), "100%", marks)


def _column_headings(matrix: Matrix, names: RecordNames) -> list[Shape]:
    marks: list[Shape] = []
    for number, column in enumerate(matrix.columns):
        title, url = names(column)
        lines = wrap_text(title, HEADING_HEIGHT - 18, SMALL_FONT_SIZE, 2)
        first = 4.5 - (len(lines) - 1) * 6.5
        text = tuple((px(first + 13 * count), line) for count, line in enumerate(lines))
        hit = Rect("-13", px(4 - HEADING_HEIGHT), "26", px(HEADING_HEIGHT - 6), "fg-hit", "3")
        head = TextLines("8", text, "fg-text fg-small fg-link", turn="-90")
        middle = percent((number + 0.5) * 100 / len(matrix.columns))
        marks.append(Panel(middle, "0", "1", (LinkedShapes(url, title, (hit, head)),)))
    return marks


def _guides(matrix: Matrix, height: float) -> list[Shape]:
    edges = (
        percent(number * 100 / len(matrix.columns)) for number in range(len(matrix.columns) + 1)
    )
    return [Line(x, "0", x, px(height), "fg-rule fg-wide") for x in edges]


def _row_name(name: tuple[str, str], y: float) -> Shapes:
    title, url = name
    narrow = wrap_text(title, NARROW_WIDTH - 8, most=1)
    wide = wrap_text(title, WIDE_WIDTH * NAMES_PERCENT / 100 - 12, most=2)
    first = ROW_HEIGHT / 2 + 5 - (len(wide) - 1) * LINE_HEIGHT / 2
    marks = (
        Rect(
            "0", px(y + 1), px(8 + text_width(narrow[0])), px(NAME_HEIGHT), "fg-hit fg-narrow", "3"
        ),
        Rect("0", px(y + 2), f"{NAMES_PERCENT - 1}%", px(ROW_HEIGHT - 4), "fg-hit fg-wide", "3"),
        text_lines(TextAnchor("2", y + 15), narrow, "fg-text fg-link fg-narrow"),
        text_lines(TextAnchor("2", y + first), wide, "fg-text fg-link fg-wide"),
    )
    return (horizontal_rule(y), LinkedShapes(url, title, marks))


def _cells(matrix: Matrix, rows: Sequence[str]) -> Shapes:
    marks: list[Shape] = []
    wide = 100 / len(matrix.columns)
    for number, row in enumerate(rows):
        y = number * ROW_HEIGHT + NAME_HEIGHT + 1
        marks.append(Rect("0", px(y), "100%", px(CELL_HEIGHT), "fg-strip fg-narrow"))
        for place, column in enumerate(matrix.columns):
            cell = matrix.cells.get((row, column))
            if cell:
                box = Rect(
                    percent(place * wide),
                    px(y),
                    percent(wide),
                    px(CELL_HEIGHT),
                    cell.css_class,
                    "4",
                )
                art = Panel(percent((place + 0.5) * wide), px(y + CELL_HEIGHT / 2), "1", cell.marks)
                marks.append(LinkedShapes(cell.url, cell.title, (box, art)))
    return tuple(marks)
