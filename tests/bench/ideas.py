"""Outcomes, principles and practices: what can travel from place to place."""

from __future__ import annotations

from functools import partial

from tests.bench.lists import lines, rows
from tests.bench.papers import Papers
from tests.bench.picks import Popular
from tests.bench.world import Goal, Made, Values, Way, World, ids, sentence_case

_POPULATION = ("Population", "People aged 65 and over", "Share of people aged 65 and over")
_THEMES = ("building-mutual-trust", "agreeing-shared-strategies", "delivering-results")


def make_outcomes(world: World, papers: Papers) -> None:
    """All outcomes; the first three count who lives in a place."""
    for title in _POPULATION:
        goal = Goal(world.names.id(title), title, "context")
        world.outcomes.append(goal)
        _write_outcome(world, papers, goal, title.lower(), "")
    for _ in range(world.quota["outcome"] - len(_POPULATION)):
        sort, better, horizon, unit, usual, form = world.rng.choice(rows("outcomes"))
        subject = world.subjects.pick()
        title = world.names.fresh(partial(_title, world, form))
        goal = Goal(world.names.id(title), title, sort, better, unit, int(usual))
        world.outcomes.append(goal)
        _write_outcome(world, papers, goal, subject, horizon)


def _title(world: World, form: str) -> str:
    return sentence_case(form.format(world.subjects.pick()))


def _write_outcome(world: World, papers: Papers, goal: Goal, topic: str, horizon: str) -> None:
    voice = world.voice(topic)
    values: Values = {
        "title": goal.title,
        "summary": voice.say("summaries"),
        "type": goal.type,
        "better": goal.better,
        "horizon": horizon,
        "person_statement": voice.say("quotes") if world.maybe(60) else None,
        "person_expectations": voice.items(0, 3),
        "note": voice.text(30) if world.maybe(50) else None,
        "sources": papers.sources(voice),
    }
    world.write("registry/outcomes", goal.id, values)


def make_principles(world: World, papers: Papers) -> None:
    """All principles."""
    where = Popular(world.rng, world.areas)
    for _ in range(world.quota["principle"]):
        title = world.names.fresh(partial(_belief, world))
        voice = world.voice(world.subjects.pick())
        principle = Made(world.names.id(title), title)
        world.principles.append(principle)
        values: Values = {
            "title": title,
            "summary": voice.say("summaries"),
            "statement": voice.text(30),
            "stated_in": ids(where.sample(1, 5)),
            "quotes": papers.quotes(voice, 40),
            "sources": papers.sources(voice),
        }
        world.write("registry/principles", principle.id, values)


def _belief(world: World) -> str:
    return world.rng.choice(lines("principles")).format(world.rng.choice(lines("values")))


def make_practices(world: World, papers: Papers) -> None:
    """All practices; one on the same subject as an earlier one may be a form of it."""
    goals = Popular(world.rng, world.outcomes[3:])
    beliefs = Popular(world.rng, world.principles)
    first: dict[str, Way] = {}
    for _ in range(world.quota["practice"]):
        way = _practice(world)
        wider = first.setdefault(way.subject, way)
        voice = world.voice(way.title.lower())
        core = voice.items(2, 4) if world.maybe(80) else []
        values: Values = {
            "title": way.title,
            "summary": voice.say("summaries"),
            "type": way.type,
            "theme": world.rng.choice(_THEMES) if way.type == "leadership" else None,
            "broader": wider.id if wider is not way and world.maybe(40) else None,
            "principles": ids(beliefs.sample(0, 3)),
            "core": [*core],
            "adaptable": [*voice.items(1, 3)] if world.maybe(75) else [],
            "expects": ids(goals.sample(0, 3)),
            "quotes": papers.quotes(voice, 30),
            "note": voice.text(30) if world.maybe(40) else None,
            "sources": papers.sources(voice, 3),
        }
        world.write("registry/practices", way.id, values)
        world.practices.append(way)


def _practice(world: World) -> Way:
    drawn: list[tuple[str, str]] = []

    def make() -> str:
        sort, form = world.rng.choice(rows("practices"))
        drawn.append((sort, world.subjects.pick()))
        title = sentence_case(form.format(drawn[-1][1]))
        return title if len(drawn) < 20 else f"{title} for {world.rng.choice(lines('people'))}"

    title = world.names.fresh(make)
    sort, subject = drawn[-1]
    return Way(world.names.id(title), title, sort, subject)
