"""The attacks: those of the public collections, and our own by class, each with its source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
CORPORA = HERE.parent / "corpora" / "xss"
_CLASS = re.compile(r"== (.+) ==")
_NUMBERED = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where attacks come from: a file of a collection, or a class of our own."""

    name: str
    attacks: tuple[str, ...]

    @property
    def ours(self) -> bool:
        """Whether we wrote it."""
        return self.name.startswith("own: ")


@cache
def sources() -> tuple[Source, ...]:
    """Every source, in a steady order."""
    return (*_collections(), *_own())


@cache
def attacks() -> tuple[str, ...]:
    """Every attack once: several collections repeat one another."""
    return tuple(dict.fromkeys(one for source in sources() for one in source.attacks))


def sample(every: int) -> tuple[str, ...]:
    """Some of every source: its first, and one in so many of the rest; all of our own."""
    chosen = (s.attacks if s.ours else s.attacks[::every] for s in sources())
    return tuple(dict.fromkeys(one for some in chosen for one in some))


def _collections() -> Iterator[Source]:
    cases = json.loads((CORPORA / "html5lib-sanitizer-tests1.json").read_text("utf-8"))
    yield Source("html5lib", tuple(case["input"] for case in cases))
    for file in sorted((CORPORA / "patt").glob("*.txt")):
        # a carriage return at a line's end belongs to the file, not to the attack
        lines = (line.rstrip("\r") for line in file.read_bytes().decode().split("\n"))
        yield Source(f"patt: {file.stem}", tuple(line for line in lines if line.strip()))


def _own() -> Iterator[Source]:
    name = ""
    vectors: list[str] = []
    for line in (HERE / "own.txt").read_text("utf-8").splitlines():
        heading = _CLASS.fullmatch(line)
        if heading:
            if vectors:
                yield Source(name, tuple(vectors))
            name, vectors = f"own: {heading.group(1)}", []
        elif name and line.strip():
            vectors.append(_NUMBERED.sub(lambda m: chr(int(m[1], 16)), line.replace("⏎", "\n")))
    yield Source(name, tuple(vectors))
