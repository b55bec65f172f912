"""Barriers: where each was met, and what answered it."""

from __future__ import annotations

from functools import partial

from tests.bench.emit import Value
from tests.bench.lists import rows
from tests.bench.papers import Papers
from tests.bench.picks import Popular, weighted
from tests.bench.prose import Voice
from tests.bench.world import Made, Trial, Values, Way, World, ids, sentence_case

_STATUSES = {
    "ongoing": 34, "worked-through": 30, "expected": 14, "planned-for": 12, "unresolved": 10,
}  # fmt: skip
_TIMES = {"1": 35, "2": 25, "3": 15, "5": 12, "9": 8, "20": 5}


def make_barriers(world: World, papers: Papers) -> list[Made]:
    """All barriers."""
    trials = Popular(world.rng, world.trials)
    ways = Popular(world.rng, world.practices)
    barriers: list[Made] = []
    for _ in range(world.quota["barrier"]):
        domain, form = world.rng.choice(rows("barriers"))
        title = world.names.fresh(partial(_title, world, form))
        voice = world.voice(title[:1].lower() + title[1:])
        barrier = Made(world.names.id(title), title)
        times = int(weighted(world.rng, _TIMES))
        values: Values = {
            "title": title,
            "summary": voice.say("summaries"),
            "domain": domain,
            "level": "national" if domain == "outer-setting" and world.maybe(70) else "local",
            "statement": voice.text(25),
            "occurrences": [
                _met(world, papers, voice, trial, ways) for trial in trials.sample(times, times)
            ],
        }
        world.write("registry/barriers", barrier.id, values)
        barriers.append(barrier)
    return barriers


def _title(world: World, form: str) -> str:
    return sentence_case(form.format(world.subjects.pick()))


def _met(world: World, papers: Papers, voice: Voice, trial: Trial, ways: Popular[Way]) -> Value:
    status = weighted(world.rng, _STATUSES)
    met: dict[str, Value] = {"area": trial.place.id, "prototype": trial.id, "status": status}
    met["how"] = voice.say()
    if status in ("worked-through", "planned-for"):
        met["resolved_by"] = ids(ways.sample(1, 2))
    elif world.maybe(40):
        met["needs"] = [papers.popular.pick().id]
    met["sources"] = papers.sources(voice, 1)
    return met
