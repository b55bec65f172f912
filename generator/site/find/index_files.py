"""The search index as script files, small enough that a search loads only what it needs.

Each file is one call, `academy.find.addPart(version, part, value)`: scripts load from `file://`,
where nothing else does. The version says that all files belong together. No text is markup: the
browser writes it as text.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.exports.compact_json import compact_json
from generator.exports.script_pattern import script_pattern
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.site.find.documents import PAGE, TERM
from generator.site.find.encoding import (
    HALF,
    SYMBOLS,
    encode_gaps,
    encode_number,
    encode_postings,
    encode_terms,
)
from generator.site.find.facets import FACETS, Facet, FacetValue
from generator.site.find.index_entry import TONES, IndexEntry
from generator.site.find.scoring import MAX_WEIGHT
from generator.site.find.sorting import SORTS, SortOrder
from generator.site.find.synonyms import EXACT, JOINT, exact_words, near_meaning, same_meaning
from generator.site.find.tokens import (
    HYPHENATED,
    JOINER,
    MIN_WORD_LENGTH,
    STOP_WORDS,
    WORD,
)
from generator.site.parts.content import SiteContent
from generator.site_paths import FIND_FOLDER

# A first search loads few files, and none that is large: each takes time to ask for.
_SYMBOLS_PER_FILE = 48_000  # symbols
_ENTRIES_PER_FILE = 64


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its name and its value as JSON."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Postings:
    """The places of the entries that contain a term, ascending, and its weight in each."""

    places: array[int] = field(default_factory=lambda: array("I"))
    weights: bytearray = field(default_factory=bytearray)


def search_files(site: SiteContent, entries: Sequence[IndexEntry]) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site and the content of each file of the index.

    `entries` are sorted: records by kind, then pages, then terms.
    """
    parts = list(_index_parts(site, entries))
    texts = [compact_json(part.value) for part in parts]
    digest = _version(texts)
    for part, text in zip(parts, texts, strict=True):
        script = f'academy.find.addPart("{digest}","{part.name}",{text});\n'
        yield f"{FIND_FOLDER}{part.name}.js", script.encode()


def _version(texts: Sequence[str]) -> str:
    """Return a name for one state of the index: letters only, so that it looks like no number."""
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]
    return digest.translate(_LETTERS)


_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def _index_parts(site: SiteContent, entries: Sequence[IndexEntry]) -> Iterator[IndexFile]:
    terms, posting_lists = _inverted_index(entries)
    starts = _file_starts(posting_lists)
    placed = [
        (n, site.catalogue.records[entry.record]) for n, entry in enumerate(entries) if entry.record
    ]
    facets = {facet.key: values for facet in FACETS if (values := facet.values(site, placed))}
    ranks = {sort.key: _ranks(site, sort, placed) for sort in SORTS}
    # an order in which no record comes before another is not offered
    sorts = [sort for sort in SORTS if any(ranks[sort.key].values())]
    head = _head(site, entries, starts, facets)
    heads = [{"key": sort.key, "title": sort.title} for sort in sorts]
    words = [
        encode_terms(terms),
        "".join(_encoded_magnitude(len(entry.places)) for entry in posting_lists),
    ]
    yield IndexFile("head", {**head, "sorts": heads, "words": words})
    for file, (start, end) in enumerate(
        zip(starts, [*starts[1:], len(posting_lists)], strict=True)
    ):
        yield IndexFile(
            f"p{file}",
            [encode_postings(entry.places, entry.weights) for entry in posting_lists[start:end]],
        )
    for file, start in enumerate(range(0, len(entries), _ENTRIES_PER_FILE)):
        yield IndexFile(
            f"d{file}", [entry.shown for entry in entries[start : start + _ENTRIES_PER_FILE]]
        )
    yield from _facet_files(facets)
    orders = {sort.key: _encoded_ranks(ranks[sort.key], len(entries)) for sort in sorts}
    yield IndexFile("order", orders)


def _facet_files(facets: dict[str, tuple[FacetValue, ...]]) -> Iterator[IndexFile]:
    """Yield a file of the facets that are open at first, and one for each other."""
    encoded = {
        key: [[value.key, value.title, value.depth, encode_gaps(value.places)] for value in values]
        for key, values in facets.items()
    }
    opened = {facet.key for facet in FACETS if facet.open}
    yield IndexFile("facets", {key: encoded[key] for key in encoded if key in opened})
    for key, values in encoded.items():
        if key not in opened:
            yield IndexFile(f"f-{key}", values)


