"""Case studies: a page of Markdown below the fields."""

from __future__ import annotations

from functools import partial

from tests.bench.papers import Papers
from tests.bench.picks import Popular, weighted
from tests.bench.prose import Voice
from tests.bench.world import Made, Trial, Values, World, ids

_TYPES = {"place": 55, "person-pathway": 30, "plan": 15}
_PERSONS = {"fictional": 60, "composite": 40}
_FIRST = (
    "Ada",
    "Alf",
    "Bea",
    "Carl",
    "Dora",
    "Edie",
    "Grace",
    "Hari",
    "Joan",
    "Karim",
    "Lena",
    "Omar",
)
_HEADINGS = ("What was wrong", "What they did", "What came of it", "What they would do again")


def make_stories(world: World, papers: Papers, barriers: list[Made]) -> None:
    """All case studies."""
    trials = Popular(world.rng, world.trials)
    troubles = Popular(world.rng, barriers)
    for _ in range(world.quota["case_study"]):
        chosen = trials.sample(1, 3)
        sort = weighted(world.rng, _TYPES)
        title = world.names.fresh(partial(_title, world, sort, chosen[0]))
        voice = world.voice(chosen[0].title[:1].lower() + chosen[0].title[1:])
        begin = world.rng.randint(2010, 2019)
        values: Values = {
            "title": title,
            "summary": voice.say("summaries"),
            "type": sort,
            "persona": weighted(world.rng, _PERSONS) if sort == "person-pathway" else None,
            "areas": list(dict.fromkeys(trial.place.id for trial in chosen)),
            "period": f"{begin} to {begin + 3}",
            "resource": papers.popular.pick().id,
            "problem": voice.text(30),
            "aim": voice.text(18),
            "intervention": voice.text(30) if world.maybe(80) else None,
            "results": voice.text(20) if world.maybe(80) else None,
            "limitations": voice.text(15) if world.maybe(70) else None,
            "prototypes": ids(chosen),
            "barriers": ids(troubles.sample(0, 2)),
            "quotes": papers.quotes(voice, 50),
            "sources": papers.sources(voice, 3),
        }
        world.write("case_studies", world.names.id(title), values, _story(voice, chosen))


def _title(world: World, sort: str, trial: Trial) -> str:
    what = trial.ways[0].title
    if sort == "plan":
        return f"A plan for {trial.place.title}: {what[:1].lower() + what[1:]}"
    if sort == "place":
        return f"How {trial.place.title} came to {what[:1].lower() + what[1:]}"
    return f"{world.rng.choice(_FIRST)} in {trial.place.title}: a path through care"


def _story(voice: Voice, trials_told: list[Trial]) -> str:
    parts: list[str] = []
    for heading in _HEADINGS:
        parts += [f"## {heading}", voice.text(60), voice.text(40, trials_told[0].id)]
    parts.append("\n".join(f"- {item}" for item in voice.items(3, 4)))
    rows = [f"| {voice.short()} | {voice.short()} |" for _ in range(3)]
    parts.append("\n".join(["| Before | After |", "| --- | --- |", *rows]))
    parts += [f"> {voice.say('quotes')}", voice.text(30)]
    return "\n\n".join(parts) + "\n"
