"""Hints for figures in forms that people write but records do not take: “24%”, “<5”, “10-12”.

The form in the browser gives the same hints, from the same table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.fields.written_figures import MAX_DECIMALS, MAX_DIGITS, read_figure


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


ONLY_THE_FIGURE = "Write only the figure here: {}."
# what a figure such as “24%” says beside its value, by the field that holds it
_BESIDE: Mapping[str, str] = {
    "unit": "“{}” as the unit",
    "form": "“{}” as the form",
    "approximate": "“{}” as “approximate”",
}
_NOT_HERE = "Leave this blank if there is no exact figure."
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
    _hint(
        r"(-?[0-9]+),([0-9]+) ?%",
        "Write {1}.{2}, and “percent” as the unit.",
        "Write one figure here, such as {1}.{2}.",
    ),
    _hint(r"(-?[0-9]+),([0-9]+)", "Write {1}.{2}."),
    _hint(r"(-?)\.([0-9]+)", "Write {1}0.{2}."),
    _hint(rf"({_N}) ?° ?[ne]", "Write {1}."),  # a latitude or a longitude
    _hint(rf"({_N}) ?° ?[sw]", "Write -{1}."),
)
# “1,200”, “1 200” and “1_200”
THOUSANDS = re.compile(
    r"(?<![0-9,._])([0-9]{1,3})((?:,[0-9]{3})+|(?: [0-9]{3})+|(?:_[0-9]{3})+)(?![0-9,_])"
)
SEPARATORS = re.compile(r"[, _]")
LONG = re.compile(rf"-?[0-9]{{1,{MAX_DIGITS}}}\.[0-9]{{{MAX_DECIMALS + 1},}}")


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
    if answers := _simple_figure(text):
        return _figure_hint(answers, at_form=at_form)
    line = _line(text)
    for form in NUMBER_HINTS:
        if match := form.pattern.fullmatch(line):
            words = form.at_form if at_form else form.text
            return re.sub(r"\{(\d)\}", lambda place: match.group(int(place.group(1))), words)
    return ""


def _simple_figure(text: str) -> dict[str, str]:
    """Return the answers of a text that gives one value, such as “£1.5m”; empty for other text."""
    answers = read_figure(text)
    return answers if "value" in answers and answers.keys() <= {"value", *_BESIDE} else {}


def _figure_hint(answers: Mapping[str, str], *, at_form: bool) -> str:
    value = answers["value"]
    beside = [_BESIDE[name].format(answers[name]) for name in _BESIDE if name in answers]
    if not beside:
        return f"Write {value}."
    if at_form:
        return ONLY_THE_FIGURE.format(value)
    *others, last = beside
    return f"Write {value}, {' and '.join([*others, last]) if others else f'and {last}'}."


def _line(text: str) -> str:
    line = " ".join(text.lower().replace("−", "-").split())
    return THOUSANDS.sub(lambda match: SEPARATORS.sub("", match.group()), line)