def _ranks(
    site: SiteContent, sort: SortOrder, placed: Sequence[tuple[int, Record]]
) -> dict[int, int]:
    return {place: sort.of(site, record) for place, record in placed}


def _encoded_ranks(ranks: dict[int, int], count: int) -> str:
    return "".join(encode_number(ranks.get(place, 0)) for place in range(count))


def _head(
    site: SiteContent,
    entries: Sequence[IndexEntry],
    starts: Sequence[int],
    facets: dict[str, tuple[FacetValue, ...]],
) -> dict[str, Any]:
    return {
        "documentCount": len(entries),
        "pageKind": PAGE,
        "documentsPerFile": _ENTRIES_PER_FILE,
        "tones": TONES,
        "weightSteps": MAX_WEIGHT,
        "symbols": SYMBOLS,
        "half": HALF,
        "shardStarts": list(starts),
        "kinds": _type_heads(entries),
        "facets": [
            _facet_head(facet, entries, facets[facet.key])
            for facet in FACETS
            if facet.key in facets
        ],
        "stopWords": sorted(STOP_WORDS),
        "shortestWord": MIN_WORD_LENGTH,
        "patterns": _word_patterns(),
        "joint": JOINT,
        "exactMark": EXACT,
        "exactWords": exact_words(site.index),
        "synonyms": same_meaning(site.index),
        "related": near_meaning(site.index),
        "whole": _whole_keys(entries),
    }


def _whole_keys(entries: Sequence[IndexEntry]) -> dict[str, list[int]]:
    """Return the places of what is asked for by name, by the queries that do."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for key in entry.whole:
            places[key].append(place)
    return dict(sorted(places.items()))


def _word_patterns() -> dict[str, list[str]]:
    """Return the regular expressions that split a query into words.

    Text of a page is not folded, so its letters can have combining marks (category M of Unicode).
    """
    source, flags = word = script_pattern(WORD)
    return {
        "word": word,
        "hyphenated": script_pattern(HYPHENATED),
        "joiner": script_pattern(JOINER),
        "unfoldedWord": [source.replace("\\p{N}]", "\\p{N}\\p{M}]"), flags],
    }


def _facet_head(
    facet: Facet, entries: Sequence[IndexEntry], values: Sequence[FacetValue]
) -> dict[str, Any]:
    """Return a facet with the kinds of record that it applies to."""
    kinds = dict.fromkeys(entries[place].sort for value in values for place in value.places)
    return {"key": facet.key, "title": facet.title, "open": facet.open, "kinds": list(kinds)}


def _type_heads(entries: Sequence[IndexEntry]) -> list[dict[str, Any]]:
    """Return for each sort of entry its name, labels, first place and prior weight."""
    heads: list[dict[str, Any]] = []
    for place, entry in enumerate(entries):
        if not heads or heads[-1]["name"] != entry.sort:
            kind = KIND_OF.get(entry.sort)
            (label, labels), prior = (
                ((kind.label, kind.labels), kind.search_weight)
                if kind
                else _OTHER_TYPES[entry.sort]
            )
            heads.append(
                {
                    "name": entry.sort,
                    "label": label,
                    "labels": labels,
                    "start": place,
                    "prior": prior,
                }
            )
    return heads


_OTHER_TYPES = {PAGE: (("Page", "Pages"), 0.6), TERM: (("Word explained", "Words explained"), 0.7)}


def _inverted_index(entries: Sequence[IndexEntry]) -> tuple[list[str], list[Postings]]:
    """Return the terms, in the order of UTF-16 code units, and the postings of each."""
    by_term: defaultdict[str, Postings] = defaultdict(Postings)
    for place, entry in enumerate(entries):
        for entry_term, weight in zip(entry.terms, entry.weights, strict=True):
            posting_list = by_term[entry_term]
            posting_list.places.append(place)
            posting_list.weights.append(weight)
    terms = sorted(by_term, key=lambda term: term.encode("utf-16-be"))
    return terms, [by_term[term] for term in terms]


def _file_starts(posting_lists: Sequence[Postings]) -> list[int]:
    """Return the number of the first term in each file of postings."""
    starts = [0]
    size = 0
    for place, posting_list in enumerate(posting_lists):
        added = 2 * len(posting_list.places)
        if size and size + added > _SYMBOLS_PER_FILE:
            starts.append(place)
            size = 0
        size += added
    return starts


def _encoded_magnitude(count: int) -> str:
    """Return the magnitude of a document frequency, as a power of two in one symbol."""
    return encode_number(min(count.bit_length(), HALF - 1))
