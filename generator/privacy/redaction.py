"""Personal data masked in all that the program says: messages, differences, logs and reports.

A file that holds personal data is refused, but much is said of it: that a value is not a date, that
a field has changed, that a name is unknown. None of that may repeat what the gate refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.english import month_number
from generator.privacy.lookalikes import replace_lookalikes
from generator.privacy.matches import Match, mask
from generator.privacy.normalise import normalise
from generator.privacy.scan import scan

T = TypeVar("T")

# commands that colour a terminal, and the sign shown in place of a letter that cannot be shown
_UNSEEN = re.compile("\x1b\\[[0-9;?]*[A-Za-z]|\ufffd")
# without one of these there is no personal data; most text has none, and is told by this at once
_POSSIBLE = re.compile(r"[\d@&]|[\[({<] ?at|[^\x00-\u024f\u2010-\u2026]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
_PART_OF_DATE = re.compile(r"[0-9]+|[A-Za-z]+")


@dataclass(frozen=True)
class Redaction:
    """What is masked in text: whatever looks like personal data, less what waivers let in.

    `known` is what the gate refused, also where nothing around it says what it is: a date of birth
    without the word “born”. `allowed` is what waivers let in. Both hold texts as `spelling` gives
    them, so that spaces, hyphens and capitals make no difference.
    """

    known: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()

    def __or__(self, other: Redaction) -> Redaction:
        return Redaction(self.known | other.known, self.allowed | other.allowed)

    def mask_text(self, text: str) -> str:
        """The text with each piece of personal data masked."""
        if self.known:
            text = _masked(text, self._known_in(text))
        # of two dates beside one word only one is found at a time
        while _POSSIBLE.search(text) and (found := tuple(self._found_in(text))):
            text = _masked(text, found)
        return text

    def mask_value(self, value: T) -> T:
        """The same typed value, tuples and dataclasses in it included, with every text masked."""
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
        """What looks like personal data by itself, and no waiver lets in."""
        for hit in scan(_UNSEEN.sub(_blank, text)):
            if not (hit.waivable and spelling(hit.text) in self.allowed):
                yield hit.start, hit.end, hit.shown

    def _known_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """What the gate refused in a file, however it is spelt here: the longest at each place."""
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
        """The last word of the longest known spelling that begins with the word `first`."""
        written = ""
        found = None
        for number in range(first, len(words)):
            written += text[slice(*words[number])].lower()
            if written not in self._starts:
                break
            if written in self.known:
                found = number
        return found

    @cached_property
    def _masked_texts(self) -> dict[str, str]:
        """What became of the texts of values: paths and hints are nearly all the same."""
        return {}

    @cached_property
    def _starts(self) -> frozenset[str]:
        """Each start of what is known, by which most words are passed over at once."""
        return frozenset(one[:end] for one in self.known for end in range(1, len(one) + 1))


def _blank(found: re.Match[str]) -> str:
    """As many letters that nobody sees, so that every place stays as it is."""
    return "\u200b" * len(found[0])


def _masked(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    words: list[str] = []
    done = 0
    for start, end, shown in spans:
        words += text[done:start], shown
        done = end
    return "".join((*words, text[done:])) if done else text


def spelling(text: str) -> str:
    """The letters and digits of a text alone, small: the same for “A.B@c.org” and “a-b-c-org”."""
    return "".join(_LETTERS.findall(replace_lookalikes(normalise(text).text))).lower()


def spellings(hits: Iterable[Match]) -> frozenset[str]:
    """How personal data that was found may be spelt in what is said of it."""
    return frozenset(one for hit in hits for one in (spelling(hit.text), *_as_day(hit)) if one)


def _as_day(hit: Match) -> Iterator[str]:
    """A date of birth as hints write a day: year, month, day."""
    if hit.sort != "date-of-birth":
        return
    parts = _PART_OF_DATE.findall(normalise(hit.text).text.lower())
    numbers = [int(one) for one in parts if one.isdigit()]
    month = next(filter(None, map(month_number, parts)), None)
    if month is not None and len(numbers) == 2:
        numbers.insert(1, month)
    if len(numbers) == 3:
        day, month, year = sorted(numbers[::2])[0], numbers[1], sorted(numbers[::2])[1]
        yield f"{year:04}{month:02}{day:02}"
