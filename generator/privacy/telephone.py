"""Find telephone numbers of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context, digits
from generator.privacy.matches import RawMatch, Rules
from generator.privacy.nhs_number import has_valid_check_digit

TELEPHONE_GAP = r"(?:[ .()/-]{1,3}| ?\n[ \t]{0,16})"
# A letter and a hyphen before a number make it part of an identifier.
_START = r"(?<![0-9A-Za-z])(?<![0-9]\.)(?:(?<![0-9A-Za-z]-)|(?<=tel-)|(?<=phone-))"
TELEPHONE_END = r"(?![0-9A-WYZa-wyz%])(?!\.[0-9])"
_INTERNATIONAL = re.compile(
    rf"(?<![0-9A-Za-z])(?:\(?\+|\(?00){TELEPHONE_GAP}?44[ .()-]{{0,3}}(?:0[ .()-]{{0,3}})?"
    rf"([1-9](?:{TELEPHONE_GAP}?[0-9]){{8,9}}){TELEPHONE_END}",
    re.ASCII,
)
_NO_PLUS = re.compile(
    rf"(?<![0-9A-Za-z.,£$€])44[ -]?(7[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{3}}){TELEPHONE_END}",
    re.ASCII,
)
_NAMED = re.compile(
    r"(?<![A-Za-z])(?:telephone|phone|tel|mobile|mob|fax|call|ring)(?: ?(?:number|no))?"
    rf"[^0-9A-Za-z\n]{{0,6}}((?:0|[127])(?:{TELEPHONE_GAP}?[0-9]){{9,10}}){TELEPHONE_END}",
    re.IGNORECASE | re.ASCII,
)
_NATIONAL = re.compile(
    rf"{_START}\(?((?:0[1-35789][0-9]|07 [0-9](?=[0-9][0-9] ))"
    rf"(?:{TELEPHONE_GAP}?[0-9]){{7,8}}(?<=[0-9][0-9])){TELEPHONE_END}",
    re.ASCII,
)
_SHORT = re.compile(rf"{_START}(?:0800[ -]?1111|0845[ -]?46[ -]?4[0-9]){TELEPHONE_END}", re.ASCII)
# The ranges in use, after the 0 (Ofcom, National Telephone Numbering Plan).
_RANGE = re.compile(r"1[1-9]|2[03489]|3[0347]|5[056]|7|8[047]|9[018]")
# Some area codes, 0500 and 0800 have numbers with one digit less.
_NINE_DIGITS = re.compile(r"1|800|500")
_PAIR = re.compile(r"\([^()]*\)")
_OTHER_LABEL = re.compile(r"isbn[^0-9A-Za-z]{0,5}(?:1[03][^0-9A-Za-z]{1,3})?$", re.IGNORECASE)


def find_certain_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number with the country code 44, or after a label such as “tel”."""
    if not context.nine_digits:
        return
    for match in _INTERNATIONAL.finditer(context.text):
        if _in_use(digits(match[1])):
            yield "telephone", number_start(match), match.end()
    for match in _NO_PLUS.finditer(context.text):
        yield "telephone", number_start(match), match.end()
    for match in _NAMED.finditer(context.text):
        # Ten digits without a leading 0 and with a valid check digit are an NHS number.
        number = digits(match[1])
        if _in_use(number.removeprefix("0")) and (
            number[0] == "0" or not has_valid_check_digit(number)
        ):
            yield "telephone", match.start(1), match.end()


def find_national_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number in national form: with a leading 0 and without country code."""
    if not context.nine_digits:
        return
    for match in _NATIONAL.finditer(context.text):
        if context.follows_label(match.start(), _OTHER_LABEL):
            continue
        number = digits(match[1])
        # Ten digits without separators are often something else.
        plausible = len(number) == 11 or len(match[0]) > 10
        if plausible and _in_use(number[1:]) and not is_in_address(context, match):
            yield "telephone", number_start(match), match.end()
    for match in _SHORT.finditer(context.text):
        yield "telephone", number_start(match), match.end()


def number_start(match: re.Match[str]) -> int:
    """Return the start of a number, without an opening bracket that it does not close."""
    return match.start() + (match[0].startswith("(") and not _PAIR.match(match[0]))


def is_in_address(context: Context, match: re.Match[str]) -> bool:
    return context.in_address(match.start()) and not context.telephone(match.start())


def _in_use(number: str) -> bool:
    """Return whether digits without the leading 0 are in a range in use, and complete."""
    full = len(number) == 10 or (len(number) == 9 and bool(_NINE_DIGITS.match(number)))
    return full and bool(_RANGE.match(number))


RULES: Rules = {
    "abroad": _INTERNATIONAL,
    "no_plus": _NO_PLUS,
    "named": _NAMED,
    "national": _NATIONAL,
    "short": _SHORT,
    "range": _RANGE,
    "nine_digits": _NINE_DIGITS,
    "pair": _PAIR,
    "other": _OTHER_LABEL,
}
