"""Find pairs of names that probably mean one thing, without comparing every name with every other.

Names are compared by their distinctive words: “Darlington Council” and “Darlington Borough
Council” both are “darlington”. Only names that share the beginning of such a word are compared, and
a beginning that many names share is not used, so that the work grows with the number of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from generator.diagnostics import similarity

# Words that say what a body or place is, not which one.
GENERIC_WORDS = frozenset(
    [
        *("and", "area", "board", "borough", "ccg", "city", "clinical", "commissioning", "council"),
        *("county", "district", "foundation", "group", "hospital", "hospitals", "ics", "icb"),
        *("integrated", "local", "metropolitan", "nhs", "of", "region", "royal", "service"),
        *("services", "system", "team", "the", "trust", "unitary", "university"),
    ]
)
_BLOCK_LETTERS = 4  # names that differ in their first letters are not compared
MAX_BLOCK = 40  # names
_MIN_SIMILARITY = 90  # of 100


def similar_pairs(
    names: Mapping[str, str], groups: Mapping[str, frozenset[Hashable]]
) -> Iterator[tuple[str, str]]:
    """Yield the keys of each two similar names that have a group in common, the first key first.

    `names` are the names by key, `groups` the groups of each key, such as its areas.
    """
    words = {key: distinctive_words(name) for key, name in names.items()}
    blocks: dict[tuple[Hashable, str], list[str]] = defaultdict(list)
    for key, text in words.items():
        for start in {word[:_BLOCK_LETTERS] for word in text}:
            for group in groups[key]:
                blocks[group, start].append(key)
    compared: set[tuple[str, str]] = set()
    for keys in blocks.values():
        for pair in combinations(sorted(keys), 2) if len(keys) <= MAX_BLOCK else ():
            if pair not in compared and _similar(words[pair[0]], words[pair[1]]):
                yield pair
            compared.add(pair)


def distinctive_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that say which body or place it is, without accents; sorted."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", plain.replace("'", "").replace("’", ""))
    return tuple(sorted({word for word in words if word not in GENERIC_WORDS}))


def _similar(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if [word for word in first if word.isdecimal()] != [w for w in second if w.isdecimal()]:
        return False  # “Ward 2” is not “Ward 3”
    return similarity(" ".join(first), " ".join(second)) >= _MIN_SIMILARITY
