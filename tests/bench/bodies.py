"""Partners and groups: who works where, and who sits with whom."""

from __future__ import annotations

from tests.bench.emit import Value
from tests.bench.lists import rows
from tests.bench.papers import Papers
from tests.bench.picks import Popular
from tests.bench.world import Made, Place, Values, World, ids, month

_CADENCES = ("monthly", "every six weeks", "quarterly", "weekly", "twice a year")
_WIDE = ("national-body", "regulator", "statistics-body", "award-body")
_ENDED = ("ccg", "primary-care-trust")


class Bodies:
    """The partners and groups of an academy, by the place they work in."""

    def __init__(self, world: World, papers: Papers) -> None:
        self._world = world
        self._papers = papers
        self._by_area: dict[str, list[Made]] = {}
        self._groups_by_area: dict[str, list[Made]] = {}
        self._places = Popular(world.rng, world.areas, flat=8)
        self._countries = [place for place in world.areas if place.type == "country"]
        for _ in range(world.quota["partner"]):
            self._partner()
        self._partners = Popular(world.rng, world.partners)
        for _ in range(world.quota["group"]):
            self._group()
        self._groups = Popular(world.rng, world.groups)

    def partners_at(self, place: Place, low: int, high: int) -> list[Made]:
        """Partners of a place and of the places around it, with some from elsewhere."""
        near = [made for one in (place, *place.inside) for made in self._by_area.get(one.id, ())]
        count = self._world.rng.randint(low, high)
        self._world.rng.shuffle(near)
        others = [made for made in self._partners.sample(count, count) if made not in near]
        return [*near[:count], *others][:count]

    def groups_at(self, place: Place) -> list[Made]:
        """A group of the place, if there is one, or now and then one from elsewhere."""
        here = [m for one in (place, *place.inside) for m in self._groups_by_area.get(one.id, ())]
        if here:
            return [self._world.rng.choice(here)]
        return self._groups.sample(0, 1)

    def _drawn(self, list_name: str) -> tuple[str, Place, str]:
        drawn: list[tuple[str, Place]] = []

        def make() -> str:
            sort, form = self._world.rng.choice(rows(list_name))
            wide = sort in _WIDE
            place = self._world.rng.choice(self._countries) if wide else self._places.pick()
            drawn.append((sort, place))
            return form.format(place.title.removesuffix(" Partnership Area"))

        title = self._world.names.fresh(make)
        return *drawn[-1], title

    def _partner(self) -> None:
        world = self._world
        sort, place, title = self._drawn("partners")
        made = Made(world.names.id(title), title, sort)
        voice = world.voice(f"care in {place.title}")
        began = world.rng.randint(1990, 2013)
        values: Values = {
            "title": title,
            "summary": voice.say("summaries"),
            "type": sort,
            "serves": [place.id],
            "valid_from": str(began) if world.maybe(40) else None,
            "valid_to": str(began + world.rng.randint(4, 9)) if sort in _ENDED else None,
            "works_with": [one.id for one in world.partners[-20:] if world.maybe(6)],
            "note": voice.text(25) if world.maybe(60) else None,
            "quotes": self._papers.quotes(voice, 8),
            "sources": self._papers.sources(voice),
        }
        before = [one.id for one in self._by_area.get(place.id, ()) if one.type == sort]
        values["succeeds"] = before[-1:]
        world.write("registry/partners", made.id, values)
        world.partners.append(made)
        self._by_area.setdefault(place.id, []).append(made)

    def _group(self) -> None:
        world = self._world
        sort, place, title = self._drawn("groups")
        made = Made(world.names.id(title), title, sort)
        voice = world.voice(f"joint work in {place.title}")
        above = [m for one in place.inside for m in self._groups_by_area.get(one.id, ())]
        members: list[Value] = ids(self.partners_at(place, 2, 8))
        values: Values = {
            "title": title,
            "summary": voice.say("summaries"),
            "type": sort,
            "area": place.id,
            "purpose": voice.text(30),
            "parent": world.rng.choice(above).id if above and world.maybe(70) else None,
            "members": members,
            "also_includes": voice.role() if world.maybe(40) else None,
            "chairs": voice.role() if world.maybe(60) else None,
            "cadence": world.rng.choice(_CADENCES) if world.maybe(60) else None,
            "started": month(world.rng.randint(2006 * 12, 2020 * 12)),
            "sources": self._papers.sources(voice),
        }
        world.write("registry/groups", made.id, values)
        world.groups.append(made)
        self._groups_by_area.setdefault(place.id, []).append(made)
