"""A map of areas that have a location, with the list of the same places in words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from generator.model.kinds.area import Area
from generator.site.figures.place_map import PLANNED, MapPlace, place_map
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Details,
    FigureBlock,
    NumberedList,
    TwoColumns,
)
from generator.site.parts.cells import record_links
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Text

# places that are numbered, on a page of its own and in a fold; the list counts the rest
_MOST_PLACES, _MOST_FOLDED = 24, 12
_FURTHEST = 6.0  # degrees from the middle: one place overseas would shrink the map to a point


def map_blocks(
    site: SiteContent, title: str, notes: Mapping[str, str], planned: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield a map with its list beside it; nothing where no area of `notes` has a location.

    `notes` say what is in each area, by its id, the most important first. Those `planned` are drawn
    with a dashed line. Other areas with a location are dots.
    """
    drawn = _draw(site, title, notes, planned, _MOST_PLACES)
    if drawn:
        yield TwoColumns((drawn[0],), drawn[1:])


def folded_map(
    site: SiteContent, title: str, notes: Mapping[str, str], planned: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield the same in a fold, for pages with much else to read."""
    drawn = _draw(site, title, notes, planned, _MOST_FOLDED)
    if drawn:
        yield Details(f"{title}, on a map", drawn, "map")


def _draw(
    site: SiteContent, title: str, notes: Mapping[str, str], planned: frozenset[str], most: int
) -> tuple[Block, ...]:
    """Return the map, then its list and the areas that it leaves out; nothing without a place.

    At most `most` places are numbered.
    """
    located = _located(site)
    shown = [area for area in notes if area in located][:most]
    if not shown:
        return ()
    shown.sort(key=lambda area: (-located[area][0], located[area][1]))
    numbers = {area: number for number, area in enumerate(shown, 1)}
    places = [
        MapPlace(
            *site.name_in_figures(area),
            *located[area],
            numbers.get(area, 0),
            PLANNED if area in planned else "fg-place",
        )
        for area in (*shown, *(area for area in located if area not in numbers))
    ]
    items = tuple((site.link(area), Text(notes[area])) for area in shown)
    unplaced = [area for area in notes if area not in numbers]
    links = record_links(site, unplaced, notes=notes) if unplaced else ()
    rest = (BulletList("Not on the map", tuple((link,) for link in links)),) if links else ()
    return (FigureBlock(place_map(places, title)), NumberedList("", items), *rest)


def _located(site: SiteContent) -> dict[str, tuple[float, float]]:
    """Return the latitude and longitude of the areas that have them, without those far away."""
    points = {
        area.id: (float(area.location.latitude), float(area.location.longitude))
        for area in site.catalogue.records_of(Area)
        if area.location
    }
    if not points:
        return {}
    middle = [median(axis) for axis in zip(*points.values(), strict=True)]
    return {
        area: point
        for area, point in points.items()
        if all(abs(value - at) <= _FURTHEST for value, at in zip(point, middle, strict=True))
    }
