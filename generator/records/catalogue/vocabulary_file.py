"""Read the vocabulary of an academy: the terms that the engine ships, and the academy's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.display.vocabulary import label_from_name
from generator.model.fields.academy_vocabulary import VOCABULARY_FILE, AcademyVocabulary
from generator.model.fields.currencies import iso_currency, short_sign
from generator.model.fields.vocabulary_terms import SectionName, TermDefinition, VocabularyTerm
from generator.records.catalogue.vocabulary_entries import (
    TermEntry,
    TopicEntry,
    UnitEntry,
    VocabularyFile,
)
from generator.records.catalogue.vocabulary_faults import vocabulary_faults
from generator.records.model_faults import validation_faults
from generator.records.settings import SETTINGS_FILE, read_identity
from generator.records.source import SourceFile, read_source

_DEFAULT_FILE = Path(__file__).parent / "default_vocabulary.yaml"
_SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
_Definitions = dict[SectionName, dict[str, TermDefinition]]


@cache
def default_vocabulary() -> AcademyVocabulary:
    """Return the vocabulary that the engine ships. Raises ValueError if it has a fault."""
    source, faults = read_source(_DEFAULT_FILE, _DEFAULT_FILE.name)
    if source is None or faults:
        raise ValueError(f"The vocabulary of the engine has faults: {faults}")
    return _vocabulary(VocabularyFile.model_validate(source.values()), None)


def read_vocabulary(
    root: Path, settings_file: str = SETTINGS_FILE
) -> tuple[AcademyVocabulary, tuple[Diagnostic, ...]]:
    """Return the vocabulary of the academy at `root`, and every fault of its file.

    No file means the vocabulary of the engine and no fault. The settings name the currency.
    """
    vocabulary, findings = _read_file(root)
    return vocabulary_in_currency(vocabulary, read_identity(root, settings_file).currency), findings


@lru_cache(maxsize=8)
def vocabulary_in_currency(vocabulary: AcademyVocabulary, code: str) -> AcademyVocabulary:
    """Return a vocabulary in which a sign such as “$” means the currency `code`."""
    terms = {str(term): term for term in vocabulary.section("currencies")}
    own = terms.pop(code, None) or iso_currency(code)
    if own is None or code == vocabulary.currency:
        return vocabulary
    known = own.definition
    sign = short_sign(known.sign)
    also = (*known.also, *([known.sign] if sign != known.sign else []))
    currencies = {code: VocabularyTerm(replace(known, sign=sign, also=also))}
    for name, term in terms.items():
        others = tuple(word for word in term.definition.also if word != sign)
        currencies[name] = VocabularyTerm(replace(term.definition, also=others))
    return replace(vocabulary, terms={**vocabulary.terms, "currencies": currencies}, currency=code)


def _read_file(root: Path) -> tuple[AcademyVocabulary, tuple[Diagnostic, ...]]:
    file, default = root / VOCABULARY_FILE, default_vocabulary()
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return default, ()
    source, faults = read_source(file, VOCABULARY_FILE)
    if source is None:
        return default, tuple(faults)
    try:
        content = VocabularyFile.model_validate(source.values())
    except ValidationError as error:
        wrong = validation_faults(error, VocabularyFile, source)
        return _named_terms(source, default), (
            *faults,
            *(fault.in_file(VOCABULARY_FILE) for fault in wrong),
        )
    vocabulary = _vocabulary(content, default)
    wrong = list(vocabulary_faults(content, default, source))
    return vocabulary, (*faults, *(fault.in_file(VOCABULARY_FILE) for fault in wrong))


def _vocabulary(content: VocabularyFile, default: AcademyVocabulary | None) -> AcademyVocabulary:
    """Return the terms of a file, added to those of `default` and in place of them."""
    terms: dict[SectionName, dict[str, VocabularyTerm]] = {}
    for name in _SECTIONS:
        known = {str(term): term for term in default.section(name)} if default else {}
        entries: Mapping[str, TermEntry] = getattr(content, name)
        for word, entry in entries.items():
            old = known.get(word)
            definition = _definition(name, word, entry, old.definition if old else None)
            known[word] = VocabularyTerm(definition)
        terms[name] = known
    starts = content.financial_year_starts
    vocabulary = default or AcademyVocabulary(terms)
    return replace(
        vocabulary,
        terms=terms,
        synonyms={**vocabulary.synonyms, **content.synonyms},
        related={**vocabulary.related, **content.related},
        exact_words=tuple(dict.fromkeys((*vocabulary.exact_words, *content.exact_words))),
        financial_year_starts=starts or vocabulary.financial_year_starts,
    )


def _definition(
    section: SectionName, word: str, entry: TermEntry, old: TermDefinition | None
) -> TermDefinition:
    """Return the definition of a term: what its entry says, or else what the engine says."""
    label = entry.label or (old.label if old else label_from_name(word))
    plural = entry.plural or (old.plural if old and not entry.label else label)
    definition = TermDefinition(
        section,
        word,
        label,
        plural,
        entry.schema_org or (old.schema_org if old else ""),
        (*(old.was if old else ()), *entry.was),
    )
    if isinstance(entry, TopicEntry):
        return replace(definition, facet=entry.facet or (old.facet if old else None))
    if isinstance(entry, UnitEntry):
        sign = entry.sign or (old.sign if old else "")
        return replace(definition, sign=sign, also=(*(old.also if old else ()), *entry.also))
    return definition


def _named_terms(source: SourceFile, default: AcademyVocabulary) -> AcademyVocabulary:
    """Return `default` with every id that a faulty file names, so that no record that uses one of
    them is reported as well.
    """
    values = source.values()
    terms = {}
    for name in _SECTIONS:
        held = values.get(name)
        named = {
            word: VocabularyTerm(TermDefinition(name, word, label_from_name(word), word))
            for word in (held if isinstance(held, dict) else ())
        }
        terms[name] = {**named, **default.terms[name]}
    return replace(default, terms=terms)
