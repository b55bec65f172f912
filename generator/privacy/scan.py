"""All personal data in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.privacy.context import Context
from generator.privacy.date_of_birth import birth
from generator.privacy.email import mail
from generator.privacy.matches import Finder, Match, masked
from generator.privacy.national_insurance import insurance
from generator.privacy.nhs_number import patient
from generator.privacy.normalise import plain
from generator.privacy.postcode import postcode
from generator.privacy.telephone import at_home, telephone

# the surer one first: what one has taken, a later one does not take again
_FINDERS: tuple[Callable[[Context], Iterator[Finder]], ...] = (
    telephone,
    patient,
    insurance,
    birth,
    at_home,
    mail,
    postcode,
)


def scan(text: str) -> tuple[Match, ...]:
    """Every hit, in the order of the text."""
    read = plain(text)
    hits = []
    for sort, first, last in sorted(_found(Context(read.text)), key=lambda one: one[1:]):
        start, end = read.place(first, last)
        hits.append(Match(sort, start, end, masked(read.text[first:last]), text[start:end]))
    return tuple(hits)


def _found(context: Context) -> Iterator[Finder]:
    taken = bytearray(len(context.text))
    for finder in _FINDERS:
        for sort, start, end in finder(context):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield sort, start, end
