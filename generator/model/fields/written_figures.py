"""Figures as people write them: “about 30%”, “£1.2m”, “from 12 to 9 days”, “<5”.

The spreadsheet import reads them, and the form in the browser does (`written-figures.js`), with the
same patterns. A figure becomes the answers to several questions of a measure, by the path of each:
`value`, `unit`, `interval.low`. Text that could mean something else is not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.model.fields.currencies import CurrencySigns

MAX_DECIMALS = 6
MAX_DIGITS = 15  # before the decimal point
# the words for so many zeros
ZEROS: Mapping[str, int] = {
    "hundred": 2,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}
_GROUPED = "|".join(rf"[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+" for mark in (",", " ", "_"))
_N = rf"(?:{_GROUPED}|[0-9]+)(?:\.[0-9]+)?"
# “12 m” may be metres: a letter stands right behind its number
_SCALE = "(?:k|mn?|bn| ?hundred| ?thousand| ?million| ?billion)(?![a-z])"
_PERCENT = r"%|per ?cent\b|pct\b"
# “NZ$” and “US$” are signs of one currency, whatever “$” alone means
_MONEY = r"(?:(?:[a-z]{1,3}(?=\$))?[£$€])?"
_AMOUNT = rf"[+-]?{_MONEY}{_N}(?:{_SCALE})?(?: ?(?:{_PERCENT}))?"
_WORDS = (
    r"(?!hundred|dozen|million|billion|to |of |out |or |than )[a-z](?:(?! than )[a-z '’/&-]){0,59}"
)
_UNIT = rf"(?:{_WORDS} )?per [0-9][0-9,]*(?: {_WORDS})?|{_WORDS}"
_LESS = "fell|dropped|declined|decreased|reduced|down|cut"
_MORE = "rose|grew|increased|up"
_FEWER = "fewer|less|lower|shorter|quicker"
_HIGHER = "more|higher|longer|extra"
_THAN = "(?: than (?P<group>[a-z].{0,79}))?"


def _unit(name: str = "unit") -> str:
    return rf"(?: ?(?P<{name}>{_UNIT}))?"


def _amount(name: str) -> str:
    return rf"(?P<{name}>{_AMOUNT})"


_TO = "(?:-|\u2013|\u2014|to)"
# The first that matches a whole figure decides. Its groups are the parts of the figure.
FIGURE_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.ASCII | re.IGNORECASE))
    for name, pattern in (
        ("from-to", rf"(?:(?:{_LESS}|{_MORE}|changed|went) )?from {_amount('before')}"
         rf"{_unit('other')} to {_amount('value')}{_unit()}"),
        # “12 to 9” is a fall, and so is “12 to 9 days”
        ("range", rf"(?:between )?{_amount('value')}{_unit('other')} ?(?P<to>{_TO}) ?"
         rf"{_amount('high')}{_unit()}"),
        ("range", rf"between {_amount('value')} and {_amount('high')}{_unit()}"),
        ("at-least", "(?:at least|no (?:fewer|less) than|more than|over|above|>=?|≥) ?"
         rf"{_amount('value')}{_unit()}"),
        ("withheld", rf"< ?{_amount('value')}{_unit()}"),
        ("at-most", "(?:at most|up to|no more than|under|below|fewer than|less than|<=|≤) ?"
         rf"{_amount('value')}{_unit()}"),
        ("less", rf"(?:{_LESS}) (?:by )?{_amount('value')}{_unit()}"),
        ("more", rf"(?:{_MORE}) (?:by )?{_amount('value')}{_unit()}"),
        ("less", rf"{_amount('value')} (?:{_FEWER}){_unit()}{_THAN}"),
        ("more", rf"{_amount('value')} (?:{_HIGHER}){_unit()}{_THAN}"),
        ("less", rf"{_amount('value')} (?P<unit>{_UNIT}) (?:{_FEWER}){_THAN}"),
        ("more", rf"{_amount('value')} (?P<unit>{_UNIT}) (?:{_HIGHER}){_THAN}"),
        ("level", rf"{_amount('value')}{_unit()}"),
    )
)  # fmt: skip
_CI = "ci|confidence interval"
FIGURE_PARTS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.ASCII | re.IGNORECASE)
    for name, pattern in {
        "amount": rf"(?P<sign>[+-]?)(?P<money>{_MONEY})(?P<digits>{_N})"
        rf"(?P<scale>{_SCALE})? ?(?P<percent>{_PERCENT})?",
        "about": r"(?:about|approximately|approx\.?|around|roughly|circa|c\.|nearly|almost|~) ?"
        r"(?P<rest>.+)",
        "interval": rf"(?P<rest>.*?)[ ,;]*[(\[]?(?:(?P<level>{_N}) ?% ?)?(?:{_CI})[:,]? ?(?:from )?"
        rf"{_amount('low')} ?(?:{_TO}|,) ?{_amount('high')}{_unit('other')}[)\]]?",
        # people of an earlier time are the same people: a change, and no difference between groups
        "earlier": r".*\b(?:before|previous|previously|earlier|prior|last|baseline)\b.*",
    }.items()
}
SCALE = re.compile(_SCALE, re.ASCII | re.IGNORECASE)
MONEY_SIGNS = "£$€"
COUNTRY_SIGN = re.compile(r"[A-Z]{1,3}\$", re.ASCII)
USUAL_SIGNS = CurrencySigns(
    {"£": "GBP", "$": "USD", "€": "EUR", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "C$": "CAD"},
    {"GBP": "pounds", "USD": "US dollars", "EUR": "euros"},
)
_SHARED_OUT = "per "
USUAL_LEVEL = "95"
MAX_FIGURE_LENGTH = 160  # characters; longer text is no figure


def read_figure(text: str, signs: CurrencySigns = USUAL_SIGNS) -> dict[str, str]:
    """Return the answers that a figure gives, by their path in a measure; empty if it is unclear.

    “about 30%” gives `value`, `unit` and `approximate`; a plain number gives `value` alone.
    `signs` say which currencies the academy means by them.
    """
    line = " ".join(text.replace("−", "-").split())
    if len(line) > MAX_FIGURE_LENGTH:
        return {}
    answers: dict[str, str] = {}
    if match := FIGURE_PARTS["interval"].fullmatch(line):
        ends = {name: _number(match[name]) for name in ("low", "high")}
        if not all(ends.values()):
            return {}
        answers = {f"interval.{name}": number for name, number in ends.items()}
        if (match["level"] or USUAL_LEVEL) != USUAL_LEVEL:
            answers["interval.level"] = match["level"]
        line = match["rest"].strip()
        if not line:
            return answers
    if match := FIGURE_PARTS["about"].fullmatch(line):
        answers["approximate"] = "yes"
        line = match["rest"]
    figure = _read_form(line, signs)
    return {**figure, **answers} if figure else {}


def read_number(text: str) -> str:
    """Return the plain number that a text such as “1,200” or “2k” means; empty for other text."""
    answers = read_figure(text)
    return answers["value"] if answers.keys() == {"value"} else ""


def _read_form(line: str, signs: CurrencySigns) -> dict[str, str]:
    for form, pattern in FIGURE_FORMS:
        if match := pattern.fullmatch(line):
            parts = {name: part or "" for name, part in match.groupdict().items()}
            return _answers(form, parts, signs)
    return {}


def _answers(form: str, parts: dict[str, str], money: CurrencySigns) -> dict[str, str]:
    value = _number(parts["value"])
    last = _number(parts["high"]) if "high" in parts else value
    first = _number(parts["before"]) if "before" in parts else value
    amounts = [parts[name] for name in ("value", "high", "before") if name in parts]
    signs = {_unit_of(amount, money) for amount in amounts} - {""}
    words = {parts.get(name, "").strip() for name in ("unit", "other")} - {""}
    units = _units(signs, words, money)
    if not (value and last and first) or len(units) > 1:
        return {}
    word = units.pop() if units else ""
    unit = {"unit": word} if word else {}
    is_share = word == "percent"
    group = parts.get("group", "")
    others = bool(group) and not FIGURE_PARTS["earlier"].fullmatch(group)
    change = {"form": _change_form(is_share=is_share, between_groups=others)}
    if group:
        change["comparator.group"] = group
    is_signed = parts["value"][0] in "+-"
    is_range = Decimal(value) < Decimal(last) and not _scales_one_end(parts)
    is_fall = Decimal(value) > Decimal(last) and parts.get("to", "").lower() == "to"
    fall = {"baseline.value": value, "value": last, **unit} if is_fall else {}
    answers: dict[str, dict[str, str]] = {
        "range": {"value": value, "value_high": last, **unit} if is_range else fall,
        "from-to": {"baseline.value": first, "value": value, **unit},
        "at-least": {"at_least": value, **unit},
        "at-most": {"at_most": value, **unit},
        "withheld": {**({"at_most": value} if is_share else {"suppressed": f"<{value}"}), **unit},
        "less": {} if is_signed else {"value": f"-{value}", **unit, **change},
        "more": {} if is_signed else {"value": value, **unit, **change},
        "level": {"value": value, **unit, **(change if is_signed and unit else {})},
    }
    return answers[form]


def _units(signs: set[str], words: set[str], money: CurrencySigns) -> set[str]:
    """Return the units that a figure names. “£20 per person” is one: pounds per person."""
    currencies = [money.words[sign] for sign in signs if sign in money.words]
    if len(signs) == len(currencies) == len(words) == 1:
        (word,) = words
        if word.startswith(_SHARED_OUT):
            return {f"{currencies[0]} {word}"}
    return signs | words


def _change_form(*, is_share: bool, between_groups: bool) -> str:
    """Return the form of a change over time, or of a difference between groups."""
    if between_groups:
        return "percent-difference" if is_share else "difference"
    return "percent-change" if is_share else "absolute-change"


def _scales_one_end(parts: dict[str, str]) -> bool:
    """Return whether only the end of a range is in thousands or millions: “£5-7m”."""
    scales = [SCALE.search(parts[name]) for name in ("value", "high")]
    return scales[0] is None and scales[1] is not None


def _unit_of(amount: str, money: CurrencySigns) -> str:
    """Return the unit that the signs of an amount say: a currency or percent; empty for none.

    A sign that no currency has stays as it is: the check of units names it.
    """
    match = FIGURE_PARTS["amount"].fullmatch(amount)
    if match is None:
        return ""
    sign = match["money"].upper()
    return money.currency.get(sign, sign) or ("percent" if match["percent"] else "")


def _number(amount: str) -> str:
    """Return an amount as a plain number; empty for one that records do not take."""
    match = FIGURE_PARTS["amount"].fullmatch(amount)
    if match is None or (match["money"] and match["percent"]):
        return ""
    whole, _, decimals = re.sub("[, _]", "", match["digits"]).partition(".")
    zeros = ZEROS.get((match["scale"] or "").strip().lower(), 0)
    if zeros:
        whole += decimals[:zeros].ljust(zeros, "0")
        decimals = decimals[zeros:].rstrip("0")
        whole = whole.lstrip("0") or "0"
    if len(whole) > MAX_DIGITS or len(decimals) > MAX_DECIMALS:
        return ""
    sign = "-" if match["sign"] == "-" else ""
    return f"{sign}{whole}{'.' if decimals else ''}{decimals}"
