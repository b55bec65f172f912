"""The vocabulary file as people write it: one model for the file, and one for its entries."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from generator.diagnostics import clip
from generator.model.display.field_display import FieldDisplay
from generator.model.display.vocabulary import Vocabulary
from generator.model.fields.refusals import REFUSALS, refuse
from generator.model.fields.types import Id, Line, Lines
from generator.model.fields.vocabulary_terms import TopicFacet
from generator.model.record import Model

FACETS = Vocabulary(TopicFacet)
_MAX_LABEL, _MAX_SIGN = 100, 10  # characters
_SCHEMA_ORG = re.compile(r"[A-Z][A-Za-z0-9]{0,60}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_MONTH_AND_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_LAST_DAY = 28  # the last day that every month of every year has


def _up_to(most: int) -> AfterValidator:
    def check(value: str) -> str:
        if len(value) > most:
            raise REFUSALS["line_length"].error(length=len(value), most=most)
        return value

    return AfterValidator(check)


def _schema_org(value: str) -> str:
    if not _SCHEMA_ORG.fullmatch(value):
        message = f"“{clip(value)}” is not the name of a type of schema.org."
        raise refuse("M234", message, "Copy the name from schema.org, such as AdministrativeArea.")
    return value


def _currency(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        message = f"“{clip(value)}” is not a currency code."
        raise refuse("M235", message, "Write the three capital letters of ISO 4217, such as GBP.")
    return value


def _month_and_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _MONTH_AND_DAY.fullmatch(value.strip())
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= month <= 12 or not 1 <= day <= _LAST_DAY:
        message = f"“{clip(value)}” is not a month and a day on which a year can start."
        raise refuse("M233", message, "Write it like 04-01, which is 1 April.")
    return month, day


Label = Annotated[Line, _up_to(_MAX_LABEL)]
SchemaOrgName = Annotated[Line, AfterValidator(_schema_org)]
CurrencyCode = Annotated[Line, AfterValidator(_currency)]
YearStart = Annotated[tuple[int, int], BeforeValidator(_month_and_day)]


class TermEntry(Model):
    """A term as it is written in the file, below its id. It may leave out what is shipped."""

    label: Annotated[Label | None, FieldDisplay("Label", "What should people read?")] = None
    plural: Annotated[
        Label | None, FieldDisplay("Plural", "What is the label of several of them?")
    ] = None
    schema_org: Annotated[
        SchemaOrgName | None,
        FieldDisplay("Type in schema.org", "Which type of schema.org is it?"),
    ] = None
    was: Annotated[Lines, FieldDisplay("Earlier ids", "Which ids did it have before?")] = ()


class UnitEntry(TermEntry):
    """A unit or a currency. The label is the singular."""

    sign: Annotated[
        Annotated[Line, _up_to(_MAX_SIGN)] | None,
        FieldDisplay("Sign", "Which sign is shown in place of the words?"),
    ] = None
    also: Annotated[Lines, FieldDisplay("Also written", "Which other spellings has it?")] = ()


class TopicEntry(TermEntry):
    """A topic, with the facet that it belongs to."""

    facet: Annotated[
        TopicFacet | None, FACETS, FieldDisplay("Facet", "Which facet of Find is it in?")
    ] = None


Terms = Annotated[dict[Id, TermEntry], Field(default_factory=dict)]
OtherWords = Annotated[dict[Line, Lines], Field(default_factory=dict)]


class VocabularyFile(Model):
    """The content of the vocabulary file."""

    area_types: Terms
    partner_types: Terms
    group_types: Terms
    resource_types: Terms
    practice_types: Terms
    code_schemes: Terms
    units: Annotated[dict[Id, UnitEntry], Field(default_factory=dict)]
    currencies: Annotated[dict[CurrencyCode, UnitEntry], Field(default_factory=dict)]
    topics: Annotated[dict[Id, TopicEntry], Field(default_factory=dict)]
    synonyms: OtherWords
    related: OtherWords
    exact_words: Lines = ()
    financial_year_starts: YearStart | None = None
