"""How much each word counts in each thing that can be found: BM25F, with the bonus of BM25+.

BM25F (Robertson, Zaragoza and Taylor, 2004) weighs a word by the zone it stands in before its
count saturates; BM25+ (Lv and Zhai, 2011) adds a constant for every word that occurs, so that long
texts are not drowned. The lengths beside which a zone is measured are constants, so the entry of a
record depends on nothing but the record; how rare a word is comes in when it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.find.documents import SearchDocument
from generator.site.find.tokens import stems

K1 = 4.0
MAX_WEIGHT = 63  # a weight is one of the steps 0 to 63 of what a word can count for


@dataclass(frozen=True, slots=True)
class SearchField:
    """A part of a text. `weight`: what a word counts there. `usual`: how many words it has for the
    most part; `slope`: how much a longer one counts less, from 0 to 1.
    """

    weight: float
    usual: int
    slope: float


TITLE = SearchField(8.0, 4, 0.9)
NAMES = SearchField(5.0, 7, 0.3)
SUMMARY = SearchField(2.2, 14, 0.4)
TEXT = SearchField(1.0, 80, 0.7)
RELATED = SearchField(0.6, 20, 0.5)


def stem_weights(doc: SearchDocument) -> dict[str, int]:
    """Each stem of a thing with its weight, 0 to `MAX_WEIGHT`."""
    counts: dict[str, float] = {}
    for field, texts in _field_texts(doc):
        field_stems = [stem for text in texts for stem in stems(text)]
        if field_stems:
            weight = field.weight / (1 - field.slope + field.slope * len(field_stems) / field.usual)
            for stem in field_stems:
                counts[stem] = counts.get(stem, 0.0) + weight
    return {stem: round(MAX_WEIGHT * count / (K1 + count)) for stem, count in counts.items()}


def _field_texts(doc: SearchDocument) -> Iterator[tuple[SearchField, tuple[str, ...]]]:
    yield TITLE, (doc.title,)
    yield NAMES, doc.names
    yield SUMMARY, (doc.summary,)
    yield TEXT, doc.texts
    yield RELATED, doc.related
