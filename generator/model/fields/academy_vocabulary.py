"""The vocabulary of an academy: the terms of the world that its records may use.

It is content (`registry/vocabulary.yaml`), read once, frozen, and handed down: to the models in the
context of validation, to all others as an argument or with the catalogue.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from generator.diagnostics import clip, closest_word, join_words
from generator.model.fields.currencies import USUAL_CURRENCY, CurrencySigns, iso_currency
from generator.model.fields.date_forms import FINANCIAL_YEAR_STARTS
from generator.model.fields.date_parser import MonthAndDay
from generator.model.fields.refusals import refuse
from generator.model.fields.types import Line
from generator.model.fields.units import fold_unit
from generator.model.fields.vocabulary_terms import NOUNS, SectionName, VocabularyTerm
from generator.model.fields.written_figures import COUNTRY_SIGN, MONEY_SIGNS

VOCABULARY_FILE = "registry/vocabulary.yaml"
_MOST_LISTED = 60  # terms in a message
_NO_TERMS: Mapping[str, VocabularyTerm] = {}


@dataclass(frozen=True, eq=False)
class AcademyVocabulary:
    """The terms of an academy, those that the engine ships and its own.

    Records are validated in its context: `model_validate(values, context=vocabulary)`.
    `terms` are the terms of each section by id, in the order of the file. `synonyms` are words that
    search finds for a word, `related` those that are near to it; `exact_words` are those that
    search takes as they are written. `financial_year_starts` is a month and a day. `currency` is
    the academy's own, which its sign means: “$” is the New Zealand dollar in an academy there.
    """

    terms: Mapping[SectionName, Mapping[str, VocabularyTerm]] = field(repr=False)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    exact_words: tuple[str, ...] = ()
    financial_year_starts: MonthAndDay = FINANCIAL_YEAR_STARTS
    currency: str = USUAL_CURRENCY

    def section(self, name: SectionName) -> tuple[VocabularyTerm, ...]:
        """Return the terms of a section, in order."""
        return tuple(self.terms.get(name, _NO_TERMS).values())

    def find(self, name: SectionName, word: str) -> VocabularyTerm | None:
        """Return the term of a section whose id is `word`, or was earlier; else None."""
        term = self.terms.get(name, _NO_TERMS).get(word)
        return self._earlier.get((name, word)) if term is None else term

    def find_unit(self, text: str) -> VocabularyTerm | None:
        """Return the unit or currency that `text` means, in any of its spellings; else None."""
        return self.unit_spellings.get(fold_unit(text)) or iso_currency(text.strip())

    @cached_property
    def currency_signs(self) -> CurrencySigns:
        """The currencies by the signs with which people write them."""
        terms = {term: term.definition for term in self.section("currencies")}
        spellings = self.unit_spellings
        signs = {sign: str(spellings[sign]) for sign in MONEY_SIGNS if sign in spellings}
        for term, known in terms.items():
            lettered = filter(COUNTRY_SIGN.fullmatch, (known.sign or "", *known.also))
            signs |= dict.fromkeys(lettered, str(term))
        return CurrencySigns(signs, {str(term): known.plural for term, known in terms.items()})

    @cached_property
    def unit_spellings(self) -> Mapping[str, VocabularyTerm]:
        """The units and currencies by each of their spellings, folded."""
        spellings: dict[str, VocabularyTerm] = {}
        for unit in (*self.section("units"), *self.section("currencies")):
            known = unit.definition
            signs = (known.sign,) if known.sign else ()
            for word in (unit, known.label, known.plural, *signs, *known.also, *known.was):
                spellings.setdefault(fold_unit(word), unit)
        return spellings

    @cached_property
    def _earlier(self) -> Mapping[tuple[SectionName, str], VocabularyTerm]:
        return {
            (name, word): term
            for name, terms in self.terms.items()
            for term in terms.values()
            for word in term.definition.was
        }


@dataclass(frozen=True, slots=True)
class InSection:
    """Mark of a value that must be a term of a section of the vocabulary, which it becomes."""

    name: SectionName

    def __get_pydantic_core_schema__(self, source: Any, _: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            _term_reader(self.name), core_schema.str_schema()
        )


AreaType = Annotated[VocabularyTerm, InSection("area_types")]
PartnerType = Annotated[VocabularyTerm, InSection("partner_types")]
GroupType = Annotated[VocabularyTerm, InSection("group_types")]
ResourceType = Annotated[VocabularyTerm, InSection("resource_types")]
PracticeType = Annotated[VocabularyTerm, InSection("practice_types")]
CodeScheme = Annotated[VocabularyTerm, InSection("code_schemes")]
Topics = tuple[Annotated[VocabularyTerm, InSection("topics")], ...]


def section_of(info: FieldInfo) -> SectionName | None:
    """Return the section whose terms a field holds, alone or in a list; None for other fields."""
    return _section_in(info.annotation, tuple(info.metadata))


def _section_in(annotation: Any, marks: tuple[Any, ...]) -> SectionName | None:
    for mark in marks:
        if isinstance(mark, InSection):
            return mark.name
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _section_in(inner, tuple(more))
    if origin in (tuple, Union, types.UnionType):
        return next(filter(None, (_section_in(part, ()) for part in get_args(annotation))), None)
    return None


def _term_reader(name: SectionName) -> Callable[[str, ValidationInfo], VocabularyTerm]:
    def read(value: str, info: ValidationInfo) -> VocabularyTerm:
        vocabulary = _vocabulary_in(info)
        term = vocabulary.find(name, value.strip())
        if term is None:
            raise refuse("M203", *_unknown_term(value, name, vocabulary))
        return term

    return read


def _read_unit(value: str, info: ValidationInfo) -> str:
    """Return the unit that a text means; text that is on no list stays as it is."""
    return _vocabulary_in(info).find_unit(value) or value


UnitName = Annotated[Line, AfterValidator(_read_unit)]


def _vocabulary_in(info: ValidationInfo) -> AcademyVocabulary:
    vocabulary: AcademyVocabulary | None = info.context
    if vocabulary is None:
        raise LookupError("Records are read with a vocabulary: model_validate(…, context=…).")
    return vocabulary


def _unknown_term(word: str, name: SectionName, vocabulary: AcademyVocabulary) -> tuple[str, str]:
    """Return the message and the hint for a word that is not a term of a section."""
    noun, _ = NOUNS[name]
    message = f"“{clip(word)}” is not a {noun} of this academy."
    terms = vocabulary.section(name)
    spellings = {term.label.casefold(): term for term in terms}
    spellings |= {term.casefold(): term for term in terms}
    near = closest_word(word.strip("“”‘’\"' ").casefold(), tuple(spellings))
    if near is not None:
        hint = f"Did you mean “{spellings[near]}” ({spellings[near].label})?"
    else:
        hint = f"Use one of: {join_words(terms, most=_MOST_LISTED)}."
    return message, f"{hint} You can add a {noun} to {VOCABULARY_FILE}, under “{name}”."
