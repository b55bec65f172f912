"""Academies in which every attack stands in every free field of every kind.

Record number r of a kind carries, in the field with number f, the pack number r + f: so a record
holds another pack in each of its fields, and with as many records as packs each field meets each
pack once (a Latin square). With a `step` only each so many-th record is there. Then each attack
stands in one of so many fields, still in every way in which a field is shown: a test counts it.
Records of one number name one another, so that titles stand on each other's pages, in lists,
figures and chips as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.model.kinds import Kind
from generator.model.questions import Question, questions_of, words_of
from generator.publish import write_file
from generator.records.catalogue import default_vocabulary
from tests.hostile.gate import write
from tests.hostile.packs import Pack
from tests.hostile.places import WRITTEN, Place, free_places
from tests.media.document_samples import DOCUMENTS
from tests.media.samples import SAMPLES

# what other sums and shares say of a measure is figures, not words
_LEFT_OUT = frozenset({"share_of", "share_part", "sum_of", "aliases", "id"})
PICTURE, DOCUMENT = "media/bench.png", "media/paper.pdf"
_FIXED = {
    "date": "2020", "number": "9", "whole": "12", "yes-no": "no", "p-value": "0.04",
    "picture-file": PICTURE, "document-file": DOCUMENT,
}  # fmt: skip
_FIGURES = {"value_high": "12"}
_WORDS = {"code_scheme": "other"}  # the codes of other schemes have a fixed form
_NUMBER = {(place.kind, place.path): n for n, place in enumerate(free_places())}


@dataclass(frozen=True, slots=True)
class Planted:
    """A record of the plan: its kind, its number, its file and its fields."""

    kind: Kind
    number: int
    fields: dict[str, Any]
    plain: tuple[str, ...]  # attacks that its page shows letter for letter

    @property
    def id(self) -> str:
        """What it is called."""
        return id_of(self.kind.name, self.number)

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"{self.kind.folder}/{self.id}{self.kind.suffix}"

    @property
    def page(self) -> str:
        """Where its page is."""
        return f"{self.kind.slug}/{self.id}.html"


@dataclass(frozen=True)
class Plan:
    """The records that carry these packs, with addresses for the fields that take one."""

    packs: Sequence[Pack]
    urls: Sequence[str]
    step: int = 1

    @cached_property
    def records(self) -> tuple[Planted, ...]:
        """Every record of every kind."""
        numbers = range(max(len(self.packs) // self.step, 2))
        return tuple(_planted(self, kind, n) for kind in WRITTEN for n in numbers)

    def pack(self, number: int, turn: int) -> Pack:
        """The pack that a record carries in the field of that turn."""
        return self.packs[(number * self.step + turn) % len(self.packs)]

    def write(self, root: Path) -> None:
        """All of it as files."""
        for record in self.records:
            write(root, record.path, record.fields)
        write_file(root, PICTURE, SAMPLES["png"]())
        write_file(root, DOCUMENT, DOCUMENTS["pdf"]())


def turn_of(place: Place) -> int:
    """The number of a free field."""
    return _NUMBER[place.kind, place.path]


def id_of(kind: str, number: int) -> str:
    """The id of a record of the plan."""
    return f"{kind.replace('_', '-')}-{number}"


def _planted(plan: Plan, kind: Kind, number: int) -> Planted:
    fields = _Filler(plan, kind.name, number).fields(questions_of(kind), ())
    if kind.name == "area" and number == 0:
        fields["aliases"] = ["ashby"]  # the record that prose names
    title, inferred = (
        plan.pack(number, _NUMBER[kind.name, (name,)]) for name in ("title", "inferred")
    )
    return Planted(kind, number, fields, (*title.lines, *inferred.items))


@dataclass(frozen=True, slots=True)
class _Filler:
    """Answers the questions of one record."""

    plan: Plan
    kind: str
    number: int

    def fields(
        self, questions: Sequence[Question], above: tuple[str, ...], turn: int | None = None
    ) -> dict[str, Any]:
        """The answers to these questions, by name; nothing where there is none to give.

        Of those of which exactly one is answered, it is that of the turn, or of the record.
        """
        turn = self.number if turn is None else turn
        made = (
            (one.name, self._answer(one, (*above, one.name)))
            for one in questions
            if not one.one_of or one.name == one.one_of[turn % len(one.one_of)]
        )
        return {name: value for name, value in made if value not in (None, [], {})}

    def _answer(self, asked: Question, path: tuple[str, ...]) -> Any:
        if asked.name in _LEFT_OUT:
            return None
        if asked.shape == "group":
            turns = max(len(one.one_of) for one in asked.inside) if asked.many else 0
            inside = [self.fields(asked.inside, path, turn) for turn in range(turns or 1)]
            return inside if asked.many else inside[0]
        if (self.kind, path) in _NUMBER:
            return self._attack(asked, _NUMBER[self.kind, path])
        value = self._tame(asked)
        return [value] if asked.many and value is not None else value

    def _attack(self, asked: Question, turn: int) -> Any:
        pack = self.plan.pack(self.number, turn)
        if asked.shape == "line":
            return list(pack.items) if asked.many else pack.line(turn)
        attacks = pack.of_prose(turn)
        return list(attacks) if asked.many else "\n\n".join(attacks)

    def _tame(self, asked: Question) -> Any:
        if asked.shape == "record":
            return self._named(asked)
        if asked.name in _WORDS:
            return _WORDS[asked.name]
        if words := words_of(asked, default_vocabulary()):
            # one step on, so that no result is told from an illustration
            step = asked.name == "evidence_level"
            return words[(self.number + step) % len(words)]
        if asked.shape == "web":
            return self.plan.urls[self.number % len(self.plan.urls)]
        return _FIGURES.get(asked.name, _FIXED[asked.shape])

    def _named(self, asked: Question) -> str | None:
        """The record of the same number of another kind, or the one before of its own."""
        other = next((kind for kind in asked.kinds if kind not in (self.kind, "*")), None)
        if other is not None:
            return id_of(other, self.number)
        if self.number:
            return id_of(self.kind, self.number - 1)
        return id_of(self.kind, 1) if asked.required else None
