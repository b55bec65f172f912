"""What changes in a list, or in the paragraphs of a text, in words and in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.diagnostics import join_words, similarity
from generator.review.phrases import quote_in_full

_ALIKE = 50  # of 100; from here on, an item counts as a changed form of another


@dataclass(frozen=True, slots=True)
class ListItems:
    """The items of a list on one side: a value to compare, and a text to show, for each."""

    values: tuple[Any, ...]
    texts: tuple[str, ...]

    def texts_of(self, wanted: Sequence[Any]) -> list[str]:
        """Return the texts of some of the values."""
        return [self.texts[self.values.index(value)] for value in wanted]


def list_phrase(was: ListItems, now: ListItems, *, may_reword: bool) -> str:
    """Return what changes in a list. With `may_reword`, an item can become a similar one."""
    old, new = Counter(was.values), Counter(now.values)
    gained = now.texts_of(list((new - old).elements()))
    lost = was.texts_of(list((old - new).elements()))
    if not gained and not lost:
        return "is in a different order"
    pairs = _reworded(lost, gained) if may_reword else []
    for before, after in pairs:
        lost.remove(before)
        gained.remove(after)
    parts = [f"changes {quote_in_full(a)} to {quote_in_full(b)}" for a, b in pairs]
    if gained:
        parts.append(f"gains {_all(gained)}")
    if lost:
        parts.append(f"loses {_all(lost)}")
    return join_words(parts, most=len(parts), last="and")


def _all(texts: Sequence[str]) -> str:
    return join_words(map(quote_in_full, texts), most=len(texts), last="and")


def _reworded(lost: Sequence[str], gained: Sequence[str]) -> list[tuple[str, str]]:
    """Return which lost text became which gained one, the most alike first."""
    alike = sorted(
        (-similarity(before, after), before, after)
        for before in set(lost)
        for after in set(gained)
        if similarity(before, after) >= _ALIKE
    )
    pairs: dict[str, str] = {}
    for _, before, after in alike:
        if before not in pairs and after not in pairs.values():
            pairs[before] = after
    return list(pairs.items())


def prose_phrase(was: str, now: str) -> str:
    """Return what changes in a text: the whole of a short one, else the paragraphs that differ."""
    old, new = (_paragraphs(text) for text in (was, now))
    if len(old) == len(new) == 1:
        return f"is now {quote_in_full(now)}; it was {quote_in_full(was)}"
    parts = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        before, after = (_all(part) for part in (old[start:end], new[first:last]))
        if tag == "replace":
            parts.append(f"changes {before} to {after}")
        elif tag != "equal":
            parts.append(f"gains {after}" if after else f"loses {before}")
    return join_words(parts, most=len(parts), last="and") or "is laid out in a different way"


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
