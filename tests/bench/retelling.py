"""The parts of an account: what was done, what was changed, what was learnt."""

from __future__ import annotations

from tests.bench.course import Course
from tests.bench.emit import Value
from tests.bench.prose import Voice
from tests.bench.world import Values, World, month

# each heading with its words and how often it is filled in
_HEADINGS = (
    ("why", 24, 85), ("what", 42, 97), ("who", 16, 85), ("how", 30, 85), ("where", 12, 75),
    ("when", 12, 70), ("tailoring", 16, 60), ("fidelity_planned", 14, 50),
)  # fmt: skip


def description(world: World, voice: Voice, mention: str) -> Values:
    """What was done, under the headings of TIDieR; now and then with a list or a link."""
    fields: Values = {}
    for name, length, percent in _HEADINGS:
        if world.maybe(percent):
            fields[name] = voice.text(
                length, mention if name == "how" and world.maybe(30) else None
            )
    if world.maybe(15):
        items = "\n".join(f"- {item}" for item in voice.items(2, 3))
        fields["what"] = f"{voice.text(15)} There is **{voice.short()}** in it:\n\n{items}"
    return fields or {"what": voice.text(30)}


def changes(world: World, voice: Voice) -> list[Value]:
    """Nothing, or a change or two along the way."""
    values: list[Value] = []
    for _ in range(world.rng.choice((0, 0, 1, 1, 2))):
        change: Values = {
            "what": voice.say(),
            "when": month(world.rng.randint(2020 * 12, 2024 * 12)) if world.maybe(60) else None,
            "planned": world.rng.choice(("planned", "reactive")),
            "by": voice.role(),
            "why": voice.say("reasons") if world.maybe(50) else None,
            "keeps_core": "yes" if world.maybe(75) else "no",
        }
        values.append(change)
    return values


def lessons(world: World, voice: Voice, so_far: Course) -> Values:
    """Lessons both ways; always some from what stopped or did not work."""
    if not so_far.tried:
        return {}
    fields: Values = {}
    failed = so_far.stage == "stopped" or so_far.verdict == "not-worked"
    if so_far.verdict != "not-worked" and world.maybe(80):
        fields["worked"] = voice.items(1, 3, "lessons_worked")
    if failed or world.maybe(55):
        fields["not_worked"] = voice.items(1, 2, "lessons_not")
    return fields
