"""Scan a text for personal data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.privacy.context import Context
from generator.privacy.countries import (
    find_country_patient_numbers,
    find_country_telephone_numbers,
)
from generator.privacy.date_of_birth import find_dates_of_birth
from generator.privacy.email import find_email_addresses
from generator.privacy.matches import Match, RawMatch, mask
from generator.privacy.national_insurance import find_national_insurance_numbers
from generator.privacy.nhs_number import find_nhs_numbers
from generator.privacy.normalise import normalise
from generator.privacy.patient_number import find_patient_numbers
from generator.privacy.person import find_people
from generator.privacy.postcode import find_postcodes
from generator.privacy.telephone import (
    find_certain_telephone_numbers,
    find_national_telephone_numbers,
)
from generator.privacy.telephone_abroad import (
    find_american_telephone_numbers,
    find_foreign_telephone_numbers,
    find_labelled_telephone_numbers,
)

# Most specific detector first; matches are not reported twice.
_FINDERS: tuple[Callable[[Context], Iterator[RawMatch]], ...] = (
    find_certain_telephone_numbers,
    find_foreign_telephone_numbers,
    find_labelled_telephone_numbers,
    find_patient_numbers,
    find_country_patient_numbers,
    find_country_telephone_numbers,
    find_nhs_numbers,
    find_national_insurance_numbers,
    find_dates_of_birth,
    find_national_telephone_numbers,
    find_american_telephone_numbers,
    find_email_addresses,
    find_postcodes,
    find_people,
)


def scan(text: str) -> tuple[Match, ...]:
    """Return every match, in the order of the text."""
    normalised = normalise(text)
    matches = []
    for sort, first, last in sorted(
        _raw_matches(Context(normalised.text)), key=lambda raw: raw[1:]
    ):
        start, end = normalised.place(first, last)
        matches.append(Match(sort, start, end, mask(normalised.text[first:last]), text[start:end]))
    return tuple(matches)


def _raw_matches(context: Context) -> Iterator[RawMatch]:
    taken = bytearray(len(context.text))
    for finder in _FINDERS:
        for sort, start, end in finder(context):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield sort, start, end
