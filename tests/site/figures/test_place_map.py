"""A map of places: north at the top, and no mark that hides another."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.figures.place_map import MapPlace, place_map
from generator.site.figures.shapes import LinkedShapes, Panel

DEGREES = st.floats(-60, 60, allow_nan=False)


def positions(places: list[MapPlace]) -> dict[str, tuple[float, float]]:
    """The middle of each numbered mark in px, by the title of its place."""
    ground = place_map(places, "Places").marks[0]
    assert isinstance(ground, Panel)
    links = [mark for mark in ground.marks if isinstance(mark, LinkedShapes)]
    panels = {link.title: link.marks[0] for link in links}
    return {
        title: (float(panel.x), float(panel.y))
        for title, panel in panels.items()
        if isinstance(panel, Panel)
    }


def place(number: int, latitude: float, longitude: float) -> MapPlace:
    return MapPlace(f"P{number}", "areas/p.html", latitude, longitude, number)


def test_north_is_above_south_and_west_left_of_east() -> None:
    at = positions([place(1, 55, -2), place(2, 53, -2), place(3, 54, -1)])
    assert at["P1"][1] < at["P3"][1] < at["P2"][1]
    assert at["P3"][0] > at["P1"][0]


@pytest.mark.parametrize("count", [2, 3, 8])
def test_places_at_one_point_are_moved_apart(count: int) -> None:
    at = positions([place(number, 54.5, -1.5) for number in range(1, count + 1)])
    assert all(math.dist(one, other) > 20 for one, other in combinations(at.values(), 2))


@given(st.lists(st.tuples(DEGREES, DEGREES), min_size=1, max_size=12))
def test_every_place_is_drawn_at_a_finite_point(points: list[tuple[float, float]]) -> None:
    at = positions([place(number, *point) for number, point in enumerate(points, 1)])
    assert len(at) == len(points)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in at.values())
