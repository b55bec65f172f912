"""SVG for the shapes of a figure. A figure of a large academy has thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.site.figures.shapes import (
    Line,
    LinkedShapes,
    Marker,
    Panel,
    Path,
    Rect,
    ScaledPaths,
    Shape,
    ShapeGroup,
    TextLines,
)
from generator.site.render.escaping import escape_html


class SvgRenderer:
    """Renders shapes for pages whose path to the root is `base`."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._draw: dict[type[Shape], Callable[..., str]] = {
            Rect: _rect,
            Line: _line,
            Path: _path,
            Marker: _sign,
            TextLines: _text,
            Panel: self._pane,
            ScaledPaths: self._stretch,
            ShapeGroup: self._group,
            LinkedShapes: self._linked,
        }

    def __call__(self, shapes: Iterable[Shape]) -> Markup:
        """Return the SVG of shapes, the last on top."""
        return Markup(self._all(shapes))  # noqa: S704 - each shape is escaped as it is rendered

    def _all(self, shapes: Iterable[Shape]) -> str:
        return "".join([self._draw[type(shape)](shape) for shape in shapes])

    def _pane(self, mark: Panel) -> str:
        css_class = f' class="{escape_html(mark.css_class)}"' if mark.css_class else ""
        place = f'x="{mark.x}" y="{mark.y}" width="{mark.width}"{css_class}'
        return f"<svg {place}>{self._all(mark.marks)}</svg>"

    def _stretch(self, mark: ScaledPaths) -> str:
        place = f'x="{mark.x}" y="0" width="{mark.width}" height="100%" viewBox="{mark.box}"'
        way = 'preserveAspectRatio="none"'
        return f"<svg {place} {way}>{self._all(mark.marks)}</svg>"

    def _group(self, mark: ShapeGroup) -> str:
        return f'<g class="{escape_html(mark.css_class)}">{self._all(mark.marks)}</g>'

    def _linked(self, mark: LinkedShapes) -> str:
        title = f"<title>{escape_html(mark.title)}</title>"
        base = "" if mark.url.startswith("#") else self._base  # a place on the same page
        start = f'<a href="{base}{escape_html(mark.url)}">{title}'
        return f"{start}{self._all(mark.marks)}</a>"


def _rect(mark: Rect) -> str:
    corners = f' rx="{mark.round}"' if mark.round != "0" else ""
    size = f'width="{mark.width}" height="{mark.height}"{corners}'
    x = f' x="{mark.x}"' if mark.x != "0" else ""
    return f'<rect{x} y="{mark.y}" {size} class="{escape_html(mark.css_class)}"/>'


def _line(mark: Line) -> str:
    ends = f'x1="{mark.x1}" y1="{mark.y1}" x2="{mark.x2}" y2="{mark.y2}"'
    return f'<line {ends} class="{escape_html(mark.css_class)}"/>'


def _path(mark: Path) -> str:
    return f'<path d="{mark.d}" class="{escape_html(mark.css_class)}"/>'


def _sign(mark: Marker) -> str:
    path = f'<path d="{mark.d}" class="{escape_html(mark.css_class)}"'
    if "%" in mark.x:  # a transform knows no percentage
        return f'<svg x="{mark.x}" y="{mark.y}">{path}/></svg>'
    if (mark.x, mark.y) == ("0", "0"):
        return f"{path}/>"
    return f'{path} transform="translate({mark.x} {mark.y})"/>'


def _text(mark: TextLines) -> str:
    turn = f' transform="rotate({mark.turn})"' if mark.turn else ""
    full = f"<title>{escape_html(mark.full)}</title>" if mark.full else ""
    shift = f' dx="{mark.shift}"' if mark.shift != "0" else ""
    anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
    how = f'class="{escape_html(mark.css_class)}"{shift}{anchor}{turn}'
    return "".join(
        [
            f'<text x="{mark.x}" y="{y}" {how}>{full}{escape_html(line)}</text>'
            for y, line in mark.lines
        ]
    )
