"""Text to search terms. The only module that uses the stemmer.

The browser does the same to what people type (`theme/assets/academy/find/tokens.js`); a test holds
that both agree on every word of the academy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from snowballstemmer.english_stemmer import EnglishStemmer

from generator.privacy import country_in_use, scan

# stop words: function words, and words that begin a question
_STOP_WORDS_TEXT = """
a about all also am an and any anybody anyone anything are as at be been being but by can could did
do does doing done for from get gets getting give gives giving got had has have having he her here
him his how hows i if in into is it its me more most my near no of on one or other our out please
she show so some somebody someone something tell than that thats the their them then there theres
these they thing things this those to tried try trying up us was we were what whats when whens where
wheres which who whom whos whose why will with without would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
HYPHENATED = re.compile(r"([^\W_]+)-([^\W_]+)")
JOINER = re.compile(r"['’&]")
MIN_WORD_LENGTH = 2  # letters of a word that is looked up
_stemmer = EnglishStemmer()


def fold(text: str) -> str:
    """Return the text in lower case without accents: “Café” becomes “cafe”."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(
            character for character in parts if not unicodedata.category(character).startswith("M")
        )
    return text.lower()


def tokenise(text: str) -> list[str]:
    """Return the folded words of a text. “A&E” and “carers'” are one word each; “co-ordinator” also
    gives “coordinator”.
    """
    folded = fold(text)
    tokens = WORD.findall(folded)
    if JOINER.search(folded):
        tokens = [JOINER.sub("", word) for word in tokens]
    if "-" in folded:
        tokens += [first + second for first, second in HYPHENATED.findall(folded)]
    return tokens


def stem(word: str) -> str:
    """Return the stem of a folded word: “pool” for “pooling”, “pooled” and “pools” (the English
    stemmer of the Snowball project).
    """
    return str(_stemmer.stemWord(word))


@cache
def _search_stem(word: str, _country: str) -> str:
    """Return the stem of a word to look up, or nothing for a word that nobody looks for.

    The list of words shows each without the text around it, where an ISBN is no different from an
    NHS number. So a word that looks like personal data by itself is left out of the index. What
    does depends on the country.
    """
    if len(word) < MIN_WORD_LENGTH or word in STOP_WORDS or scan(word):
        return ""
    stemmed = stem(word)
    return "" if scan(stemmed) else stemmed


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text, without stop words."""
    return stems_of_words(tokenise(text))


def stems_of_words(words: Iterable[str]) -> list[str]:
    """Return the stems of folded words, without stop words."""
    country = country_in_use()
    return [stemmed for word in words if (stemmed := _search_stem(word, country))]
