"""National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import GAP, Context
from generator.privacy.matches import RawMatch, Rules

# the letters that prefixes are made of, and the prefixes that are never given out (HMRC, NIM39110)
_PREFIX = "([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
_NEVER = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_FLAGS = re.IGNORECASE | re.ASCII
_WHOLE = re.compile(
    rf"(?<![A-Za-z0-9]){_PREFIX}{GAP}?(?:(?:[0-9]{{2}}{GAP}?){{3}}|[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}?)"
    r"([A-D])(?![A-Za-z0-9])",
    _FLAGS,
)
_NAMED = re.compile(
    r"(?<![A-Za-z])(?:national insurance|nino|ni|n\.i\.)[ _-]?(?:number|no)?"
    rf"[^0-9A-Za-z]{{0,8}}({_PREFIX}(?:{GAP}?[0-9]){{6}}(?:{GAP}?[A-D])?)(?![A-Za-z0-9])",
    _FLAGS,
)


def find_national_insurance_numbers(context: Context) -> Iterator[RawMatch]:
    """Each number; one without its last letter only where a word says what it is."""
    if not context.six_digits:
        return
    for found in _NAMED.finditer(context.text):
        if found[2].upper() not in _NEVER:
            yield "national-insurance", found.start(1), found.end()
    for found in _WHOLE.finditer(context.text):
        if found[1].upper() not in _NEVER and _one_piece(found[0]):
            yield "national-insurance", found.start(), found.end()


def _one_piece(number: str) -> bool:
    """Whether the last letter belongs to it: “NZ 123456 a mile away” is a place on a map."""
    apart = not number[-2].isdigit()
    return not apart or number[0].isupper() == number[-1].isupper()


RULES: Rules = {"whole": _WHOLE, "named": _NAMED, "never": _NEVER}
