"""Resources: first their names, so that records can cite them, and at the end what they say."""

from __future__ import annotations

from functools import partial

from tests.bench.emit import Value
from tests.bench.lists import rows
from tests.bench.picks import Popular, weighted
from tests.bench.prose import Voice
from tests.bench.world import Made, Values, World, ids, sentence_case

_AVAILABILITY = {"available": 70, "past": 12, "planned": 10, "sought": 8}
_ACCESS = {"open-to-all": 60, "members": 25, "not-stated": 15}
_MEDIA = ("webcast", "webinar", "video", "blog", "website", "paper", "evidence")


class Papers:
    """The resources of an academy."""

    def __init__(self, world: World) -> None:
        self._world = world
        for _ in range(world.quota["resource"]):
            form = world.rng.choice(rows("resources"))
            title = world.names.fresh(partial(self._title, form[1]))
            world.resources.append(Made(world.names.id(title), title, form[0]))
        self.popular = Popular(world.rng, world.resources)

    def sources(self, voice: Voice, most: int = 2) -> list[Value]:
        """Citations of popular documents."""
        return [
            self._citation(paper, voice)
            for paper in self.popular.sample(1, min(most, len(self._world.resources)))
        ]

    def quotes(self, voice: Voice, percent: int) -> list[Value]:
        """Nothing, or a quote or two by role, as often as said."""
        if not self._world.maybe(percent):
            return []
        return [
            {
                "text": voice.say("quotes"),
                "role": voice.role(),
                "source": self._citation(self.popular.pick(), voice),
            }
            for _ in range(self._world.rng.randint(1, 2))
        ]

    def _title(self, form: str) -> str:
        title = sentence_case(form.format(self._world.subjects.pick()))
        return f"{title}, {self._world.rng.randint(2008, 2024)}"

    def _citation(self, paper: Made, voice: Voice) -> Values:
        first = self._world.rng.randint(3, 400)
        lines = f"{first}-{first + self._world.rng.randint(1, 30)}"
        return {"resource": paper.id, "section": voice.heading(), "lines": lines}

    def write(self) -> None:
        """What each resource says, once there are records to be about."""
        world = self._world
        about = Popular(world.rng, [*world.practices, *world.areas, *world.trials])
        bodies = Popular(world.rng, [*world.groups, *world.partners])
        for paper in world.resources:
            voice = world.voice(paper.title.rpartition(",")[0].lower())
            availability = weighted(world.rng, _AVAILABILITY)
            values: Values = {
                "title": paper.title,
                "summary": voice.say("summaries"),
                "type": paper.type,
                "availability": availability,
                "access": weighted(world.rng, _ACCESS),
                "year": int(paper.title.rpartition(", ")[2][:4]),
                "audience": [voice.role()],
                "method": voice.text(25),
                "about": ids(about.sample(1, 4)),
                "provider": ids(bodies.sample(0, 2)),
            }
            if paper.type in _MEDIA and world.maybe(80):
                values["url"] = f"https://example.org/{paper.type}/{paper.id}"
            if availability == "sought":
                values["sought_by"] = ids(bodies.sample(1, 2))
            values["note"] = voice.text(15) if world.maybe(50) else None
            values["sources"] = self.sources(voice, 1)
            world.write("registry/resources", paper.id, values)
