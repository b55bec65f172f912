"""The tool's own word lists: plain text files in the folder `words`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parent / "words"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list."""
    return tuple((WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list, whatever the line."""
    return tuple(word for line in lines(name) for word in line.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a list, each cut at its upright strokes."""
    return tuple(tuple(line.split("|")) for line in lines(name))


@cache
def named(name: str) -> dict[str, tuple[str, ...]]:
    """A list whose lines begin with a name and a colon: the words after it, by the name."""
    pairs = (line.split(": ", 1) for line in lines(name))
    return {key: tuple(text.split()) for key, text in pairs}
