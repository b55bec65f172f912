"""Adoptions: one place takes up what another has tried."""

from __future__ import annotations

from tests.bench.bodies import Bodies
from tests.bench.emit import Value
from tests.bench.papers import Papers
from tests.bench.picks import Popular, weighted
from tests.bench.prose import Voice
from tests.bench.retelling import changes
from tests.bench.world import Place, Trial, Values, Way, World, month

_STATUSES = {
    "interested": 12, "intended": 18, "begun": 29, "in-place": 29, "paused": 4, "stopped": 5,
    "declined": 3,
}  # fmt: skip
_STEPS = {
    "interested": ("interested",),
    "intended": ("interested", "intended"),
    "begun": ("interested", "intended", "begun"),
    "in-place": ("intended", "begun", "in-place"),
    "paused": ("intended", "begun", "paused"),
    "stopped": ("begun", "in-place", "stopped"),
    "declined": ("interested", "declined"),
}
_HALTED = ("paused", "stopped", "declined")
_FIDELITY = {"adapted": 45, "faithful": 25, "principles-only": 18, "not-stated": 12}
_LEVELS = {"place-based": 60, "sector-based": 20, "wider-partnership": 20}


class Spread:
    """Makes the adoptions of an academy."""

    def __init__(self, world: World, papers: Papers, bodies: Bodies) -> None:
        self._world = world
        self._papers = papers
        self._bodies = bodies
        local = [place for place in world.areas if place.type in ("borough", "county")]
        self._places = Popular(world.rng, local, flat=8)
        self._ways = Popular(world.rng, world.practices, flat=5)
        self._used: dict[str, list[Trial]] = {}
        for trial in world.trials:
            for way in trial.ways:
                self._used.setdefault(way.id, []).append(trial)
        self._pairs: set[tuple[str, str]] = set()

    def make(self) -> None:
        """All adoptions."""
        for _ in range(self._world.quota["adoption"]):
            self._make(*self._pair())

    def _pair(self) -> tuple[Place, Way]:
        # a place takes up a practice once, unless there is nothing else left
        for tries in range(200):
            popular = tries < 20
            place = self._places.pick() if popular else self._places.any()
            way = self._ways.pick() if popular else self._ways.any()
            if (place.id, way.id) not in self._pairs:
                break
        self._pairs.add((place.id, way.id))
        return place, way

    def _make(self, place: Place, way: Way) -> None:
        world = self._world
        voice = world.voice(way.title[:1].lower() + way.title[1:])
        status = weighted(world.rng, _STATUSES)
        teachers = self._teachers(place, way)
        known = [trial.month for trial in teachers]
        begin = max([*known, world.rng.randint(2012 * 12, 2019 * 12)]) + 1
        steps = self._steps(status, begin, voice)
        values: Values = {
            "summary": voice.say("summaries"),
            "area": place.id,
            "practice": way.id,
            "learnt_from": self._learnt_from(teachers),
            "status": status,
            "level": weighted(world.rng, _LEVELS),
            "history": steps,
            **self._dates(status, begin, known),
            **self._fit(status, voice),
        }
        own = [t.id for t in self._used.get(way.id, ()) if t.place is place and t not in teachers]
        if status in ("begun", "in-place"):
            values["resulting_prototypes"] = own[:1]
        values |= self._vouchers(place, begin)
        values["quotes"] = self._papers.quotes(voice, 20)
        values["note"] = voice.text(18) if world.maybe(30) else None
        values["sources"] = self._papers.sources(voice)
        world.write("registry/adoptions", world.names.id(place.id, way.id, "taken up"), values)

    def _teachers(self, place: Place, way: Way) -> list[Trial]:
        trials = self._used.get(way.id, [])
        # the first to try something are asked most
        shown = trials[: 1 + len(trials) // 3] if self._world.maybe(70) else trials
        others = [trial for trial in shown if trial.place is not place]
        count = 2 if self._world.maybe(15) else 1
        return self._world.rng.sample(others, min(count, len(others)))

    def _learnt_from(self, teachers: list[Trial]) -> list[Value]:
        if not teachers:
            elsewhere = self._places.pick()
            return [{"area": elsewhere.id}]
        values: list[Value] = []
        for trial in teachers:
            lesson: dict[str, Value] = {"area": trial.place.id, "prototype": trial.id}
            groups = self._bodies.groups_at(trial.place) if self._world.maybe(20) else []
            if groups:
                lesson["group"] = groups[0].id
            values.append(lesson)
        return values

    def _steps(self, status: str, begin: int, voice: Voice) -> list[Value]:
        values: list[Value] = []
        when = begin
        for name in _STEPS[status]:
            step: Values = {"status": name, "date": month(when) if self._world.maybe(75) else None}
            if name in _HALTED:
                step["reason"] = voice.say("reasons")
            values.append(step)
            when += self._world.rng.randint(3, 6)
        return values

    def _dates(self, status: str, begin: int, known: list[int]) -> Values:
        dates: Values = {}
        if known and self._world.maybe(70):
            dates["proved_on"] = month(min(known))
        if status == "in-place" and self._world.maybe(80):
            dates["adopted_on"] = month(begin + self._world.rng.randint(12, 30))
        return dates

    def _fit(self, status: str, voice: Voice) -> Values:
        world = self._world
        real = status in ("begun", "in-place", "stopped")
        return {
            "fidelity_planned": weighted(world.rng, _FIDELITY),
            "fidelity_actual": weighted(world.rng, _FIDELITY) if real else "not-stated",
            "kept": [*voice.items(0, 2)] if real else [],
            "modifications": changes(world, voice) if real else [],
            "why_it_fits": voice.text(20) if world.maybe(60) else None,
            "condition": voice.short() if world.maybe(20) else None,
            "route": voice.short() if world.maybe(25) else None,
            "support_received": voice.say() if world.maybe(30) else None,
            "expected_months_saved": world.rng.randint(2, 18) if world.maybe(15) else None,
        }

    def _vouchers(self, place: Place, begin: int) -> Values:
        partners = self._bodies.partners_at(place, 1, 2)
        vouchers: Values = {"asserted_by": partners[-1].id if partners else None}
        if partners and self._world.maybe(40):
            vouchers["confirmed_by"] = partners[0].id
            vouchers["confirmed_on"] = month(begin + self._world.rng.randint(12, 40))
        return vouchers
