"""What stands around a number and says what it is."""

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
# no gap inside an identifier holds a letter or is longer
_SIX_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z]{0,20}[0-9]){5}")
_NINE_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z]{0,20}[0-9]){8}|08(?:00|45)")
# between two signs of one identifier, which may be broken over two lines
GAP = r"(?: ?[.-] ?|  ?| ?\n[ \t]{0,16})"

# letters around a number in which words may say what it is
_BEFORE = 28
_AFTER = 16


@dataclass(frozen=True)
class Context:
    """A simplified text, and the web addresses in it."""

    text: str

    @cached_property
    def six_digits(self) -> bool:
        """Whether there is a number as long as the shortest identifier. Most text has none, and no
        finder of numbers need read it.
        """
        return bool(_SIX_DIGITS.search(self.text))

    @cached_property
    def nine_digits(self) -> bool:
        """Whether there is a number longer than a date, or one that begins as short numbers do."""
        return self.six_digits and bool(_NINE_DIGITS.search(self.text))

    @cached_property
    def _addresses(self) -> tuple[list[int], list[int]]:
        found = list(_ADDRESS.finditer(self.text))
        return [one.start() for one in found], [one.end() for one in found]

    def before(self, at: int, most: int = _BEFORE) -> str:
        """The few letters before a place."""
        return self.text[max(at - most, 0) : at]

    def after(self, at: int, most: int = _AFTER) -> str:
        """The few letters from a place on."""
        return self.text[at : at + most]

    def in_address(self, at: int) -> bool:
        """Whether a place is inside a web address, where numbers name pages."""
        starts, ends = self._addresses
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < ends[number]

    def follows_label(self, at: int, names: re.Pattern[str]) -> bool:
        """Whether one of these names stands just before a place."""
        before = self.before(at)
        return bool(_LETTER.search(before) and names.search(before))

    def telephone(self, at: int) -> bool:
        """Whether a word just before says that a telephone number follows."""
        return self.follows_label(at, _TELEPHONE)


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(one for one in text if "0" <= one <= "9")


RULES: Rules = {
    "address": _ADDRESS,
    "telephone": _TELEPHONE,
    "before": _BEFORE,
    "after": _AFTER,
}
