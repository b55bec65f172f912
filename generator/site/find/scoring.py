"""Weights of words in search documents: BM25F with the constant of BM25+.

BM25F (Robertson, Zaragoza and Taylor, 2004) weights a word by its field before its frequency
saturates; BM25+ (Lv and Zhai, 2011) adds a constant for each word that occurs, so that long texts
are not penalised too much. Field lengths are normalised by constants, so the entry of a record
depends on that record and the phrases of the vocabulary alone. The browser applies the inverse
document frequency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.find.documents import SearchDocument
from generator.site.find.synonyms import JOINT, PhraseList
from generator.site.find.tokens import tokenise

K1 = 4.0
MAX_WEIGHT = 63  # weights are integers from 0 to this


@dataclass(frozen=True, slots=True)
class SearchField:
    """A field of a document. `weight`: the weight of a word in it. `usual`: its typical length in
    words. `slope`: the strength of length normalisation, 0 to 1 (b in BM25).
    """

    weight: float
    usual: int
    slope: float


TITLE = SearchField(8.0, 4, 0.9)
NAMES = SearchField(5.0, 7, 0.3)
SUMMARY = SearchField(2.2, 14, 0.4)
TEXT = SearchField(1.0, 80, 0.7)
RELATED = SearchField(0.6, 20, 0.5)
ATTACHED = SearchField(0.4, 2000, 0.3)  # each word once


def term_weights(doc: SearchDocument, phrases: PhraseList) -> dict[str, int]:
    """Return the terms of a document, stems and phrases, with their weights, 0 to `MAX_WEIGHT`."""
    counts: dict[str, float] = {}
    for field, texts in _field_texts(doc):
        terms = [term for text in texts for term in phrases.terms(tokenise(text))]
        length = sum(JOINT not in term for term in terms)
        if not length:
            continue
        weight = field.weight / (1 - field.slope + field.slope * length / field.usual)
        for term in terms:
            counts[term] = counts.get(term, 0.0) + weight
    return {term: round(MAX_WEIGHT * count / (K1 + count)) for term, count in counts.items()}


def _field_texts(doc: SearchDocument) -> Iterator[tuple[SearchField, tuple[str, ...]]]:
    yield TITLE, (doc.title,)
    yield NAMES, doc.names
    yield SUMMARY, (doc.summary,)
    yield TEXT, doc.texts
    yield RELATED, doc.related
    yield ATTACHED, (doc.attached,)
