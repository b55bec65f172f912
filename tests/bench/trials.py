"""Prototypes: one place's trial of practices, told in about 250 words."""

from __future__ import annotations

from collections import Counter

from tests.bench.bodies import Bodies
from tests.bench.course import JUDGED, Course, course, history, went
from tests.bench.emit import Value
from tests.bench.figures import Subject, measure
from tests.bench.lists import lines
from tests.bench.papers import Papers
from tests.bench.picks import Popular, weighted
from tests.bench.prose import Voice
from tests.bench.retelling import changes, description, lessons
from tests.bench.world import Goal, Place, Trial, Values, Way, World, ids, month

_TYPES = {"service": 55, "programme": 25, "joint-arrangement": 14, "platform": 6}
_ROLES = {"member": 40, "provider": 25, "commissioner": 15, "funder": 8, "adviser": 7, "host": 5}
_UNITS = ("schools", "care homes", "practices", "wards", "people", "neighbourhoods")


class Trials:
    """Makes the prototypes of an academy, with their measures inside."""

    def __init__(self, world: World, papers: Papers, bodies: Bodies) -> None:
        self._world = world
        self._papers = papers
        self._bodies = bodies
        local = [place for place in world.areas if place.type in ("borough", "county")]
        self._places = Popular(world.rng, local, flat=4)
        self._wide = Popular(world.rng, world.areas)
        self._ways = Popular(world.rng, world.practices, flat=3)
        self._goals = Popular(world.rng, world.outcomes[3:], flat=3)
        self._beliefs = Popular(world.rng, world.principles)
        self._goals_on = _by_subject(world)
        self._in_place: dict[str, list[Trial]] = {}

    def make(self) -> None:
        """All prototypes."""
        world = self._world
        numbers = Popular(world.rng, range(world.quota["prototype"]), flat=25)
        measures = Counter(numbers.pick() for _ in range(world.quota["measure"]))
        for number in range(world.quota["prototype"]):
            self._make(measures[number])

    def _make(self, measures: int) -> None:
        world = self._world
        title, place, main = self._start()
        so_far = course(world, measured=measures > 1)
        ways = [main, *(way for way in self._ways.sample(0, 3) if way is not main)]
        end = so_far.steps[-1][1]
        trial = Trial(world.names.id(place.id, main.id), title, "", place, tuple(ways), end)
        voice = world.voice(main.title[:1].lower() + main.title[1:])
        goals = self._aims(main)
        values = {
            **self._head(trial, so_far, voice, goals),
            **self._account(so_far, voice),
            "measures": self._measures(trial, so_far, voice, goals, measures),
            **self._links(trial, so_far, voice),
        }
        world.write("prototypes", trial.id, values)
        world.trials.append(trial)
        self._in_place.setdefault(place.id, []).append(trial)

    def _start(self) -> tuple[str, Place, Way]:
        world = self._world
        drawn: list[tuple[Place, Way]] = []

        def make() -> str:
            place = self._wide.pick() if world.maybe(6) else self._places.pick()
            drawn.append((place, self._ways.pick()))
            what = drawn[-1][1].title
            if len(drawn) % 2 == 0 and " for " not in what:
                what += f" for {world.rng.choice(lines('people'))}"
            return f"{what} in {place.title}"

        title = world.names.fresh(make)
        return title, *drawn[-1]

    def _aims(self, way: Way) -> list[Goal]:
        near = self._goals_on.get(way.subject, [])
        own = [self._world.rng.choice(near)] if near else []
        return [*own, *(goal for goal in self._goals.sample(1, 3) if goal not in own)]

    def _head(self, trial: Trial, so_far: Course, voice: Voice, goals: list[Goal]) -> Values:
        world = self._world
        areas: list[Value] = [trial.place.id]
        if world.maybe(8):
            areas += [place.id for place in self._places.sample(1, 2) if place.id != trial.place.id]
        started = so_far.started
        return {
            "title": trial.title,
            "summary": voice.say("summaries"),
            "areas": areas,
            "stage": so_far.stage,
            "verdict": so_far.verdict,
            "verdict_basis": voice.text(18) if so_far.verdict in JUDGED else None,
            "type": weighted(world.rng, _TYPES),
            "started": month(started) if started else None,
            "population": voice.people(),
            "starting_point": voice.text(32) if world.maybe(90) else None,
            "outcomes_aimed": ids(goals),
            "aims": [*voice.items(0, 1)],
        }

    def _account(self, so_far: Course, voice: Voice) -> Values:
        world = self._world
        way = world.rng.choice(world.practices)
        fields: Values = {"description": description(world, voice, mention=way.id)}
        if world.maybe(65):
            fields["co_production"] = {"who": voice.people(), "how": voice.say()}
        fields["modifications"] = changes(world, voice) if so_far.tried else []
        fields["history"] = history(world, so_far, voice)
        if so_far.tried and world.maybe(60):
            fields["reach"] = {
                "unit": world.rng.choice(_UNITS),
                "live": world.rng.randint(1, 60),
                "planned": world.rng.randint(1, 40),
            }
        fields["lessons"] = lessons(world, voice, so_far)
        fields["risks"] = [*voice.items(0, 1)]
        if not so_far.over and world.maybe(70):
            fields["next_review"] = month(world.rng.randint(2026 * 12, 2028 * 12))
        return fields

    def _measures(
        self, trial: Trial, so_far: Course, voice: Voice, goals: list[Goal], count: int
    ) -> list[Value]:
        payer = self._bodies.partners_at(trial.place, 1, 1)
        data = [paper.id for paper in self._papers.popular.sample(1, 1)]
        subject = Subject(trial.place, so_far.tried, payer[0].id, data[0])
        measures: list[Value] = []
        for number in range(count):
            goal = goals[number] if number < len(goals) else self._goals.pick()
            way = went(self._world, so_far.verdict)
            measures.append(measure(self._world, goal, subject, voice, way))
        return measures

    def _links(self, trial: Trial, so_far: Course, voice: Voice) -> Values:
        world = self._world
        partners = self._bodies.partners_at(trial.place, 1, 5)
        roles = ["lead", *(weighted(world.rng, _ROLES) for _ in partners[1:])]
        earlier = [one for one in self._in_place.get(trial.place.id, ()) if one.month < trial.month]
        text, goal = voice.say(), self._goals.pick()
        return {
            "benefits_claimed": [{"text": text, "outcome": goal.id}] if world.maybe(30) else [],
            "partners": [
                {"partner": one.id, "role": role} for one, role in zip(partners, roles, strict=True)
            ],
            "groups": ids(self._bodies.groups_at(trial.place)),
            "sponsor": voice.role() if so_far.tried and world.maybe(75) else None,
            "team": f"{voice.role()} and {voice.role()}" if world.maybe(60) else None,
            "practices": ids([*trial.ways]),
            "principles": ids(self._beliefs.sample(0, 3)),
            "continues": [world.rng.choice(earlier).id] if earlier and world.maybe(10) else [],
            "note": next(iter(voice.items(0, 1)), None),
            "quotes": self._papers.quotes(voice, 35),
            "sources": self._papers.sources(voice, 3),
        }


def _by_subject(world: World) -> dict[str, list[Goal]]:
    goals_by_subject: dict[str, list[Goal]] = {}
    for way in world.practices:
        if way.subject not in goals_by_subject:
            near = [goal for goal in world.outcomes if goal.title.endswith(f" {way.subject}")]
            goals_by_subject[way.subject] = near
    return goals_by_subject
