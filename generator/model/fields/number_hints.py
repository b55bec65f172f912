"""Hints for figures in forms that people write but records do not take: “24%”, “<5”, “10-12”.

The form in the browser gives the same hints, from the same table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

MAX_DECIMALS = 6
MAX_DIGITS = 15  # before the decimal point


@dataclass(frozen=True, slots=True)
class NumberHint:
    """The text for figures of a form; “{1}” stands for the first group of the pattern.

    `form_text`: the words for people at the form, where these differ.
    """

    pattern: re.Pattern[str]
    text: str
    form_text: str = ""

    @property
    def at_form(self) -> str:
        """The text in the words for people at the form."""
        return self.form_text or self.text


def _hint(pattern: str, text: str, form_text: str = "") -> NumberHint:
    return NumberHint(re.compile(pattern), text, form_text)


_ONE = "Write one figure here, such as {1}."
_NOT_HERE = "Leave this blank if there is no exact figure."
_CHANGE = "Write {1}, “percent” as the unit and “percent-change” as the form."
_N = r"[0-9]+(?:\.[0-9]+)?"
# The first pattern that fits the whole figure counts. Minus signs are read as hyphens, and commas
# between thousands are left out, before any is tried.
NUMBER_HINTS: tuple[NumberHint, ...] = (
    _hint(
        rf"({_N})%? ?(?:-|–|to) ?({_N})%?",
        "Write the lower end, {1}, here, and {2} as the upper end (“value_high”). Where the "
        "source gives only bounds, use “at_least” and “at_most”.",
        "Write one figure here: {1} is the lowest and {2} the highest.",
    ),
    _hint(
        rf"(?:<|fewer than |less than |under ) ?({_N})%?",
        "Leave the figure out. If the source withholds a small number, write “<{1}” as "
        "“suppressed”. If it gives a bound, write {1} as “at_most”.",
        _NOT_HERE,
    ),
    _hint(
        rf"(?:≤|up to |at most ) ?({_N})%?",
        "Leave the figure out, and write {1} as “at_most”.",
        _NOT_HERE,
    ),
    _hint(
        rf"(?:[>≥]|more than |over |at least ) ?({_N})%?",
        "Leave the figure out, and write {1} as “at_least”.",
        _NOT_HERE,
    ),
    _hint(rf"(-{_N}) ?%", _CHANGE, _ONE),
    _hint(rf"\+({_N}) ?%", _CHANGE, _ONE),
    _hint(rf"({_N}) ?%", "Write {1}, and “percent” as the unit.", _ONE),
    _hint(
        r"(-?[0-9]+),([0-9]+) ?%",
        "Write {1}.{2}, and “percent” as the unit.",
        "Write one figure here, such as {1}.{2}.",
    ),
    _hint(r"(-?[0-9]+),([0-9]+)", "Write {1}.{2}."),
    _hint(rf"\+?(-?[0-9]{{1,{MAX_DIGITS}}}(?:\.[0-9]{{1,{MAX_DECIMALS}}})?)", "Write {1}."),
    _hint(r"(-?)\.([0-9]+)", "Write {1}0.{2}."),
    _hint(rf"({_N}) ?° ?[ne]", "Write {1}."),  # a latitude or a longitude
    _hint(rf"({_N}) ?° ?[sw]", "Write -{1}."),
    _hint(
        rf"(?:about|approx\.?|approximately|around|roughly|circa|c\.|~) ?(-?{_N})",
        "Write {1}, and “yes” as “approximate”.",
        _ONE,
    ),
    # not “5 million”, which is a number in words
    _hint(
        rf"(-?{_N}) ?(?!million|billion|thousand|hundred|dozen)([a-z]{{3,}}(?: [a-z]+){{0,3}})",
        "Write {1}, and “{2}” as the unit.",
        "Write only the figure, {1}, here. “{2}” is an answer of its own.",
    ),
)
# “1,200”, “1 200” and “1_200”
THOUSANDS = re.compile(
    r"(?<![0-9,._])([0-9]{1,3})((?:,[0-9]{3})+|(?: [0-9]{3})+|(?:_[0-9]{3})+)(?![0-9,_])"
)
SEPARATORS = re.compile(r"[, _]")
LONG = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}\.[0-9]{{{MAX_DECIMALS + 1},}}")
# “£700,000” and “1.5m”: the sign, the currency, the digits, and the word for so many zeros
LARGE = re.compile(rf"(-?)([£$€]?)({_N}) ?(k|m|bn|thousand|million|billion)?")
ZEROS: Mapping[str, int] = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}
LARGE_HINTS: Mapping[str, str] = {"£": "Write {1}, and “GBP” as the unit.", "": "Write {1}."}
LARGE_FORM_HINTS: Mapping[str, str] = {"": "Write {1}."}


def is_too_precise(text: str) -> bool:
    """Return whether a text is a number with more decimal places than records take."""
    return LONG.fullmatch(_line(text)) is not None


def rounded(text: str) -> str:
    """Return a number that is too precise with as many decimal places as records take."""
    return f"{round(Decimal(_line(text)), MAX_DECIMALS):.{MAX_DECIMALS}f}"


def number_hint(text: str, *, at_form: bool = False) -> str:
    """Return how to write a figure such as “24%”, “£1.5m” or “1,200”; empty for other text.

    `at_form`: whether it is for people at the form, who see no names of fields.
    """
    line = _line(text)
    if hint := _large_hint(line, LARGE_FORM_HINTS if at_form else LARGE_HINTS):
        return hint
    for form in NUMBER_HINTS:
        if match := form.pattern.fullmatch(line):
            words = form.at_form if at_form else form.text
            return re.sub(r"\{(\d)\}", lambda place: match.group(int(place.group(1))), words)
    return ""


def _line(text: str) -> str:
    line = " ".join(text.lower().replace("−", "-").split())
    return THOUSANDS.sub(lambda match: SEPARATORS.sub("", match.group()), line)


def _large_hint(line: str, hints: Mapping[str, str]) -> str:
    match = LARGE.fullmatch(line)
    if match is None or not (match.group(2) or match.group(4)):
        return ""
    sign, money, digits, word = match.groups()
    number = f"{(Decimal(digits) * 10 ** ZEROS.get(word, 0)).normalize():f}"
    return hints.get(money, hints[""]).replace("{1}", sign + number)
