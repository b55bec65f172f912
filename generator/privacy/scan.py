"""All personal data in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.privacy.birth import birth
from generator.privacy.context import Context
from generator.privacy.hits import Find, Hit, masked
from generator.privacy.insurance import insurance
from generator.privacy.mail import mail
from generator.privacy.patient import patient
from generator.privacy.plain import plain
from generator.privacy.postcode import postcode
from generator.privacy.telephone import at_home, telephone

# the surer one first: what one has taken, a later one does not take again
_FINDERS: tuple[Callable[[Context], Iterator[Find]], ...] = (
    telephone,
    patient,
    insurance,
    birth,
    at_home,
    mail,
    postcode,
)


def scan(text: str) -> tuple[Hit, ...]:
    """Every hit, in the order of the text."""
    read = plain(text)
    hits = []
    for sort, first, last in sorted(_found(Context(read.text)), key=lambda one: one[1:]):
        start, end = read.place(first, last)
        hits.append(Hit(sort, start, end, masked(read.text[first:last]), text[start:end]))
    return tuple(hits)


def _found(context: Context) -> Iterator[Find]:
    taken = bytearray(len(context.text))
    for finder in _FINDERS:
        for sort, start, end in finder(context):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield sort, start, end
