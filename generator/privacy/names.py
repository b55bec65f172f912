"""Find personal data in file names and ids, where hyphens stand for spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.privacy.first_names import FIRST_NAMES
from generator.privacy.matches import Match, Rules
from generator.privacy.scan import scan

# A fast test: a name without a match, or a first name, holds no personal data.
_POSSIBLE = re.compile("[0-9@]|dot", re.IGNORECASE)
_SEPARATOR = re.compile("[-_]")
_WORD = re.compile("[A-Za-z]+")


def scan_name(name: str) -> tuple[Match, ...]:
    """Return every match in a name, in order.

    A name without matches is scanned again with spaces for hyphens and with capitals for names of
    people. That scan returns only people and types that no waiver can allow: for the others, a
    waiver must state the text as it is written.
    """
    capitals = _people_in_capitals(_SEPARATOR.sub(" ", name))
    if not (capitals or _POSSIBLE.search(name)):
        return ()
    if matches := scan(name):
        return matches
    spaced = scan(capitals or _SEPARATOR.sub(" ", name))
    return tuple(
        replace(match, text=name[match.start : match.end])
        for match in spaced
        if not match.waivable or match.sort == "person"
    )


def _people_in_capitals(name: str) -> str:
    """Return a name with capitals for each first name and the word after it; empty for none."""
    words = list(_WORD.finditer(name))
    starts = tuple(_starts_of_people(words))
    letters = list(name)
    for start in starts:
        letters[start] = letters[start].upper()
    return "".join(letters) if starts else ""


def _starts_of_people(words: list[re.Match[str]]) -> Iterator[int]:
    for number, word in enumerate(words):
        if word[0].capitalize() in FIRST_NAMES:
            yield word.start()
            if number + 1 < len(words):
                yield words[number + 1].start()


RULES: Rules = {"separator": _SEPARATOR, "word": _WORD}
