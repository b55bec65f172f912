"""All personal data in a text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.privacy.hits import Hit, Sort
from generator.privacy.plain import plain
from generator.privacy.sorts import (
    BORN,
    EMAIL,
    INSURANCE,
    NHS,
    POSTCODE,
    TELEPHONE,
    is_insurance,
    is_nhs,
    is_postcode,
    is_telephone,
)


def scan(text: str) -> tuple[Hit, ...]:
    """Every hit in the order of the text; of two that overlap, the one that begins first."""
    read = plain(text)
    found = sorted(_all(read.text), key=lambda one: (one[1], -one[2]))
    hits: list[Hit] = []
    end = -1
    for sort, start, stop in found:
        if start >= end:
            hits.append(Hit(sort, *read.place(start, stop)))
            end = stop
    return tuple(hits)


def _all(text: str) -> Iterator[tuple[Sort, int, int]]:
    for one in EMAIL.finditer(text):
        yield "e-mail", one.start(), one.end()
    for one in NHS.finditer(text):
        if is_nhs(one.group(), _before(text, one.start())):
            yield "nhs-number", one.start(), one.end()
    for one in TELEPHONE.finditer(text):
        if is_telephone(one.group(), _before(text, one.start())):
            yield "telephone", one.start(), one.end()
    for one in INSURANCE.finditer(text):
        if is_insurance(one.group(1)):
            yield "national-insurance", one.start(), one.end()
    for one in POSTCODE.finditer(text):
        if is_postcode(one.group(1), one.group(2), one.group(3), one.group(5)):
            yield "postcode", one.start(), one.end()
    for one in BORN.finditer(text):
        yield "date-of-birth", one.start(1), one.end(1)


def _before(text: str, start: int) -> str:
    return text[max(start - 40, 0) : start]
