"""The questions that people ask, and how well an engine answers them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.conftest import PROJECT
from tests.site.find.engines import Ask

FILE = PROJECT / "tests" / "site" / "find" / "questions.txt"
WITHIN = 5


@dataclass(frozen=True)
class Question:
    """What is typed, and the records of which any should come first."""

    text: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How many questions are answered first, and within the first five; the ranks by question."""

    first: int
    within: int
    ranks: dict[str, int | None]


def questions() -> tuple[Question, ...]:
    """Every question of the file."""
    lines = (line for line in FILE.read_text("utf-8").splitlines() if line[:1] not in ("", "#"))
    parts = (line.split(" | ") for line in lines)
    return tuple(
        Question(text, tuple(one.strip() for one in ids.split(","))) for text, ids in parts
    )


def score(ask: Ask) -> Score:
    """An engine's answers to all of them. A rank of None: not among the first twenty."""
    ranks: dict[str, int | None] = {}
    for question in questions():
        ids = [url.rpartition("/")[2].removesuffix(".html") for url in ask(question.text)]
        places = [ids.index(one) + 1 for one in question.wanted if one in ids]
        ranks[question.text] = min(places, default=None)
    known = [rank for rank in ranks.values() if rank is not None]
    first = sum(rank == 1 for rank in known)
    return Score(first, sum(rank <= WITHIN for rank in known), ranks)
