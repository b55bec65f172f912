"""A figure: shapes to draw, and a table with the same facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.display.vocabulary import Option
from generator.site.figures.shapes import Shapes

RecordNames: TypeAlias = Callable[[str], tuple[str, str]]
"""The title of a record and its url from the site's root, by its id."""


# what a cell says that cannot be put in order with the others of its column
UNSORTED = " "


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A cell of the table beside a figure.

    `refs` are ids of records to link, in the place of `text`, which then holds their titles;
    `option` is an allowed word to show as a label; `sort` is what to sort by, where
    that is not the text (`UNSORTED` puts the cell last).
    """

    text: str
    refs: tuple[str, ...] = ()
    option: Option | None = None
    sort: str = ""


@dataclass(frozen=True, slots=True)
class FigureLayers:
    """What is drawn of a part of a figure, and the y in px where it ends."""

    marks: Shapes
    beside: Shapes
    bottom: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and the same facts as a table.

    The picture is `height` px high and as wide as there is room. `width` is the least width in px
    that it needs on narrow pages, and `wide` on wide ones, 0 where any will do; where there is less
    room it scrolls sideways. `beside` are marks of a layer of its own: on narrow pages it lies over
    the whole picture, on wide ones and on paper it begins at `split` percent of the width. `more`
    counts the rows of the table that the picture leaves out; `note` says what a reader must know.
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
    beside: Shapes = ()
    split: int = 0
    wide: int = 0


def text_cell(text: str, sort: str = "") -> FigureCell:
    """A cell of words."""
    return FigureCell(text, sort=sort)


def option_cell(option: Option, sort: str = "") -> FigureCell:
    """A cell with an allowed word as a label."""
    return FigureCell(option.label, option=option, sort=sort)


def count_cell(count: int) -> FigureCell:
    """A cell with a count."""
    return FigureCell(f"{count:,}", sort=str(count))


def records_cell(ids: tuple[str, ...], names: RecordNames) -> FigureCell:
    """A cell that links records."""
    return FigureCell(", ".join(names(record_id)[0] for record_id in ids), refs=ids)
