"""Find National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import GAP, Context
from generator.privacy.matches import RawMatch, Rules

# The letters of prefixes, and the prefixes that are not allocated (HMRC, NIM39110).
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
# A fast test: a number with its two letters right before it.
_LETTERS_BEFORE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[^0-9A-Za-z\n]{0,20}$", re.MULTILINE)


def find_national_insurance_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number; a number without suffix letter only after a label."""
    if not context.six_digits or not _LETTERS_BEFORE.search(context.number_labels):
        return
    for match in _NAMED.finditer(context.text):
        if match[2].upper() not in _NEVER:
            yield "national-insurance", match.start(1), match.end()
    for match in _WHOLE.finditer(context.text):
        if match[1].upper() not in _NEVER and _one_piece(match[0]):
            yield "national-insurance", match.start(), match.end()


def _one_piece(number: str) -> bool:
    """Return whether the last letter is a suffix; in “NZ 123456 a mile away” it is a word."""
    apart = not number[-2].isdigit()
    return not apart or number[0].isupper() == number[-1].isupper()


RULES: Rules = {"whole": _WHOLE, "named": _NAMED, "never": _NEVER}
