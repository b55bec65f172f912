"""Mask personal data in all output: messages, differences, logs and reports.

A file with personal data is refused, but other messages are about it too: a value is not a date, a
field has changed, a name is unknown. None of them may repeat what the gate refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.english import MONTHS, month_number
from generator.privacy.lookalikes import replace_lookalikes
from generator.privacy.matches import Match, mask
from generator.privacy.normalise import normalise
from generator.privacy.person import names_in
from generator.privacy.scan import scan

T = TypeVar("T")

# Terminal colour codes, and the replacement character.
_UNSEEN = re.compile("\x1b\\[[0-9;?]*[A-Za-z]|\ufffd")
_LETTERS = re.compile(r"[^\W_]+")
_PART_OF_DATE = re.compile(r"[0-9]+|[A-Za-z]+")


@dataclass(frozen=True)
class Redaction:
    """Masks whatever looks like personal data, except what waivers allow.

    `known` is what the gate refused; it is masked also without the words around it, such as a date
    of birth without “born”. `allowed` is what waivers allow. Both hold texts as returned by
    `spelling`, without spaces, hyphens and capitals.
    """

    known: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()

    def __or__(self, other: Redaction) -> Redaction:
        return Redaction(self.known | other.known, self.allowed | other.allowed)

    def mask_text(self, text: str) -> str:
        """Return the text with all personal data masked."""
        if self.known:
            text = _masked(text, self._known_in(text))
        # A scan finds only one of two dates next to one label, so scan until nothing is found.
        while spans := tuple(self._found_in(text)):
            text = _masked(text, spans)
        return text

    def mask_value(self, value: T) -> T:
        """Return a value with every text in it masked, through tuples and dataclasses."""
        masked_value: T = self._value(value)
        return masked_value

    def _value(self, value: Any) -> Any:
        if type(value) is str:
            if value not in self._masked_texts:
                self._masked_texts[value] = self.mask_text(value)
            return self._masked_texts[value]
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            old = {field.name: getattr(value, field.name) for field in fields(value)}
            new = {name: self._value(item) for name, item in old.items()}
            return replace(value, **new) if new != old else value
        return value

    def _found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the spans that look like personal data and are not allowed, with masked forms."""
        for match in scan(_UNSEEN.sub(_blank, text)):
            if not (match.waivable and spelling(match.text) in self.allowed):
                yield match.start, match.end, match.shown

    def _known_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the spans of known personal data in any spelling, the longest at each position."""
        words = [(word.start(), word.end()) for word in _LETTERS.finditer(text)]
        usual_text = replace_lookalikes(text)
        number = 0
        while number < len(words):
            last = self._last_known(usual_text, words, number)
            if last is not None:
                start, end = words[number][0], words[last][1]
                yield start, end, mask(text[start:end])
            number = number + 1 if last is None else last + 1

    def _last_known(self, text: str, words: list[tuple[int, int]], first: int) -> int | None:
        """Return the last word of the longest known spelling from word `first` on, or None."""
        written = ""
        last = None
        for number in range(first, len(words)):
            written += text[slice(*words[number])].lower()
            if written not in self._starts:
                break
            if written in self.known:
                last = number
        return last

    @cached_property
    def _masked_texts(self) -> dict[str, str]:
        """A cache of masked texts: most paths and hints recur."""
        return {}

    @cached_property
    def _starts(self) -> frozenset[str]:
        """Every prefix of the known spellings, to skip most words at once."""
        return frozenset(text[:end] for text in self.known for end in range(1, len(text) + 1))


def _blank(match: re.Match[str]) -> str:
    """Return as many zero-width spaces, so that positions do not change."""
    return "\u200b" * len(match[0])


def _masked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    words: list[str] = []
    done = 0
    for start, end, shown in spans:
        words += text[done:start], shown
        done = end
    return "".join((*words, text[done:])) if done else text


def spelling(text: str) -> str:
    """Return the letters and digits of a text, in lower case: “abcorg” for “A.B@c.org”."""
    return "".join(_LETTERS.findall(replace_lookalikes(normalise(text).text))).lower()


def spellings(matches: Iterable[Match]) -> frozenset[str]:
    """Return the spellings under which matches may appear in messages."""
    texts = (
        text
        for match in matches
        for text in (spelling(match.text), *_as_day(match), *_as_name(match))
    )
    return frozenset(text for text in texts if text)


def _as_name(match: Match) -> Iterator[str]:
    """Yield the name of a person without the age, street, job or words beside it."""
    if match.sort == "person":
        yield from (spelling(name[0]) for name in names_in(match.text))


def _as_day(match: Match) -> Iterator[str]:
    """Yield a date of birth as hints write dates: with its month in words, and as year, month, day.

    Hints give both days that “03/04/1950” can mean.
    """
    if match.sort != "date-of-birth":
        return
    parts = _PART_OF_DATE.findall(normalise(match.text).text.lower())
    numbers = [int(part) for part in parts if part.isdigit()]
    month = next(filter(None, map(month_number, parts)), None)
    if month is not None and len(numbers) == 2:
        numbers.insert(1, month)
    if len(numbers) == 3:
        day, month, year = sorted(numbers[::2])[0], numbers[1], sorted(numbers[::2])[1]
        yield f"{year:04}{month:02}{day:02}"
        yield from (
            f"{first}{MONTHS[second - 1].lower()}{year:04}"
            for first, second in ((day, month), (month, day))
            if 1 <= second <= len(MONTHS)
        )
