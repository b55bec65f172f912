"""Areas: countries hold regions, regions hold counties, counties hold boroughs."""

from __future__ import annotations

from functools import partial

from tests.bench.figures import population_figures
from tests.bench.lists import named
from tests.bench.papers import Papers
from tests.bench.world import Place, Values, World, month, sentence_case

_COMPASS = ("Upper ", "Lower ", "East ", "West ", "Great ", "Little ", "Old ", "St ")


def town(world: World) -> str:
    """The name of a town: “Northbridge”, now and then “Upper Ashford”."""
    parts = named("places")
    front = world.rng.choice(_COMPASS) if world.maybe(12) else ""
    return front + world.rng.choice(parts["starts"]) + world.rng.choice(parts["ends"])


def _county(world: World) -> str:
    parts = named("places")
    return world.rng.choice(parts["starts"]) + "er" + world.rng.choice(parts["counties"])


def _region(world: World) -> str:
    return f"{world.rng.choice(named('places')['regions'])} {_county(world)}"


def _country(world: World) -> str:
    return world.rng.choice(named("places")["countries"])


def make_areas(world: World, papers: Papers) -> None:
    """All areas, from the widest to the smallest."""
    total = world.quota["area"]
    countries = _made(world, "country", min(4, 1 + total // 100), [])
    regions = _made(world, "region", max(1, total // 20), countries)
    counties = _made(world, "county", max(1, total * 18 // 100), regions)
    footprints = _made(world, "sub-region", total // 25, regions)
    wide = [*countries, *regions, *counties, *footprints]
    boroughs = _made(world, "borough", total - len(wide), counties)
    world.areas = [*wide, *boroughs]
    # about one measure in seven is about a place, and they come in threes
    counted = min(world.quota["measure"] * 15 // 300, len(boroughs))
    with_figures = {place.id for place in boroughs[:counted]}
    world.quota["measure"] -= 3 * counted
    for place in world.areas:
        _write(world, papers, place, footprints, figures=place.id in with_figures)


def _made(world: World, sort: str, count: int, wider: list[Place]) -> list[Place]:
    name = {"country": _country, "region": _region, "county": _county}.get(sort, town)
    places: list[Place] = []
    for number in range(count):
        title = world.names.fresh(partial(name, world))
        if sort == "sub-region":
            title += " Partnership Area"
        # the first ones take turns, so that nothing stays empty
        above = wider[number % len(wider)] if wider else None
        inside = (above, *above.inside) if above else ()
        places.append(Place(world.names.id(title), title, sort, inside))
    return places


def _write(
    world: World, papers: Papers, place: Place, footprints: list[Place], *, figures: bool
) -> None:
    voice = world.voice(f"care in {place.title}")
    near = [f for f in footprints if len(place.inside) > 1 and f.inside[0] == place.inside[1]]
    parents = [above.id for above in place.inside[:1]]
    values: Values = {
        "title": place.title,
        "summary": sentence_case(f"{voice.short()} and {voice.short()} mark {place.title}."),
        "type": place.type,
    }
    if place.type == "borough":
        if near and world.maybe(30):
            parents.append(world.rng.choice(near).id)
        values["location"] = {
            "latitude": f"{world.rng.randint(5010, 5590) / 100:.2f}",
            "longitude": f"{world.rng.randint(-480, 160) / 100:.2f}",
        }
    values["part_of"] = parents
    values["priorities"] = voice.items(1, 3)
    values["context"] = voice.items(1, 2)
    if figures:
        values["measures"] = population_figures(world, place)
    values["reviewed_on"] = month(world.rng.randint(2022 * 12, 2025 * 12))
    values["quotes"] = papers.quotes(voice, 15)
    values["sources"] = papers.sources(voice)
    world.write("registry/areas", place.id, values)
