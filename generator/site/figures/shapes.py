"""What a figure is made of: finished marks and a table.

Lengths are finished texts: a plain number is in px, one with “%” is a share of the width of the
pane the mark stands in. Heights and everything that stands above one another are in px, so that
text never scales. URLs are relative to the site's root.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


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
