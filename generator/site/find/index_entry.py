"""One entry of the search index: what the browser shows, and its terms with their weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from generator.model.display.vocabulary import Tone
from generator.site.find.documents import PAGE, TERM, SearchDocument
from generator.site.find.scoring import term_weights
from generator.site.find.synonyms import PhraseList
from generator.site.find.tokens import tokenise

_EXCERPT_LENGTH = 240  # letters
_ASKED_BY_NAME = (PAGE, TERM, "partner")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of the index. `sort` and `record` are as in `SearchDocument`; `shown` is what the
    browser shows; each term has a weight of 0 to `MAX_WEIGHT`. `whole` are the keys of the queries
    that ask for this entry and no other: see `whole_key`.
    """

    sort: str
    record: str
    shown: tuple[Any, ...]
    terms: tuple[str, ...]
    weights: bytes
    whole: tuple[str, ...] = ()


def index_entry(doc: SearchDocument, phrases: PhraseList) -> IndexEntry:
    """Return the index entry of a search document. It depends on nothing else."""
    labels = tuple((chip.text, TONES.index(chip.tone)) for chip in doc.labels)
    shown = (doc.url, doc.title, doc.summary, labels, _excerpt(doc), *_picture(doc))
    weights = term_weights(doc, phrases)
    return IndexEntry(
        doc.sort,
        doc.record,
        shown,
        tuple(weights),
        bytes(weights.values()),
        _whole_keys(doc, phrases),
    )


def whole_key(text: str, phrases: PhraseList) -> str:
    """Return what a query and a name have in common when they say the same: “What didn't work?”
    and “didn't work”.
    """
    return " ".join(sorted(set(phrases.stems(tokenise(text.replace("-", " "))))))


def _whole_keys(doc: SearchDocument, phrases: PhraseList) -> tuple[str, ...]:
    """Return the keys of a page's title and questions, or of the names of a term or a partner."""
    names = (doc.title, *doc.names) if doc.sort in _ASKED_BY_NAME else ()
    keys = (whole_key(name, phrases) for name in names)
    return tuple(dict.fromkeys(filter(None, keys)))


def _picture(doc: SearchDocument) -> tuple[tuple[str, str, int, int], ...]:
    """Return the URL, the words, the width and the height of the picture; nothing without one."""
    if doc.picture is None:
        return ()
    version = doc.picture.version
    return ((version.url, doc.picture.alt, version.width, version.height),)


TONES: tuple[Tone, ...] = get_args(Tone)


def _excerpt(doc: SearchDocument) -> str:
    """Return the first part of each text, in which the browser highlights the query."""
    budget = min(_EXCERPT_LENGTH, sum(map(len, doc.texts)) // 4)
    out = []
    for text in doc.texts:
        if budget < _MIN_EXCERPT:
            break
        piece = text if len(text) <= budget else _shortened(text, budget)
        out.append(piece)
        budget -= len(piece)
    return " · ".join(out)


_MIN_EXCERPT = 30


def _shortened(text: str, budget: int) -> str:
    """Cut a text at a space, if it has one, and never inside a number: the first digits of a long
    one can look like a telephone number.
    """
    start = text[:budget]
    cut = start.rpartition(" ")[0] or start
    while cut and cut[-1].isdigit() and " " in cut:
        cut = cut.rpartition(" ")[0]
    return f"{cut} …"
