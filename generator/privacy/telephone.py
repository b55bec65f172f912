"""Telephone numbers of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context, digits
from generator.privacy.matches import RawMatch, Rules
from generator.privacy.nhs_number import has_valid_check_digit

_GAP = r"(?:[ .()/-]{1,3}| ?\n[ \t]{0,16})"
# a letter and a hyphen before it make it the number of something else
_START = r"(?<![0-9A-Za-z])(?<![0-9]\.)(?:(?<![0-9A-Za-z]-)|(?<=tel-)|(?<=phone-))"
_END = r"(?![0-9A-WYZa-wyz%])(?!\.[0-9])"
_ABROAD = re.compile(
    rf"(?<![0-9A-Za-z])(?:\(?\+|\(?00){_GAP}?44[ .()-]{{0,3}}(?:0[ .()-]{{0,3}})?"
    rf"([1-9](?:{_GAP}?[0-9]){{8,9}}){_END}",
    re.ASCII,
)
_NO_PLUS = re.compile(
    rf"(?<![0-9A-Za-z.,£$€])44[ -]?(7[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{3}}){_END}", re.ASCII
)
_NAMED = re.compile(
    r"(?<![A-Za-z])(?:telephone|phone|tel|mobile|mob|fax|call|ring)(?: ?(?:number|no))?"
    rf"[^0-9A-Za-z\n]{{0,6}}((?:0|[127])(?:{_GAP}?[0-9]){{9,10}}){_END}",
    re.IGNORECASE | re.ASCII,
)
_HOME = re.compile(
    rf"{_START}\(?((?:0[1-35789][0-9]|07 [0-9](?=[0-9][0-9] ))"
    rf"(?:{_GAP}?[0-9]){{7,8}}(?<=[0-9][0-9])){_END}",
    re.ASCII,
)
_SHORT = re.compile(rf"{_START}(?:0800[ -]?1111|0845[ -]?46[ -]?4[0-9]){_END}", re.ASCII)
# the ranges in use, after the 0 (Ofcom, National Telephone Numbering Plan)
_RANGE = re.compile(r"1[1-9]|2[03489]|3[0347]|5[056]|7|8[047]|9[018]")
# a few places and 0800 have numbers with one digit less
_NINE_DIGITS = re.compile(r"1|800|500")
_PAIR = re.compile(r"\([^()]*\)")
_NOT_ONE = re.compile(r"isbn[^0-9A-Za-z]{0,5}(?:1[03][^0-9A-Za-z]{1,3})?$", re.IGNORECASE)


def find_certain_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Each telephone number that its own signs or a word before it make certain."""
    if not context.nine_digits:
        return
    for found in _ABROAD.finditer(context.text):
        if _in_use(digits(found[1])):
            yield "telephone", _first(found), found.end()
    for found in _NO_PLUS.finditer(context.text):
        yield "telephone", _first(found), found.end()
    for found in _NAMED.finditer(context.text):
        # “call” before ten digits without a 0 is less sure than a right check digit
        number = digits(found[1])
        if _in_use(number.removeprefix("0")) and (
            number[0] == "0" or not has_valid_check_digit(number)
        ):
            yield "telephone", found.start(1), found.end()


def find_national_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Each telephone number as it is written at home: with a 0 and without the country."""
    if not context.nine_digits:
        return
    for found in _HOME.finditer(context.text):
        if context.follows_label(found.start(), _NOT_ONE):
            continue
        number = digits(found[1])
        # ten digits in one piece are as likely the number of something else
        sure = len(number) == 11 or len(found[0]) > 10
        if sure and _in_use(number[1:]) and not _of_a_page(context, found):
            yield "telephone", _first(found), found.end()
    for found in _SHORT.finditer(context.text):
        yield "telephone", _first(found), found.end()


def _first(found: re.Match[str]) -> int:
    """Where it begins: a bracket belongs to it only if it ends within it."""
    return found.start() + (found[0].startswith("(") and not _PAIR.match(found[0]))


def _of_a_page(context: Context, found: re.Match[str]) -> bool:
    return context.in_address(found.start()) and not context.telephone(found.start())


def _in_use(number: str) -> bool:
    """Whether digits without their 0 are a number."""
    full = len(number) == 10 or (len(number) == 9 and bool(_NINE_DIGITS.match(number)))
    return full and bool(_RANGE.match(number))


RULES: Rules = {
    "abroad": _ABROAD,
    "no_plus": _NO_PLUS,
    "named": _NAMED,
    "national": _HOME,
    "short": _SHORT,
    "range": _RANGE,
    "nine_digits": _NINE_DIGITS,
    "pair": _PAIR,
    "other": _NOT_ONE,
}
