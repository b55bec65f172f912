"""Ids made from titles. The form in the browser makes the same ids, from the same table.

Libraries that make such ids (python-slugify, anyascii) spell every script in Latin letters: they
would turn “在宅医療” into “zai-zhai-yi-liao”, which helps nobody, and their tables are not in the
browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

MAX_ID_LENGTH = 80
APOSTROPHES = "'’‘ʼ`´"  # they join: “Carers' café” is “carers-cafe”
_DERIVED_LETTER = re.compile(
    r"LATIN (?:SMALL|CAPITAL) (?:LETTER|LIGATURE) (?:DOTLESS )?([A-Z]{1,2})(?: WITH .+)?"
)
_NAMED_LETTERS = {"SHARP S": "ss", "ETH": "d", "THORN": "th", "ENG": "ng"}
_WORD = re.compile(r"[a-z0-9]+")


def _latin_letters() -> Iterator[tuple[str, str]]:
    """Yield each letter of the Latin blocks that has no decomposition, and its usual spelling."""
    for code in (*range(0x80, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        name = unicodedata.name(letter, "")
        if re.search("[A-Za-z]", unicodedata.normalize("NFKD", letter)):
            continue
        if match := _DERIVED_LETTER.fullmatch(name):
            yield letter, match.group(1).lower()
        elif spelling := _NAMED_LETTERS.get(re.sub(r"LATIN \w+ LETTER ", "", name)):
            yield letter, spelling


# Latin letters as they are spelt in plain ones: “ß” is “ss”, “ø” is “o”.
LATIN_LETTERS: Mapping[str, str] = dict(_latin_letters())
_SPELT = str.maketrans({**LATIN_LETTERS, **dict.fromkeys(APOSTROPHES, "")})


def suggest_id(title: str) -> str:
    """Return an id for a title: its words in plain small letters, joined by hyphens.

    Empty for a title with more letters of another script than Latin ones. A long id ends with a
    whole word.
    """
    letters = unicodedata.normalize("NFKD", title.translate(_SPELT))
    text = "".join(c for c in letters if unicodedata.category(c) not in _DROPPED).lower()
    plain = sum("a" <= letter <= "z" for letter in text)
    if sum(map(str.isalpha, text)) - plain > plain:
        return ""
    return _cut_at_word("-".join(_WORD.findall(text)))


_DROPPED = ("Mn", "Mc", "Me", "Cf")  # accents, and characters that are not seen


def _cut_at_word(name: str) -> str:
    if len(name) <= MAX_ID_LENGTH:
        return name
    whole, hyphen, _ = name[: MAX_ID_LENGTH + 1].rpartition("-")
    return whole if hyphen else name[:MAX_ID_LENGTH]


def fill_id_words(parts: tuple[str, ...], answers: Mapping[str, str]) -> str:
    """Return the words for an id of a record without a title.

    A part is left out where none of the fields that it names in braces is in `answers`.
    """
    filled = (_FIELD.sub(lambda match: answers.get(match.group(1), ""), part) for part in parts)
    return " ".join(
        words
        for part, words in zip(parts, filled, strict=True)
        if any(answers.get(field) for field in _FIELD.findall(part))
    )


_FIELD = re.compile(r"\{(\w+)\}")
