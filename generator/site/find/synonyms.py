"""Words that mean the same to search: those of the vocabulary, and the glossary's abbreviations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.glossary import GlossaryTerm
from generator.site.find.tokens import STOP_WORDS, stem, tokenise

_Group = list[list[str]]  # the words of each phrase


def synonym_stems(
    terms: Sequence[GlossaryTerm], synonyms: Mapping[str, tuple[str, ...]], known: frozenset[str]
) -> dict[str, list[list[str]]]:
    """Return for the stem of a word the stems of each phrase that search finds for it as well.

    An abbreviation of the glossary finds its long forms. Every word of an entry of `synonyms` finds
    the other words and phrases of the entry. `known` are the stems in the index: a phrase with
    another finds nothing, and is left out.
    """
    stems: dict[str, list[list[str]]] = {}
    for word, phrases in (*_long_forms(terms), *_alternatives(synonyms)):
        group = stems.setdefault(stem(word), [])
        useful = (phrase for phrase in map(_stems, phrases) if phrase and known.issuperset(phrase))
        group += [phrase for phrase in useful if phrase not in group]
    return {word: group for word, group in stems.items() if group}


def _long_forms(terms: Sequence[GlossaryTerm]) -> Iterator[tuple[str, _Group]]:
    for term in terms:
        spelt = [tokenise(name) for name in term.names]
        long = [words for words in spelt if len(words) > 1]
        if long:
            yield from ((words[0], long) for words in spelt if len(words) == 1)


def _alternatives(synonyms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, _Group]]:
    for word, others in synonyms.items():
        group = [tokenise(text) for text in (word, *others)]
        for words in group:
            if len(words) == 1:
                yield words[0], [phrase for phrase in group if phrase != words]


def _stems(words: list[str]) -> list[str]:
    return [stem(word) for word in words if word not in STOP_WORDS]
