"""What a figure is made of: finished marks and a table.

Lengths are finished texts: a plain number is in px, one with “%” is a share of the width of the
pane the mark stands in. Heights and everything that stands above one another are in px, so that
text never scales. URLs are relative to the site's root.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.display.vocabulary import Option

RecordNames: TypeAlias = Callable[[str], tuple[str, str]]
"""The title of a record and its url from the site's root, by its id."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box with its corners rounded by `round` px."""

    x: str
    y: str
    width: str
    height: str
    look: str
    round: str = "0"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str
    look: str


@dataclass(frozen=True, slots=True)
class Path:
    """Any other shape, in the units of its pane."""

    d: str
    look: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A shape of a fixed size in px, drawn around a point."""

    x: str
    y: str
    d: str
    look: str


@dataclass(frozen=True, slots=True)
class TextLines:
    """Lines of words, each with the y of its baseline in px.

    `anchor` is start, middle or end; `shift` moves the lines sideways by px; `turn` is a rotation
    about the origin of the pane. `full` holds all the words where the lines had to be cut short.
    """

    x: str
    lines: tuple[tuple[str, str], ...]
    look: str
    anchor: str = "start"
    shift: str = "0"
    turn: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Marks with an origin and a width of their own; what stands outside is drawn as well."""

    x: str
    y: str
    width: str
    marks: tuple[Shape, ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class ScaledPaths:
    """Paths in a space 100 wide and as high in px as the figure; it stretches sideways only."""

    x: str
    width: str
    box: str
    marks: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Marks that a rule of the style sheet moves together."""

    look: str
    marks: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """Marks that stand just so in many figures: drawn once, they are taken from there."""

    marks: Shapes


@dataclass(frozen=True, slots=True)
class LinkedShapes:
    """Marks that lead to a page; the title is the link's name and says what they show."""

    url: str
    title: str
    marks: tuple[Shape, ...]


Shape: TypeAlias = (
    Rect
    | Line
    | Path
    | Marker
    | TextLines
    | Panel
    | ScaledPaths
    | ShapeGroup
    | Symbol
    | LinkedShapes
)
Shapes: TypeAlias = tuple[Shape, ...]


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


def plain(text: str, sort: str = "") -> FigureCell:
    """A cell of words."""
    return FigureCell(text, sort=sort)


def labelled(option: Option, sort: str = "") -> FigureCell:
    """A cell with an allowed word as a label."""
    return FigureCell(option.label, option=option, sort=sort)


def number(count: int) -> FigureCell:
    """A cell with a count."""
    return FigureCell(f"{count:,}", sort=str(count))


def named(ids: tuple[str, ...], names: RecordNames) -> FigureCell:
    """A cell that links records."""
    return FigureCell(", ".join(names(one)[0] for one in ids), refs=ids)
