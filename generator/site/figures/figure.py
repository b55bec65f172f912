"""A figure: shapes to draw, and a table with the same facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.display.vocabulary import Option
from generator.site.figures.shapes import Shapes

RecordNames: TypeAlias = Callable[[str], tuple[str, str]]
"""The title of a record and its url from the site's root, by its id."""


# The sort key of a cell without a comparable value.
UNSORTED = " "


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A cell of the table of a figure.

    `refs` are ids of records to link in place of `text`, which holds their titles. `option` is
    shown as a tag. `sort` is the sort key where that is not `text`; `UNSORTED` puts the cell last.
    """

    text: str
    refs: tuple[str, ...] = ()
    option: Option | None = None
    sort: str = ""


@dataclass(frozen=True, slots=True)
class FigureLayers:
    """The shapes of a part of a figure, in its two layers, and the y of its bottom edge in px.

    `marks` and `side_marks` are the layers that `Figure` describes.
    """

    marks: Shapes
    side_marks: Shapes
    bottom: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and the same facts as a table.

    The picture is `height` px high and fills the width of the page. `width` and `wide` are the
    least width in px that it needs on narrow and on wide pages, 0 where any will do; on a narrower
    screen it scrolls sideways.

    `marks` and `side_marks` are two layers. On narrow pages both take the whole width; on wide
    pages and on paper `side_marks` begins at `split` percent of it.

    `more` counts the rows of the table that the picture leaves out. `note` is a line of text below
    the picture.
    """

    id: str
    title: str
    desc: str
    width: int
    height: int
    marks: Shapes
    columns: tuple[str, ...]
    rows: tuple[tuple[FigureCell, ...], ...]
    more: int = 0
    note: str = ""
    side_marks: Shapes = ()
    split: int = 0
    wide: int = 0


def text_cell(text: str, sort: str = "") -> FigureCell:
    """Return a cell of plain text."""
    return FigureCell(text, sort=sort)


def option_cell(option: Option, sort: str = "") -> FigureCell:
    """Return a cell that shows an option as a tag."""
    return FigureCell(option.label, option=option, sort=sort)


def count_cell(count: int) -> FigureCell:
    """Return a cell with a number."""
    return FigureCell(f"{count:,}", sort=str(count))


def records_cell(ids: tuple[str, ...], names: RecordNames) -> FigureCell:
    """Return a cell with links to records."""
    return FigureCell(", ".join(names(record_id)[0] for record_id in ids), refs=ids)
