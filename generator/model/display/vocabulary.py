"""Labels and tones of allowed words, and single values as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from generator.model.fields.units import is_money, listed_unit

Tone = Literal["good", "part", "bad", "open", "plan", "plain", "new"]


@dataclass(frozen=True, slots=True)
class Option:
    """An allowed word of a field, its label, and the tone (colour) of its tag.

    Pages always show the label with the tone, so that no meaning rests on colour alone.
    """

    word: str
    label: str
    tone: Tone = "plain"


NOT_STATED = Option("not-stated", "Not stated", "open")


class Vocabulary:
    """The allowed words of a field, each with its label and tone.

    `literal`: the `Literal` type that lists the words. `labels`: labels by word, where the label is
    not the word with spaces for hyphens. `tones`: words by tone; all other words are plain. Raises
    ValueError for a label or a tone of a word that the field does not allow.
    """

    def __init__(
        self,
        literal: Any,
        labels: Mapping[str, str] | None = None,
        tones: Mapping[Tone, Iterable[str]] | None = None,
    ) -> None:
        self.words: tuple[str, ...] = get_args(literal)
        labels = labels or {}
        tone_of = {word: tone for tone, tone_words in (tones or {}).items() for word in tone_words}
        unknown = sorted({*labels, *tone_of} - {*self.words})
        if unknown:
            raise ValueError(f"Not allowed by this field: {', '.join(unknown)}.")
        self._options = {NOT_STATED.word: NOT_STATED} | {
            word: Option(word, labels.get(word, label_from_name(word)), tone_of.get(word, "plain"))
            for word in self.words
        }

    def option(self, word: str) -> Option:
        """Return a word with its label and tone. `not-stated` is allowed in every field.

        Raises KeyError for a word that the field does not allow.
        """
        return self._options[word]

    def label(self, word: str) -> str:
        """Return the label of a word: “In place” for `in-place`. Raises KeyError as `option`."""
        return self._options[word].label

    @property
    def options(self) -> tuple[Option, ...]:
        """Every allowed word, in the order of the model."""
        return tuple(self._options[word] for word in self.words)


def label_from_name(word: str) -> str:
    """Return a name of the program as a label: `learnt_from` is “Learnt from”."""
    return (word[:1].upper() + word[1:]).replace("-", " ").replace("_", " ")


def format_number(value: Decimal) -> str:
    """Return a number with commas between thousands; no digit is added or dropped."""
    sign = "−" if value < 0 else ""
    return f"{sign}{abs(value):,f}"


def format_amount(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit: “24%”, “£1,500,000”, “77 hours per week”, “1 day”."""
    number = format_number(value)
    known = listed_unit(unit)
    if known is None:
        return f"{number} {unit.replace('-', ' ')}" if unit else number
    if not known.sign:
        return f"{number} {known.label if abs(value) == 1 else known.plural}"
    if is_money(unit):
        return ("−" if value < 0 else "") + known.sign + number.lstrip("−")
    return number + known.sign
