"""The context of a number: the words before and after it, and web addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.privacy.matches import Rules

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:https?://|www\.|doi:)[^\s\"'<>|]+|10\.[0-9]{4,9}/[^\s\"'<>|]+)",
    re.IGNORECASE | re.ASCII,
)
_TELEPHONE = re.compile(
    r"(?<![a-z])(?:telephone|phone|tel|mobile|mob|fax|call|ring|text|whatsapp|sms|wa\.me|t)"
    r"(?: ?(?:number|no|us))?[^0-9a-z]{0,6}$",
    re.IGNORECASE | re.ASCII,
)
_LETTER = re.compile("[A-Za-z]")
# No gap inside an identifier holds a letter or is longer than 20 characters.
_SIX_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z]{0,20}[0-9]){5}")
_NINE_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z]{0,20}[0-9]){8}|08(?:00|45)")
# Between two characters of one identifier, which may be broken over two lines.
GAP = r"(?: ?[.-] ?|  ?| ?\n[ \t]{0,16})"

# How many characters before and after a number to search for labels.
_BEFORE = 28
_AFTER = 16


@dataclass(frozen=True)
class Context:
    """A normalised text, and the web addresses in it."""

    text: str

    @cached_property
    def six_digits(self) -> bool:
        """Whether there is a number as long as the shortest identifier.

        A fast test that lets the detectors of numbers skip most text.
        """
        return bool(_SIX_DIGITS.search(self.text))

    @cached_property
    def nine_digits(self) -> bool:
        """Whether there is a number longer than a date, or a start of a short phone number."""
        return self.six_digits and bool(_NINE_DIGITS.search(self.text))

    @cached_property
    def number_labels(self) -> str:
        """The words just before each number of six digits or more, a line for each.

        A fast test searches these few words for a label instead of the whole text.
        """
        starts = (match.start() for match in _SIX_DIGITS.finditer(self.text))
        return "\n".join(self.before(start).replace("\n", " ") for start in starts)

    @cached_property
    def _addresses(self) -> tuple[list[int], list[int]]:
        spans = [match.span() for match in _ADDRESS.finditer(self.text)]
        return [start for start, _ in spans], [end for _, end in spans]

    def before(self, at: int, most: int = _BEFORE) -> str:
        """Return up to `most` characters before a position."""
        return self.text[max(at - most, 0) : at]

    def after(self, at: int, most: int = _AFTER) -> str:
        """Return up to `most` characters from a position on."""
        return self.text[at : at + most]

    def in_address(self, at: int) -> bool:
        """Return whether a position is inside a web address."""
        starts, ends = self._addresses
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < ends[number]

    def follows_label(self, at: int, names: re.Pattern[str]) -> bool:
        """Return whether a label that `names` matches is just before a position."""
        before = self.before(at)
        return bool(_LETTER.search(before) and names.search(before))

    def telephone(self, at: int) -> bool:
        """Return whether a label such as “tel” is just before a position."""
        return self.follows_label(at, _TELEPHONE)


def digits(text: str) -> str:
    """Return the ASCII digits of a text."""
    return "".join(sign for sign in text if "0" <= sign <= "9")


RULES: Rules = {
    "address": _ADDRESS,
    "telephone": _TELEPHONE,
    "before": _BEFORE,
    "after": _AFTER,
}
