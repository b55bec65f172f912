"""A map of places: a numbered mark at each, to scale, with north at the top.

No outline is drawn and nothing is loaded: positions come from the records of the areas alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.english import counted
from generator.site.figures.drawing import letter, px
from generator.site.figures.figure import Figure
from generator.site.figures.shapes import (
    Line,
    LinkedShapes,
    Marker,
    Panel,
    Path,
    Rect,
    Shape,
    TextLines,
)

_WIDTH, _LEAST_HEIGHT, _MOST_HEIGHT = 250.0, 90.0, 300.0  # px between the outermost marks
_MARGIN = 18.0  # px around them
_RADIUS = 12.0
_APART = 2 * _RADIUS + 1  # px between the middles of two marks, so that none hides another
_ROUNDS = 60
_KM_PER_DEGREE = 111.2  # of latitude
_MARK = "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0Z"
_BAR_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # km
PLANNED = "fg-place fg-place-planned"
_MOST_OF_WIDTH = 0.4  # of the map, that the bar takes


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with its page; `number` is its number in the list beside the map, 0 for none.

    `latitude` and `longitude` are degrees. `css_class` says how its mark looks.
    """

    title: str
    url: str
    latitude: float
    longitude: float
    number: int = 0
    css_class: str = "fg-place"


@dataclass(frozen=True, slots=True)
class _Point:
    place: MapPlace
    x: float
    y: float


def place_map(places: Sequence[MapPlace], title: str) -> Figure:
    """Return a map of at least one place."""
    points, scale, height = _project(places)
    numbered = _moved_apart([point for point in points if point.place.number])
    others = [point for point in points if not point.place.number]
    marks = (*_dots(others), *(_mark(point) for point in numbered))
    bar, bottom = _scale_bar(scale, height + 2 * _MARGIN + 8)
    return Figure(
        id="place-map",
        title=title,
        desc=f"{counted(len(numbered), 'place')}, each with its number in the list of the page.",
        width=0,
        height=round(bottom),
        marks=(Panel("50%", px(_MARGIN), "1", (_sheet(height), *marks)), *bar),
        columns=(),
        rows=(),
        note=_note(numbered),
    )


def _sheet(height: float) -> Rect:
    """Return the ground of the map, around the origin of its panel."""
    width = _WIDTH + 2 * _MARGIN
    return Rect(px(-width / 2), px(-_MARGIN), px(width), px(height + 2 * _MARGIN), "fg-strip", "8")


def _note(numbered: Sequence[_Point]) -> str:
    plans = any(point.place.css_class == PLANNED for point in numbered)
    ring = " A dashed ring is a place with plans only." if plans else ""
    return f"North is at the top.{ring} Places close together are moved apart a little."


def _project(places: Sequence[MapPlace]) -> tuple[list[_Point], float, float]:
    """Return the places in px around the middle, the px of a km, and the height in px."""
    middle = math.cos(math.radians(sum(place.latitude for place in places) / len(places)))
    east = [place.longitude * middle * _KM_PER_DEGREE for place in places]
    south = [-place.latitude * _KM_PER_DEGREE for place in places]
    wide, high = max(east) - min(east), max(south) - min(south)
    scale = min(_WIDTH / wide if wide else math.inf, _MOST_HEIGHT / high if high else math.inf)
    scale = scale if math.isfinite(scale) else 1.0
    height = max(high * scale, _LEAST_HEIGHT)
    top = (height - high * scale) / 2
    points = [
        _Point(place, (x - min(east) - wide / 2) * scale, (y - min(south)) * scale + top)
        for place, x, y in zip(places, east, south, strict=True)
    ]
    return points, scale, height


def _moved_apart(points: list[_Point]) -> list[_Point]:
    """Return the points with at least `_APART` px between any two, or nearly so."""
    for _ in range(_ROUNDS):
        moved = False
        for n, m in combinations(range(len(points)), 2):
            pair = _pushed(points[n], points[m])
            if pair:
                points[n], points[m] = pair
                moved = True
        if not moved:
            break
    return points


def _pushed(first: _Point, second: _Point) -> tuple[_Point, _Point] | None:
    x, y = second.x - first.x, second.y - first.y
    distance = math.hypot(x, y)
    if distance >= _APART:
        return None
    x, y = (x / distance, y / distance) if distance else (1.0, 0.0)
    step = (_APART - distance) / 2 + 0.1
    return (
        replace(first, x=first.x - x * step, y=first.y - y * step),
        replace(second, x=second.x + x * step, y=second.y + y * step),
    )


def _dots(points: Sequence[_Point]) -> tuple[Shape, ...]:
    """Return one path for all dots, of which there may be hundreds: each is a line without length,
    to which the style sheet gives round ends.
    """
    path = "".join(f"M{round(point.x)} {round(point.y)}h0" for point in points)
    return (Path(path, "fg-place-dot"),) if points else ()


def _mark(point: _Point) -> Shape:
    place = point.place
    shapes = (
        Marker("0", "0", _MARK, place.css_class),
        letter(str(place.number), y=5, css_class="fg-letter"),
    )
    inside = Panel(px(point.x), px(point.y), "1", shapes)
    return LinkedShapes(place.url, place.title, (inside,))


def _scale_bar(scale: float, top: float) -> tuple[tuple[Shape, ...], float]:
    """Return a bar of a round number of km, and the y of its bottom edge in px."""
    fits = [length for length in _BAR_LENGTHS if length * scale <= _WIDTH * _MOST_OF_WIDTH]
    length = fits[-1] if fits else _BAR_LENGTHS[0]
    x = length * scale / 2
    bar = Line(px(-x), "0", px(x), "0", "fg-spine")
    text = TextLines("0", (("18", f"{length:,} km"),), "fg-text fg-small", "middle")
    return (Panel("50%", px(top), "1", (bar, text)),), top + 24
