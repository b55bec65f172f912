"""Sentences from patterns, each about a topic and with words that return."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tests.bench.lexicon import Lexicon, doing, past, with_s
from tests.bench.lists import lines
from tests.bench.picks import weighted

LONGEST_LINE = 380
_SLOT = re.compile(r"\{(\w+)\}")
_NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "forty",
]
_PERIODS = {"week": 5, "month": 4, "year": 2, "day": 1}


@cache
def _patterns(name: str) -> tuple[tuple[str, ...], ...]:
    # literal text and the names of slots take turns
    return tuple(tuple(_SLOT.split(line)) for line in lines(name))


class Voice:
    """Writes about one topic. A few nouns of its own come back, as they do in a real account."""

    def __init__(self, lexicon: Lexicon, topic: str) -> None:
        self._lexicon = lexicon
        self._rng = lexicon.rng
        self._topic = topic
        self._own = [lexicon.noun() for _ in range(5)]
        self._slots: dict[str, Callable[[], str]] = {
            "noun": self._noun,
            "nouns": lambda: with_s(self._noun()),
            "anoun": lambda: _with_article(self._noun()),
            "adj": lexicon.adjective,
            "aadj": lambda: _with_article(lexicon.adjective()),
            "verb": lambda: lexicon.verb().partition("/")[0],
            "past": lambda: past(lexicon.verb()),
            "third": lambda: with_s(lexicon.verb()),
            "ing": lambda: doing(lexicon.verb()),
            "who": self.role,
            "people": self.people,
            "num": lambda: self._rng.choice(_NUMBERS),
            "when": lambda: self._rng.choice(lines("whens")),
            "period": lambda: weighted(self._rng, _PERIODS),
            "topic": lambda: self._topic,
        }

    def role(self) -> str:
        """Somebody by role."""
        return self._rng.choice(lines("roles"))

    def people(self) -> str:
        """The people whom something is for."""
        return self._rng.choice(lines("people"))

    def say(self, patterns: str = "sentences") -> str:
        """One sentence from one of the patterns of a list, short enough for one line."""
        while True:
            parts = list(self._rng.choice(_patterns(patterns)))
            parts[1::2] = [self._fill(slot) for slot in parts[1::2]]
            text = "".join(parts)
            if len(text) <= LONGEST_LINE:
                return text

    def text(self, length: int, mention: str | None = None) -> str:
        """About so many words in sentences; `mention` is the id of a record to link to."""
        sentences: list[str] = []
        while length > 5:
            sentences.append(self.say())
            length -= sentences[-1].count(" ") + 1
        if mention:
            sentences.insert(len(sentences) // 2, f"This rests on [[{mention}]].")
        return " ".join(sentences) if sentences else self.say()

    def items(self, low: int, high: int, patterns: str = "sentences") -> list[str]:
        """From `low` to `high` sentences, one each."""
        return [self.say(patterns) for _ in range(self._rng.randint(low, high))]

    def short(self) -> str:
        """A few words: “a shared referral”."""
        return f"{_with_article(self._lexicon.adjective())} {self._noun()}"

    def heading(self) -> str:
        """The heading of a section of a document."""
        return f"{self._lexicon.adjective().capitalize()} {with_s(self._noun())}"

    def _noun(self) -> str:
        if self._rng.random() < 0.25:
            return self._rng.choice(self._own)
        return self._lexicon.noun()

    def _fill(self, slot: str) -> str:
        if slot[0].isupper():
            text = self._slots[slot.lower()]()
            return text[:1].upper() + text[1:]
        return self._slots[slot]()


def _with_article(word: str) -> str:
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
