"""All personal data in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.privacy.context import Context
from generator.privacy.date_of_birth import find_dates_of_birth
from generator.privacy.email import find_email_addresses
from generator.privacy.matches import Match, RawMatch, mask
from generator.privacy.national_insurance import find_national_insurance_numbers
from generator.privacy.nhs_number import find_nhs_numbers
from generator.privacy.normalise import normalise
from generator.privacy.postcode import find_postcodes
from generator.privacy.telephone import (
    find_certain_telephone_numbers,
    find_national_telephone_numbers,
)

# the surer one first: what one has taken, a later one does not take again
_FINDERS: tuple[Callable[[Context], Iterator[RawMatch]], ...] = (
    find_certain_telephone_numbers,
    find_nhs_numbers,
    find_national_insurance_numbers,
    find_dates_of_birth,
    find_national_telephone_numbers,
    find_email_addresses,
    find_postcodes,
)


def scan(text: str) -> tuple[Match, ...]:
    """Every hit, in the order of the text."""
    read = normalise(text)
    hits = []
    for sort, first, last in sorted(_found(Context(read.text)), key=lambda one: one[1:]):
        start, end = read.place(first, last)
        hits.append(Match(sort, start, end, mask(read.text[first:last]), text[start:end]))
    return tuple(hits)


def _found(context: Context) -> Iterator[RawMatch]:
    taken = bytearray(len(context.text))
    for finder in _FINDERS:
        for sort, start, end in finder(context):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield sort, start, end
