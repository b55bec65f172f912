"""Words and phrases that mean the same to search, or nearly: the vocabulary's and the glossary's.

A phrase is indexed as one term, so that “home care” is found where the two words stand together,
and not wherever “home” and “care” occur.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis.index import AdoptionIndex, memoised
from generator.site.find.tokens import fold, stems, stems_of_words, tokenise

JOINT = "_"  # between the stems of a phrase, in its term
EXACT = "="  # before an exact word, in its term

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhraseList:
    """What is indexed beside the stems: the phrases, by their first stem, and the exact words."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    exact: frozenset[str] = frozenset()

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stems of folded words. An exact word is its own stem, with a mark."""
        if self.exact.isdisjoint(words):
            return stems_of_words(words)
        marked = (
            [EXACT + word] if word in self.exact else stems_of_words([word]) for word in words
        )
        return [stem for stems in marked for stem in stems]

    def terms(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the terms of a text in folded words: its stems, and each phrase that it has."""
        text_stems = self.stems(words)
        yield from text_stems
        for at, first in enumerate(text_stems):
            for phrase in self.by_first.get(first, ()):
                if tuple(text_stems[at : at + len(phrase)]) == phrase:
                    yield JOINT.join(phrase)


@memoised
def same_meaning(index: AdoptionIndex) -> tuple[Group, ...]:
    """Return the groups of words and phrases that mean the same."""
    catalogue = index.catalogue
    glossary = (term.names for term in catalogue.terms)
    vocabulary = ((word, *others) for word, others in catalogue.vocabulary.synonyms.items())
    return tuple(filter(_worthwhile, (*glossary, *vocabulary)))


@memoised
def near_meaning(index: AdoptionIndex) -> tuple[Group, ...]:
    """Return for each word or phrase, which comes first, what is near to it."""
    return tuple((word, *near) for word, near in index.catalogue.vocabulary.related.items())


@memoised
def indexed_phrases(index: AdoptionIndex) -> PhraseList:
    """Return the phrases of both kinds of group, and the exact words."""
    groups = (*same_meaning(index), *near_meaning(index))
    return phrase_list((text for group in groups for text in group), exact_words(index))


def exact_words(index: AdoptionIndex) -> list[str]:
    """Return the words that search takes as they are written, folded."""
    return sorted({fold(word) for word in index.catalogue.vocabulary.exact_words})


def phrase_list(texts: Iterable[str], exact: Iterable[str] = ()) -> PhraseList:
    """Return the texts that are phrases, to look for, with the exact words."""
    no_phrases = PhraseList({}, frozenset(exact))
    by_first: defaultdict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for text in texts:
        phrase = tuple(no_phrases.stems(tokenise(text)))
        if len(phrase) > 1:
            by_first[phrase[0]][phrase] = None
    phrases = {first: tuple(found) for first, found in by_first.items()}
    return replace(no_phrases, by_first=phrases)


def _worthwhile(group: Group) -> bool:
    """Whether a group says more than its first word: another term, or a phrase."""
    terms = {tuple(stems(text)) for text in group} - {()}
    return len(terms) > 1 or any(len(term) > 1 for term in terms)
