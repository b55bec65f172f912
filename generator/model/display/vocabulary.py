"""How allowed words and single values read to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from generator.english import MONTHS
from generator.model.fields.types import PartialDate
from generator.model.fields.units import find_unit

Tone = Literal["good", "part", "bad", "open", "plan", "plain"]


@dataclass(frozen=True, slots=True)
class Option:
    """An allowed word of a field: how people read it, and the tone it is shown in.

    The label always stands beside the tone, so that nothing is said by colour alone.
    """

    word: str
    label: str
    tone: Tone = "plain"


NOT_STATED = Option("not-stated", "Not stated", "open")


class Vocabulary:
    """The allowed words of a field, each with its own label and tone.

    `literal`: the type that holds the words. `labels`: those that do not simply lose their
    hyphens. `tones`: the words of each tone; all others are plain. A label or a tone for a word
    that the field does not allow raises ValueError.
    """

    def __init__(
        self,
        literal: Any,
        labels: Mapping[str, str] | None = None,
        tones: Mapping[Tone, Iterable[str]] | None = None,
    ) -> None:
        self.words: tuple[str, ...] = get_args(literal)
        said = labels or {}
        toned = {word: tone for tone, some in (tones or {}).items() for word in some}
        stray = sorted({*said, *toned} - {*self.words})
        if stray:
            raise ValueError(f"Not allowed by this field: {', '.join(stray)}.")
        self._options = {NOT_STATED.word: NOT_STATED} | {
            word: Option(word, said.get(word, label_from_name(word)), toned.get(word, "plain"))
            for word in self.words
        }

    def option(self, word: str) -> Option:
        """A word with its label and tone; `not-stated` stands for none in every field.

        Raises KeyError for a word that the field does not allow.
        """
        return self._options[word]

    def label(self, word: str) -> str:
        """How people read a word: `in-place` is “In place”. Raises KeyError as `option` does."""
        return self._options[word].label

    @property
    def options(self) -> tuple[Option, ...]:
        """Every allowed word, in the order of the model."""
        return tuple(self._options[word] for word in self.words)


def label_from_name(word: str) -> str:
    """A name of the program in words: `learnt_from` is “Learnt from”."""
    return (word[:1].upper() + word[1:]).replace("-", " ").replace("_", " ")


def format_date(date: PartialDate) -> str:
    """A date in words: “31 March 2013”, “January 2020”, “2017”."""
    parts = [str(date.year)]
    if date.month is not None:
        parts.insert(0, MONTHS[date.month - 1])
    if date.day is not None:
        parts.insert(0, str(date.day))
    return " ".join(parts)


def format_number(value: Decimal) -> str:
    """A number with thousands set apart; no digit is added or dropped."""
    sign = "−" if value < 0 else ""
    return f"{sign}{abs(value):,f}"


def format_amount(value: Decimal, unit: str | None) -> str:
    """A figure with its unit: “24%”, “£1,500,000”, “77 hours per week”, “1 day”."""
    number = format_number(value)
    known = find_unit(unit)
    if known is None:
        return f"{number} {unit.replace('-', ' ')}" if unit else number
    if known.after:
        return number + known.after
    if known.before:
        return ("−" if value < 0 else "") + known.before + number.lstrip("−")
    return f"{number} {known.singular if abs(value) == 1 else known.plural}"
