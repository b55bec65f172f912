"""Chance with a seed: popular things are picked more often, and no name is given twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

_WEIGHT = 10**12  # whole numbers only: they add up the same on every machine
LONGEST_STEM = 64
MOST_TRIES = 60


class Popular(Generic[T]):
    """Things of which the first few are picked often and most hardly ever (Zipf's law).

    The weight of a thing is 1 / (its rank + `flat`); which rank it has is left to chance.
    """

    def __init__(self, rng: Random, things: Sequence[T], flat: int = 2) -> None:
        self._rng = rng
        self._things = list(things)
        rng.shuffle(self._things)
        weights = (_WEIGHT // (rank + flat) for rank in range(len(self._things)))
        self._sums = list(accumulate(weights))

    def pick(self) -> T:
        """A thing, the popular ones more often."""
        return self._things[bisect_right(self._sums, int(self._rng.random() * self._sums[-1]))]

    def any(self) -> T:
        """A thing, each as often as the others."""
        return self._rng.choice(self._things)

    def sample(self, low: int, high: int) -> list[T]:
        """From `low` to `high` different things; fewer where there are not so many."""
        wanted = min(self._rng.randint(low, high), len(self._things))
        chosen: list[T] = []
        for number in range(wanted * 8):
            thing = self.pick() if number < wanted * 4 else self.any()
            if len(chosen) < wanted and thing not in chosen:
                chosen.append(thing)
        return chosen


def weighted(rng: Random, shares: Mapping[str, int]) -> str:
    """One of the names, as often as its share says."""
    return rng.choices(tuple(shares), weights=tuple(shares.values()))[0]


class Names:
    """Gives titles and ids that nothing else has."""

    def __init__(self) -> None:
        self._titles: set[str] = set()
        self._ids: dict[str, int] = {}  # each with the highest number it was given

    def fresh(self, make: Callable[[], str]) -> str:
        """A title that nobody has yet; with a number where chance does not find one."""
        title = make()
        for _ in range(MOST_TRIES):
            if title.casefold() not in self._titles:
                break
            title = make()
        stem, number = title, 2
        while title.casefold() in self._titles:
            title, number = f"{stem} ({number})", number + 1
        self._titles.add(title.casefold())
        return title

    def id(self, *parts: str) -> str:
        """An id made of what the parts say."""
        text = " ".join(parts).lower().replace("'", "")
        stem = "-".join(re.findall(r"[a-z0-9]+", text))
        if len(stem) > LONGEST_STEM:
            stem = stem[:LONGEST_STEM].rpartition("-")[0]
        candidate, number = stem, self._ids.get(stem, 1)
        while candidate in self._ids:
            number += 1
            candidate = f"{stem}-{number}"
        self._ids[stem] = number
        self._ids.setdefault(candidate, 1)
        return candidate
