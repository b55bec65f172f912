"""The text in the files of the search index, for the check for personal data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.site.find.encoding import SYMBOLS, decode_terms


def index_words(part: str, value: Any) -> Iterator[str]:
    """Yield every text in a part of the index as it was before it was encoded.

    Lists of places and weights hold no words: they are checked to be nothing but symbols. Raises
    ValueError for a value that is not such a part.
    """
    if part == "head":
        terms, sizes = value["words"]
        _check_symbols(sizes)
        yield from decode_terms(terms)
        yield from json_texts({name: inside for name, inside in value.items() if name != "words"})
    elif part == "order" or part.removeprefix("p").isdigit():
        for encoded in value.values() if isinstance(value, dict) else value:
            _check_symbols(encoded)
    elif part == "facets":
        for values in value.values():
            yield from _facet_words(values)
    elif part.startswith("f-"):
        yield from _facet_words(value)
    else:
        yield from json_texts(value)


def json_texts(value: Any) -> Iterator[str]:
    """Yield every string in a JSON value, including the keys of objects."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield name
            yield from json_texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from json_texts(inside)


def _facet_words(values: Any) -> Iterator[str]:
    for key, title, _depth, places in values:
        _check_symbols(places)
        yield from (key, title)


def _check_symbols(encoded: Any) -> None:
    if not isinstance(encoded, str) or set(encoded) - _SYMBOLS:
        raise ValueError("not an encoded list")


_SYMBOLS = frozenset(SYMBOLS)
