"""How far other areas are, in words: who can help is of more use when it is near."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.model.kinds.area import Area, Location
from generator.site.parts.content import SiteContent

_EARTH_RADIUS = 6371.0  # km
_KM_PER_MILE = 1.609344
_IN_MILES = frozenset({"GB", "US"})  # countries whose roads have signs in miles


def distance_notes(site: SiteContent, area: str, others: Iterable[str]) -> dict[str, str]:
    """Return for each area how far its middle is from that of `area`: “about 18 miles away”.

    Without a note where one of the two has no location, or contains the other.
    """
    here = _location(site, area)
    notes = dict.fromkeys(others, "")
    for other in notes:
        there = _location(site, other)
        around = site.index.enclosing_areas
        if here and there and other not in around[area] and area not in around[other]:
            notes[other] = _in_words(site, _kilometres(here, there))
    return notes


def _location(site: SiteContent, area: str) -> Location | None:
    record = site.catalogue.records[area]
    return record.location if isinstance(record, Area) else None


def _kilometres(here: Location, there: Location) -> float:
    """Return the great-circle distance (haversine formula)."""
    degrees = (here.latitude, here.longitude, there.latitude, there.longitude)
    lat1, lon1, lat2, lon2 = (math.radians(float(angle)) for angle in degrees)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(half))


def _in_words(site: SiteContent, kilometres: float) -> str:
    in_miles = site.identity.country in _IN_MILES
    number = max(round(kilometres / _KM_PER_MILE if in_miles else kilometres), 1)
    unit = ("mile" if number == 1 else "miles") if in_miles else "km"
    return f"about {number:,} {unit} away"
