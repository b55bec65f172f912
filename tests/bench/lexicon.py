"""Words by what they do in a sentence: real ones first, then a long tail of made-up ones.

A real word of rank r is used as often as 1/r; the frequency of the made-up ones falls faster (r
to the power 3/2), as that of rare words does in large bodies of text.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import isqrt
from random import Random

from tests.bench.lists import named, words

_WEIGHT = 10**12
_SHORT = 2_500  # that many made-up words are short ones
_TAIL = {"noun": 60_000, "adjective": 24_000, "verb": 16_000}


class Lexicon:
    """Draws words of each sort."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._taken: set[str] = set()
        self._sounds = named("sounds")
        self._nouns = self._sort("noun", words("nouns"))
        self._adjectives = self._sort("adjective", words("adjectives"))
        self._verbs = self._sort("verb", words("verbs"))

    def noun(self) -> str:
        """A noun in the singular."""
        return self._draw(self._nouns)

    def adjective(self) -> str:
        """An adjective."""
        return self._draw(self._adjectives)

    def verb(self) -> str:
        """A verb; its past follows a stroke where it is not the usual one."""
        return self._draw(self._verbs)

    def _draw(self, sort: tuple[list[str], list[int]]) -> str:
        known, sums = sort
        return known[bisect_right(sums, int(self.rng.random() * sums[-1]))]

    def _sort(self, name: str, real: tuple[str, ...]) -> tuple[list[str], list[int]]:
        known = [*real, *self._tail(name)]
        return known, list(
            accumulate(_weight(rank, len(real)) for rank in range(1, len(known) + 1))
        )

    def _tail(self, name: str) -> list[str]:
        self._taken.update(words(f"{name}s"))
        tail: list[str] = []
        while len(tail) < _TAIL[name]:
            word = self._made_up(name, longer=len(tail) > _SHORT)
            if word not in self._taken:
                self._taken.add(word)
                tail.append(word)
        return tail

    def _made_up(self, name: str, *, longer: bool) -> str:
        word = (
            self._random_word("onsets") + self._random_word("vowels") + self._random_word("middles")
        )
        if longer:
            word += self._random_word("vowels") + self._random_word("middles")
        return word + self._random_word(name)

    def _random_word(self, sort: str) -> str:
        parts = self._sounds[sort]
        return parts[int(self.rng.random() * len(parts))]


def _weight(rank: int, real: int) -> int:
    # rank to the power 3/2 by whole-number roots: powers of floats differ between machines
    if rank <= real:
        return _WEIGHT // (rank + 8)
    return _WEIGHT // 2 * isqrt(real * 10_000) // (rank * isqrt(rank * 10_000))


def past(verb: str) -> str:
    """The simple past: “agreed”, “copied”, “planned”."""
    base, _, irregular = verb.partition("/")
    if irregular:
        return irregular
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _turns(base) else base + "ed"


def doing(verb: str) -> str:
    """The form in -ing."""
    base, _, irregular = verb.partition("/")
    if irregular:
        return irregular[:-2] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def with_s(word: str) -> str:
    """The plural of a noun, or the third person of a verb."""
    base = word.partition("/")[0]
    if _turns(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _turns(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in "aeiou"
