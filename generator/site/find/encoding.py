"""Encode numbers and lists as short strings that a script file can hold as they are.

Without digits, `@`, full stops, spaces, brackets and quotation marks, no encoded list can look like
an e-mail address, a telephone or NHS number, a postcode, a date or markup, whatever it encodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters

SYMBOLS = ascii_letters + "!$*+,-;=?^_~"
HALF = 32  # a symbol of the first half ends a number, one of the second half continues it
_MAX_SHARED = len(SYMBOLS) - 1


def encode_number(value: int) -> str:
    """Return a non-negative integer as symbols; numbers below 32 take one."""
    last = SYMBOLS[value % HALF]
    value //= HALF
    first = ""
    while value:
        value -= 1
        first = SYMBOLS[HALF + value % HALF] + first
        value //= HALF
    return first + last


_SHORT = tuple(encode_number(value) for value in range(HALF + HALF * HALF))


def encode_gaps(places: Iterable[int]) -> str:
    """Return ascending numbers as the gaps between them."""
    return "".join(_encoded_gaps(places))


def encode_postings(places: Iterable[int], weights: Iterable[int]) -> str:
    """Return ascending places with weights of 0 to 63: each gap, then a symbol for the weight."""
    pairs = zip(_encoded_gaps(places), weights, strict=True)
    return "".join(step + SYMBOLS[weight] for step, weight in pairs)


def _encoded_gaps(places: Iterable[int]) -> Iterator[str]:
    before = -1
    for place in places:
        gap = place - before - 1
        yield _SHORT[gap] if gap < len(_SHORT) else encode_number(gap)
        before = place


def encode_terms(terms: Sequence[str]) -> str:
    """Return sorted terms in front coding: the length of the prefix shared with the term before,
    then the rest.

    The length is in UTF-16 code units, as JavaScript counts.
    """
    out = []
    before = ""
    for term in terms:
        shared = _shared_prefix(before, term)
        out.append(f"{SYMBOLS[_utf16_length(term[:shared])]}{term[shared:]} ")
        before = term
    return "".join(out)


def _shared_prefix(before: str, term: str) -> int:
    """Return the length in characters of the common prefix, at most what a symbol can hold."""
    most = min(len(before), len(term), _MAX_SHARED if before.isascii() else _MAX_SHARED // 2)
    return next((at for at in range(most) if before[at] != term[at]), most)


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def decode_terms(text: str) -> list[str]:
    """Return the words that `encode_terms` encoded. Raises ValueError for any other text."""
    terms: list[str] = []
    before = b""
    for coded in text.split(" ")[:-1]:
        shared = 2 * SYMBOLS.index(coded[:1] or " ")
        before = before[:shared] + coded[1:].encode("utf-16-le")
        terms.append(before.decode("utf-16-le"))
    return terms
