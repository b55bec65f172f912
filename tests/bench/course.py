"""How a prototype went: its stage, the way to it, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.emit import Value
from tests.bench.picks import weighted
from tests.bench.prose import Voice
from tests.bench.world import Values, World, month

_PATH = ("idea", "proposed", "agreed", "designing", "procuring", "testing", "live", "completed")
_STAGES = {
    "idea": 8, "proposed": 8, "agreed": 5, "designing": 8, "procuring": 4, "testing": 20,
    "live": 29, "completed": 12, "stopped": 6,
}  # fmt: skip
_VERDICTS = {
    "testing": {"too-early": 50, "not-reported": 15, "worked-in-part": 20, "worked": 15},
    "live": {"worked": 40, "worked-in-part": 27, "not-reported": 15, "too-early": 12,
             "not-worked": 6},
    "completed": {"worked": 42, "worked-in-part": 30, "not-worked": 15, "not-reported": 13},
    "stopped": {"not-worked": 60, "worked-in-part": 20, "not-reported": 20},
}  # fmt: skip
_PLANNED = {"not-reported": 80, "too-early": 20}
JUDGED = ("worked", "worked-in-part", "not-worked")


@dataclass(frozen=True, slots=True)
class Course:
    """The stage and verdict of a prototype, and the steps to it, each with its month."""

    stage: str
    verdict: str
    steps: tuple[tuple[str, int], ...]

    @property
    def tried(self) -> bool:
        """Whether it has been in practice."""
        return self.stage in _VERDICTS

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.stage in ("completed", "stopped")

    @property
    def started(self) -> int | None:
        """The month in which the testing began."""
        return next((when for stage, when in self.steps if stage == "testing"), None)


def course(world: World, *, measured: bool) -> Course:
    """A likely course; what is much measured has mostly been tried."""
    stage = weighted(world.rng, _STAGES)
    if measured and stage not in _VERDICTS and world.maybe(75):
        stage = weighted(world.rng, _STAGES)
    verdict = weighted(world.rng, _VERDICTS.get(stage, _PLANNED))
    way = _PATH[: _PATH.index(stage) + 1] if stage in _PATH else (*_PATH[:6], "stopped")
    when = world.rng.randint(2009 * 12, 2019 * 12)
    steps: list[tuple[str, int]] = []
    for step in way:
        # not every step is remembered
        if step in ("testing", stage) or world.maybe(45):
            steps.append((step, when))
        when += world.rng.randint(1, 8)
    return Course(stage, verdict, tuple(steps))


def history(world: World, went: Course, voice: Voice) -> list[Value]:
    """The steps as they are written; one date in five is forgotten."""
    events: list[Value] = []
    for stage, when in went.steps:
        step: Values = {"stage": stage, "date": month(when) if world.maybe(80) else None}
        if world.maybe(25):
            step["note"] = voice.say()
        events.append(step)
    return events


def went(world: World, verdict: str) -> int:
    """Which way one figure of a prototype went: 1 for better, 0 for the same, -1 for worse."""
    better = {"worked": 88, "worked-in-part": 60, "not-worked": 20}.get(verdict, 55)
    if world.maybe(better):
        return 1
    return 0 if world.maybe(50) else -1
