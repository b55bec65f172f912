"""What the makers of records share: chance, names, words, and what has been made so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.bench.emit import Value, to_yaml
from tests.bench.lexicon import Lexicon
from tests.bench.lists import lines
from tests.bench.picks import Names, Popular
from tests.bench.prose import Voice

Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Made:
    """A record that others can name."""

    id: str
    title: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Place(Made):
    """An area; `inside` are the wider ones, the widest last."""

    inside: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal(Made):
    """An outcome: which way is better, the unit and a usual value."""

    better: str = ""
    unit: str = ""
    usual: int = 0


@dataclass(frozen=True, slots=True)
class Way(Made):
    """A practice and its subject."""

    subject: str = ""


@dataclass(frozen=True, slots=True)
class Trial(Made):
    """A prototype: where, what it uses, and the month of its latest stage."""

    place: Place = field(default_factory=lambda: Place("", ""))
    ways: tuple[Way, ...] = ()
    month: int = 0


class World:
    """One academy in the making, in the folder `root`."""

    def __init__(self, root: Path, seed: int, quota: dict[str, int]) -> None:
        self.root = root
        self.quota = quota
        self.rng = Random(seed)
        self.names = Names()
        self.lexicon = Lexicon(self.rng)
        self.subjects = Popular(self.rng, lines("subjects"), flat=6)
        self.areas: list[Place] = []
        self.resources: list[Made] = []
        self.partners: list[Made] = []
        self.groups: list[Made] = []
        self.principles: list[Made] = []
        self.outcomes: list[Goal] = []
        self.practices: list[Way] = []
        self.trials: list[Trial] = []
        self.statements: set[str] = set()

    def write(self, folder: str, record_id: str, values: Values, story: str | None = None) -> None:
        """Write the file of a record; what is None or empty is left out."""
        text = to_yaml({key: value for key, value in values.items() if value or value == 0})
        place = self.root / folder
        place.mkdir(parents=True, exist_ok=True)
        if story is None:
            file = place / f"{record_id}.yaml"
        else:
            file, text = place / f"{record_id}.md", f"---\n{text}---\n\n{story}"
        file.write_text(text, encoding="utf-8", newline="\n")

    def voice(self, topic: str) -> Voice:
        """A voice that writes about a topic."""
        return Voice(self.lexicon, topic)

    def maybe(self, percent: int) -> bool:
        """True as often as said."""
        return self.rng.random() * 100 < percent


def month(number: int) -> str:
    """A date such as 2014-03, from the number of months since the year 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def ids(things: list[Made] | list[Place] | list[Goal] | list[Way] | list[Trial]) -> list[Value]:
    """The ids of records."""
    return [thing.id for thing in things]
