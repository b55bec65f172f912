"""The faults of a whole vocabulary file: missing labels, words with two meanings, loops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from generator.diagnostics import clip
from generator.field_path import FieldPath
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.units import fold_unit
from generator.model.fields.vocabulary_terms import NOUNS, SectionName, VocabularyTerm
from generator.records.catalogue.vocabulary_entries import (
    TermEntry,
    TopicEntry,
    UnitEntry,
    VocabularyFile,
)
from generator.records.source import SourceFault, SourceFile

_SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
_MAX_LOOPS = 20  # loops of synonyms that are reported
# The sections in which a word may have one meaning only.
_SPACES: tuple[tuple[SectionName, ...], ...] = (
    *((name,) for name in _SECTIONS if name not in ("units", "currencies")),
    ("units", "currencies"),
)


def vocabulary_faults(
    content: VocabularyFile, default: AcademyVocabulary, source: SourceFile
) -> Iterator[SourceFault]:
    """Yield each fault of a file whose entries are sound one by one."""
    for name in _SECTIONS:
        entries: Mapping[str, TermEntry] = getattr(content, name)
        for word, entry in entries.items():
            if default.terms[name].get(word) is None:
                yield from _missing(name, word, entry, source)
    for names in _SPACES:
        yield from _double_meanings(content, default, names, source)
    yield from _loops(content.synonyms, source)


def _missing(
    name: SectionName, word: str, entry: TermEntry, source: SourceFile
) -> Iterator[SourceFault]:
    """Yield a fault for each field that a new term must have and lacks."""
    needed = ["label"]
    needed += ["plural"] if isinstance(entry, UnitEntry) else []
    needed += ["facet"] if isinstance(entry, TopicEntry) else []
    for field in needed:
        if getattr(entry, field) is None:
            hint = f"A {NOUNS[name][0]} of your own needs “{field}: …”."
            place = source.place((name, word), at_key=True)
            yield SourceFault(place, "M201", f"“{field}” is missing.", hint, (name, word, field))


def _double_meanings(
    content: VocabularyFile,
    default: AcademyVocabulary,
    names: tuple[SectionName, ...],
    source: SourceFile,
) -> Iterator[SourceFault]:
    """Yield a fault for each id, earlier id, label or spelling that another term has."""
    owners: dict[str, str] = {}
    for name in names:
        own = getattr(content, name)
        for term in default.section(name):
            for word in _shipped_words(term):
                owners.setdefault(fold_unit(word), str(term))
        # ids first, so that an earlier id which is still an id is reported, and not the id
        for word in own:
            owners.setdefault(fold_unit(word), word)
    for name in names:
        entries: Mapping[str, TermEntry] = getattr(content, name)
        for word, entry in entries.items():
            for path, text in _words(name, word, entry):
                owner = owners.setdefault(fold_unit(text), word)
                if owner != word:
                    message = f"“{clip(text)}” already means “{owner}”."
                    hint = f"Use “{owner}”, or choose another word."
                    yield SourceFault(source.place(path), "M230", message, hint, path)


def _shipped_words(term: VocabularyTerm) -> tuple[str, ...]:
    known = term.definition
    signs = (known.sign,) if known.sign else ()
    return (term, known.label, *known.was, *known.also, *signs)


def _words(name: SectionName, word: str, entry: TermEntry) -> Iterator[tuple[FieldPath, str]]:
    """Yield each word that means a term, with its path in the file."""
    if entry.label:
        yield (name, word, "label"), entry.label
    for at, text in enumerate(entry.was):
        yield (name, word, "was", at), text
    if isinstance(entry, UnitEntry):
        if entry.sign:
            yield (name, word, "sign"), entry.sign
        for at, text in enumerate(entry.also):
            yield (name, word, "also", at), text


def _loops(synonyms: Mapping[str, tuple[str, ...]], source: SourceFile) -> Iterator[SourceFault]:
    """Yield a fault for each synonym that leads back to the word that it stands below."""
    words = {word.casefold(): word for word in synonyms}
    targets = {
        folded: [text.casefold() for text in synonyms[word]] for folded, word in words.items()
    }
    for _ in range(_MAX_LOOPS):
        loop = _first_loop(targets)
        if not loop:
            return
        above, below = loop[1], loop[0]  # the first leads to the second
        at = targets[above].index(below)
        word = words[above]
        path: FieldPath = ("synonyms", word, at)
        message = f"“{clip(synonyms[word][at])}” leads back to “{clip(word)}”."
        hint = "Search finds the words of an entry from each other. Keep one of the entries."
        yield SourceFault(source.place(path), "M232", message, hint, path)
        targets[above][at] = ""  # so that the next loop is found


def _first_loop(targets: Mapping[str, list[str]]) -> list[str]:
    """Return the words of a loop, each below the next one; empty where there is none."""
    try:
        TopologicalSorter(targets).prepare()
    except CycleError as error:
        loop: list[str] = error.args[1]
        return loop
    return []
