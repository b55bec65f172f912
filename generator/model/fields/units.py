"""The units of figures: how they are shown, and what is doubtful about an unknown one.

The vocabulary of the academy lists units and currencies. Records may use a unit that is not on the
list, such as “hubs”; it is shown as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.diagnostics import clip, closest_word
from generator.model.fields.vocabulary_terms import TermDefinition, VocabularyTerm

# The unit of a change in percent, which the form of a measure names and no vocabulary changes.
PERCENT = VocabularyTerm(TermDefinition("units", "percent", "percent", "percent", sign="%"))
# A currency in thousands or millions: “£000s”, “£m”, “GBP thousands”.
_SCALED = re.compile(
    r"(?P<first>.+?) ?(?:['’]?0{3}s?|k|m|mn|bn|thousands?|millions?|billions?)|"
    r"(?:0{3}s?|thousands?|millions?)(?: of)? ?(?P<last>.+)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[^\W\d_][\w ,.'’/()&–-]*")


def fold_unit(text: str) -> str:
    """Return a unit for comparison: lower case, with single spaces in place of hyphens."""
    return " ".join(text.replace("-", " ").split()).casefold()


def listed_unit(unit: str | None) -> TermDefinition | None:
    """Return the definition of a unit; None for one that is not in the vocabulary."""
    return unit.definition if isinstance(unit, VocabularyTerm) else None


def has_sign(unit: str | None) -> bool:
    """Return whether a unit is shown as a sign, such as % or £."""
    definition = listed_unit(unit)
    return definition is not None and bool(definition.sign)


def is_money(unit: str | None) -> bool:
    """Return whether a unit is a currency."""
    definition = listed_unit(unit)
    return definition is not None and definition.section == "currencies"


def word_for_less(unit: str | None) -> str:
    """Return the word for a decrease: “fewer” of what is counted, “less” of money and percents."""
    return "less" if has_sign(unit) or is_money(unit) else "fewer"


def unit_fault(text: str, spellings: Mapping[str, VocabularyTerm]) -> tuple[str, str] | None:
    """Return what is doubtful about a unit that is not listed and what to do; else None.

    `spellings` are the listed units by each of their folded spellings.
    """
    quoted = f"“{clip(text)}”"
    if currency := _scaled_currency(text, spellings):
        return f"{quoted} is not a unit: the figure would be read as single {currency.plural}.", (
            "Write the whole sum as the value, 25000 for 25 thousand, and the currency as the unit."
        )
    if meant := _misspelt(fold_unit(text), spellings):
        return f"{quoted} is not a unit of the list.", f"Did you mean “{meant}”?"
    if not _NOUN.fullmatch(text.strip()):
        hint = (
            "Write what is counted in words, such as percent, days or people. For money, write its "
            "currency."
        )
        return f"{quoted} is not a unit of the list.", hint
    return None


def _scaled_currency(text: str, spellings: Mapping[str, VocabularyTerm]) -> TermDefinition | None:
    """Return the currency of a unit such as “£000s” or “millions of euros”."""
    match = _SCALED.fullmatch(text.strip())
    unit = spellings.get(fold_unit(match["first"] or match["last"])) if match else None
    return unit.definition if unit is not None and is_money(unit) else None


def _misspelt(text: str, spellings: Mapping[str, VocabularyTerm]) -> VocabularyTerm | None:
    """Return the unit that `text` misspells: same first letter, length differs by at most one."""
    near = closest_word(text, tuple(spellings))
    alike = near and near[0] == text[0] and abs(len(near) - len(text)) < 2
    return spellings[near] if near and alike and not re.search(r"\d", text) else None
