"""Every place of every kind where people write, taken from the model itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.kinds import KINDS, Kind
from generator.model.questions import Question, questions_of

FREE = ("line", "text", "story")  # the shapes of answers that take any words
WRITTEN = tuple(kind for kind in KINDS if kind.folder)


@dataclass(frozen=True, slots=True)
class Place:
    """One field of a kind, however deep: its names from the record down, and what it asks."""

    kind: str
    path: tuple[str, ...]
    question: Question

    @property
    def free(self) -> bool:
        """Whether it takes any words."""
        return self.question.shape in FREE


@cache
def places() -> tuple[Place, ...]:
    """Every field that holds a value of its own, in a steady order."""
    return tuple(one for kind in WRITTEN for one in places_of(kind))


def places_of(kind: Kind) -> Iterator[Place]:
    """The same for one kind."""
    for question in questions_of(kind):
        yield from _inside(kind.name, (question.name,), question)


def free_places() -> tuple[Place, ...]:
    """The fields that take any words."""
    return tuple(place for place in places() if place.free)


def values_at(value: object, path: tuple[str, ...]) -> Iterator[object]:
    """What a record as written holds at a path, from every entry of the lists on the way."""
    if isinstance(value, list):
        for item in value:
            yield from values_at(item, path)
    elif not path:
        yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from values_at(value[path[0]], path[1:])


def _inside(kind: str, path: tuple[str, ...], question: Question) -> Iterator[Place]:
    if question.shape != "group":
        yield Place(kind, path, question)
    for inner in question.inside:
        yield from _inside(kind, (*path, inner.name), inner)
