"""The questions that people ask, and how well an engine answers them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.conftest import PROJECT
from tests.site.find.engines import Ask

TUNED = PROJECT / "tests" / "site" / "find" / "questions.txt"
HELD_OUT = TUNED.with_name("held_out.txt")
WITHIN = 5
_NOTHING = "nothing"  # in place of ids: no record is about it


@dataclass(frozen=True)
class Question:
    """What is typed, and the records or pages of which any should come first; none: no answer."""

    text: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How many questions are answered first, and within the first five; the ranks by question."""

    first: int
    within: int
    ranks: dict[str, int | None]


def questions(file: Path) -> tuple[Question, ...]:
    """Every question of a file."""
    lines = (line for line in file.read_text("utf-8").splitlines() if line[:1] not in ("", "#"))
    parts = (line.split(" | ") for line in lines)
    return tuple(Question(text, _wanted(ids)) for text, ids in parts)


def _wanted(ids: str) -> tuple[str, ...]:
    return () if ids == _NOTHING else tuple(one.strip() for one in ids.split(","))


def score(ask: Ask, file: Path = TUNED) -> Score:
    """An engine's answers to those with an answer. A rank of None: not among the first twenty."""
    ranks: dict[str, int | None] = {}
    for question in questions(file):
        if question.wanted:
            ranks[question.text] = _rank(ask(question.text), question.wanted)
    known = [rank for rank in ranks.values() if rank is not None]
    first = sum(rank == 1 for rank in known)
    return Score(first, sum(rank <= WITHIN for rank in known), ranks)


def _rank(urls: list[str], wanted: tuple[str, ...]) -> int | None:
    """The place of the first that is wanted. The definition of the word itself comes before all
    by design, and takes no place from a record.
    """
    if urls and _is_definition(urls[0]) and not any(map(_is_definition, wanted)):
        urls = urls[1:]
    places = [n for n, url in enumerate(urls, 1) if url in wanted or _id(url) in wanted]
    return min(places, default=None)


def _is_definition(url: str) -> bool:
    return url.startswith("glossary.html#")


def _id(url: str) -> str:
    return url.rpartition("/")[2].removesuffix(".html")
