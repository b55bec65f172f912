"""The rules of the form as data: the patterns, limits and words that the checker uses.

The form applies them in the browser, so no script repeats a rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.checks.media import MAX_PICTURES, PEOPLE
from generator.checks.similar_names import GENERIC_WORDS
from generator.english import MONTHS
from generator.exports.script_pattern import script_pattern
from generator.markdown.faults import HTML_PATTERN
from generator.markdown.picture_faults import PICTURE_ATTEMPT
from generator.markdown.pictures import PICTURE_PATTERN
from generator.media.pictures import MAX_PIXELS, PICTURE_STARTS
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.currencies import ISO_4217, CurrencySigns
from generator.model.fields.date_forms import (
    CENTURY_OF_SHORT_YEARS,
    DATE_FORMS,
    DATE_MODIFIERS,
    FIRST_MONTH_OF_SEASON,
    FIRST_YEAR,
    LAST_YEAR,
    MAX_DATE_LENGTH,
    MONTHS_IN,
    REFUSED_FORMS,
    SHARED_ENDINGS,
    YEAR_AND_TWO_DIGITS,
)
from generator.model.fields.date_parser import MonthAndDay
from generator.model.fields.id_suggestions import APOSTROPHES, LATIN_LETTERS
from generator.model.fields.media import DOCUMENT_ENDINGS, MEDIA_FOLDER, PICTURE_ENDINGS
from generator.model.fields.number_hints import (
    LONG,
    NUMBER_HINTS,
    ONLY_THE_FIGURE,
    SEPARATORS,
    THOUSANDS,
)
from generator.model.fields.prose import CODE_PATTERN, MENTION_PATTERN
from generator.model.fields.refusals import REFUSALS
from generator.model.fields.types import LIMITS, PATTERNS, RESERVED_IDS
from generator.model.fields.written_figures import (
    FIGURE_FORMS,
    FIGURE_PARTS,
    MAX_DECIMALS,
    MAX_DIGITS,
    MAX_FIGURE_LENGTH,
    SCALE,
    USUAL_LEVEL,
    ZEROS,
)
from generator.model.kinds.adoption_words import NEEDS_REASON
from generator.model.kinds.code_schemes import CODE_FORMS
from generator.model.kinds.measure_words import UNITLESS_FORMS
from generator.model.kinds.prototype import Prototype
from generator.model.record_refusals import DATE_ORDER, PAST_DATES, RECORD_REFUSALS
from generator.privacy import (
    COUNTRIES,
    DETECTOR_RULES,
    LOOK_ALIKES,
    PERSONAL_DATA_TYPES,
    USUAL_COUNTRY,
    Country,
)
from generator.records.catalogue.media_folder import MAX_MEDIA_BYTES
from generator.records.catalogue.privacy_gate import PROSE_MARKS
from generator.records.source.file_text import EMOJI_SIGNS, REFUSED_CHARACTERS

# what a text may not hold, and what is no part of it
_PROSE = {
    "code": CODE_PATTERN,
    "mention": MENTION_PATTERN,
    "picture": PICTURE_PATTERN,
    "pictureAttempt": PICTURE_ATTEMPT,
    "html": HTML_PATTERN,
}


def form_rules(vocabulary: AcademyVocabulary, country: str = USUAL_COUNTRY) -> dict[str, Any]:
    """Return the rules that the form applies, as values for JSON.

    `country` is the code of the country of the academy.
    """
    return {
        "limits": dict(LIMITS),
        "patterns": {name: script_pattern(pattern) for name, pattern in PATTERNS.items()},
        "codeForms": {
            scheme: {
                "pattern": script_pattern(form.pattern),
                "slip": script_pattern(form.slip) if form.slip else "",
                "values": {"name": form.name, "words": form.words, "example": form.example},
            }
            for scheme, form in CODE_FORMS.items()
        },
        "media": _media_rules(),
        "dates": _date_rules(vocabulary.financial_year_starts),
        "prose": {name: script_pattern(pattern) for name, pattern in _PROSE.items()},
        "reservedIds": sorted(RESERVED_IDS),
        "refusals": {
            name: [refusal.at_form.message, refusal.at_form.hint]
            for name, refusal in {**REFUSALS, **RECORD_REFUSALS}.items()
        },
        "record": _record_rules(),
        "genericWords": sorted(GENERIC_WORDS),
        "hidden": _hidden_characters(),
        "proseMarks": script_pattern(PROSE_MARKS),
        "personalData": {
            sort: {"name": refused.name, "waivable": refused.waivable}
            for sort, refused in PERSONAL_DATA_TYPES.items()
        },
        "figures": _figure_rules(vocabulary.currency_signs),
        "country": _country_rules(COUNTRIES[country]),
        "currencies": sorted(ISO_4217.union(vocabulary.section("currencies"))),
        "numberHints": _number_hint_rules(),
        "idLetters": _spellings(LATIN_LETTERS),
        "apostrophes": APOSTROPHES,
        "lookAlikes": _look_alikes(LOOK_ALIKES),
        "detectors": {
            _camel(detector): {_camel(name): _value(rule) for name, rule in rules.items()}
            for detector, rules in DETECTOR_RULES.items()
        },
    }


def _country_rules(country: Country) -> dict[str, Any]:
    """Return what is personal data in one country only."""
    return {
        "patientNumbers": [
            {
                "labelled": script_pattern(known.labelled),
                "plain": script_pattern(known.plain),
                "alphabet": known.alphabet,
                "weights": list(known.weights),
                "modulus": known.modulus,
                "checkLetter": known.check_letter,
            }
            for known in country.patient_numbers
        ],
        "telephones": [script_pattern(pattern) for pattern in country.telephones],
    }


def _number_hint_rules() -> dict[str, Any]:
    """Return how to write a number that records do not take."""
    return {
        "thousands": script_pattern(THOUSANDS),
        "separators": script_pattern(SEPARATORS),
        "long": script_pattern(LONG),
        "decimals": MAX_DECIMALS,
        "onlyTheFigure": ONLY_THE_FIGURE.replace("{}", "{value}"),
        "forms": [[script_pattern(hint.pattern), hint.at_form] for hint in NUMBER_HINTS],
    }


def _figure_rules(signs: CurrencySigns) -> dict[str, Any]:
    """Return the ways to write a figure."""
    return {
        "forms": [[form, script_pattern(pattern)] for form, pattern in FIGURE_FORMS],
        "parts": {name: script_pattern(pattern) for name, pattern in FIGURE_PARTS.items()},
        "scale": script_pattern(SCALE),
        "zeros": dict(ZEROS),
        "currencies": dict(signs.currency),
        "currencyWords": dict(signs.words),
        "usualLevel": USUAL_LEVEL,
        "longest": MAX_FIGURE_LENGTH,
        "mostDigits": MAX_DIGITS,
        "mostDecimals": MAX_DECIMALS,
    }


def _record_rules() -> dict[str, Any]:
    """Return what the rules compare that look at several answers together."""
    return {
        "dateOrder": DATE_ORDER,
        "pastDates": PAST_DATES,
        "needsReason": sorted(NEEDS_REASON),
        "unitlessForms": sorted(form for form in UNITLESS_FORMS if form),
        "whereNotStated": {"stage": Prototype.model_fields["stage"].default},
        "mostPictures": MAX_PICTURES,
        "people": script_pattern(PEOPLE),
    }


def _hidden_characters() -> list[str]:
    """Return the pattern of a character that hides or reorders text, as `file_text` finds it."""
    refused, flags = script_pattern(REFUSED_CHARACTERS)
    emoji = f"[\\p{{So}}\\p{{Sk}}\\ufe0f{EMOJI_SIGNS}]"
    part = f"(?<!{emoji})(?:\\u200d|\\ufe0f(?!\\u20e3))|(?<![0-9#*])\\ufe0f\\u20e3"
    return [f"{refused}|{part}", flags]


def _media_rules() -> dict[str, Any]:
    """Return which pictures and documents an academy takes."""
    return {
        "folder": MEDIA_FOLDER,
        "endings": {"picture-file": PICTURE_ENDINGS, "document-file": DOCUMENT_ENDINGS},
        "pictureStarts": [[end, script_pattern(start)] for end, start in PICTURE_STARTS.items()],
        "mostBytes": MAX_MEDIA_BYTES,
        "mostPixels": MAX_PIXELS,
    }


def _date_rules(financial_year_starts: MonthAndDay) -> dict[str, Any]:
    """Return the ways to write a date, and what they mean."""
    return {
        "forms": [[form, script_pattern(pattern)] for form, pattern in DATE_FORMS],
        "refused": [
            [refusal, script_pattern(pattern), list(readings)]
            for refusal, pattern, readings in REFUSED_FORMS
        ],
        "yearAndTwoDigits": script_pattern(YEAR_AND_TWO_DIGITS),
        "modifiers": {name: script_pattern(p) for name, p in DATE_MODIFIERS.items()},
        "sharedEndings": [
            [script_pattern(start), script_pattern(end)] for start, end in SHARED_ENDINGS
        ],
        "monthsIn": dict(MONTHS_IN),
        "seasons": dict(FIRST_MONTH_OF_SEASON),
        "months": list(MONTHS),
        "financialYearStarts": list(financial_year_starts),
        "shortYearsFrom": CENTURY_OF_SHORT_YEARS,
        "firstYear": FIRST_YEAR,
        "lastYear": LAST_YEAR,
        "longest": MAX_DATE_LENGTH,
    }


def _value(rule: re.Pattern[str] | frozenset[str] | int) -> Any:
    if isinstance(rule, re.Pattern):
        return script_pattern(rule)
    return sorted(rule) if isinstance(rule, frozenset) else rule


def _look_alikes(table: Mapping[int, str]) -> dict[str, str]:
    """Return for each usual letter a string of the characters that look like it.

    In this form no digits are adjacent, so that none read as a number.
    """
    by_letter: defaultdict[str, str] = defaultdict(str)
    for code, letter in table.items():
        by_letter[letter] += chr(code)
    return dict(by_letter)


def _spellings(letters: Mapping[str, str]) -> dict[str, str]:
    """Return for each spelling, such as “ss”, a string of the letters that are spelt so."""
    by_spelling: defaultdict[str, str] = defaultdict(str)
    for letter, spelling in letters.items():
        by_spelling[spelling] += letter
    return dict(by_spelling)


def _camel(name: str) -> str:
    """Return a name as scripts write it: `no_plus` becomes `noPlus`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
