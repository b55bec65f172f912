"""Numbers and lists as short strings of printable ASCII that a script file can hold as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# all that is printable but the quotation mark and the backslash, which would need an escape
SYMBOLS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
HALF = 45  # the first half of the symbols ends a number, the second half goes on


def number(value: int) -> str:
    """A whole number, not negative: small ones take one symbol."""
    last = SYMBOLS[value % HALF]
    value //= HALF
    first = ""
    while value:
        value -= 1
        first = SYMBOLS[HALF + value % HALF] + first
        value //= HALF
    return first + last


_SHORT = tuple(number(value) for value in range(HALF + HALF * HALF))


def gaps(places: Iterable[int]) -> str:
    """A rising list of numbers, each as its distance from the one before."""
    return "".join(_steps(places))


def postings(places: Iterable[int], weights: Iterable[int]) -> str:
    """Rising places with a weight each, 0 to 89: the distance, then one symbol for the weight."""
    pairs = zip(_steps(places), weights, strict=True)
    return "".join(step + SYMBOLS[weight] for step, weight in pairs)


def _steps(places: Iterable[int]) -> Iterator[str]:
    before = -1
    for place in places:
        gap = place - before - 1
        yield _SHORT[gap] if gap < len(_SHORT) else number(gap)
        before = place


def front_coded(terms: Sequence[str]) -> str:
    """Sorted words, each as how much it shares with the one before and the rest of it."""
    out = []
    before = ""
    for term in terms:
        shared = 0
        most = min(len(before), len(term), len(SYMBOLS) - 1)
        while shared < most and before[shared] == term[shared]:
            shared += 1
        out.append(f"{SYMBOLS[shared]}{term[shared:]} ")
        before = term
    return "".join(out)
