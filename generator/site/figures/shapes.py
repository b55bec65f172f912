"""The shapes of a figure, close to SVG elements.

Positions and lengths are text: a plain number is in px, one with “%” is a share of the width of the
panel that holds the shape. Heights are always in px, so that text never scales. URLs are relative
to the root of the site; one that begins with “#” is a place on the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; `round` is the radius of its corners in px."""

    x: str
    y: str
    width: str
    height: str
    css_class: str
    round: str = "0"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str
    css_class: str


@dataclass(frozen=True, slots=True)
class Path:
    """Any other shape: `d` is SVG path data, in the units of its panel."""

    d: str
    css_class: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A shape of a fixed size in px around a point; `d` is SVG path data."""

    x: str
    y: str
    d: str
    css_class: str


@dataclass(frozen=True, slots=True)
class TextLines:
    """Lines of text, each with the y of its baseline in px.

    `anchor` is start, middle or end; `shift` moves the lines sideways by px; `turn` is a rotation
    in degrees about the origin of the panel. `full` is the complete text where the lines were
    truncated, else empty.
    """

    x: str
    lines: tuple[tuple[str, str], ...]
    css_class: str
    anchor: str = "start"
    shift: str = "0"
    turn: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Shapes with an origin and a width of their own; shapes outside it are drawn as well."""

    x: str
    y: str
    width: str
    marks: tuple[Shape, ...]
    css_class: str = ""


@dataclass(frozen=True, slots=True)
class ScaledPaths:
    """Paths in a space 100 wide and as high in px as the figure; it stretches sideways only.

    `box` is the SVG `viewBox`.
    """

    x: str
    width: str
    box: str
    marks: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes that a rule of the style sheet moves together."""

    css_class: str
    marks: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class LinkedShapes:
    """Shapes that link to a page; `title` is the accessible name of the link."""

    url: str
    title: str
    marks: tuple[Shape, ...]


Shape: TypeAlias = (
    Rect | Line | Path | Marker | TextLines | Panel | ScaledPaths | ShapeGroup | LinkedShapes
)
Shapes: TypeAlias = tuple[Shape, ...]
