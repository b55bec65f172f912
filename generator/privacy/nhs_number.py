"""Find NHS numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context, digits
from generator.privacy.matches import RawMatch, Rules

_END = r"(?![0-9A-Za-z_])(?!\.[0-9]|-[0-9])"
# Between the groups of a number; a comma only without a space, or lists of numbers would match.
_GAP = r"(?: ?[./_:|•·-] ?|,|\) ?|  ?| ?\n[ \t]{0,16})"
_TEN = rf"[0-9](?:{_GAP}?[0-9]){{9}}"
_START = r"(?<![0-9A-Za-z])(?<![0-9][.,-])(?<![A-Za-z][_-])(?<![+£$€])"
_NAMED = re.compile(
    r"(?<![A-Za-z])(?:nhs|patient|hospital)[ _-]?(?:number|num|no|nr|id|ref)?"
    rf"[^0-9A-Za-z]{{0,12}}(?:(?:is|was|of)[^0-9A-Za-z]{{1,3}})?({_TEN}){_END}",
    re.IGNORECASE | re.ASCII,
)
# After “NHS number” any ten digits count, since one of them can be mistyped.
_TITLED = re.compile(
    r"(?<![A-Za-z])nhs(?:[ _-]?(?:number|num|no|nr|id)(?![A-Za-z])\.?|#)"
    rf"[^0-9.;!?]{{0,40}}?(?<![£$€])({_TEN}){_END}",
    re.IGNORECASE | re.ASCII,
)
_TITLED_AFTER = re.compile(
    rf"{_START}({_TEN})(?![0-9])[^0-9A-Za-z]{{1,4}}(?:(?:is|was|as) )?"
    r"(?:(?:his|her|their|the|my|an?) )?nhs[ _-]?(?:number|no)(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
_GROUPED = re.compile(
    rf"{_START}(?<!\+[0-9] )[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}{_END}", re.ASCII
)
# Other groups of at least two digits, or single digits, with one and the same sign between them.
_REGROUPED = re.compile(
    rf"{_START}(?<![0-9][ /])[34679](?:[0-9]{{1,6}}([ /_-])[0-9]{{2,7}}(?:\1[0-9]{{2,7}}){{0,3}}"
    rf"|(?:([ /_.-])[0-9])(?:\2[0-9]){{8}}){_END}(?![ /][0-9])",
    re.ASCII,
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
_WHOLE = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.-])(?<![A-Za-z][_-])(?<![+£$€])[0-9]{10}" + _END, re.ASCII
)
_ENDING = r"(?:[ _-]?(?:10|number|num|no|id|code|ref|reference|at|time))?[^0-9A-Za-z\n]{0,5}$"
# ISBN-10 uses the same check digit.
_NOT_GROUPED = re.compile(
    rf"(?<![A-Za-z])(?:isbn|utr|account|invoice){_ENDING}", re.IGNORECASE | re.ASCII
)
_NOT_WHOLE = re.compile(
    r"(?<![A-Za-z])(?:isbn|issn|doi|pmid|utr|uprn|gtin|ean|upc|sku|barcode|serial|invoice|order|"
    r"snomed(?:[ -]?ct)?(?: concept)?|sctid|concept|dm\+d|"
    r"account|charity|company|grant|tracking|session|build|timestamp|epoch|unix|created|updated|"
    rf"modified|time|ts|gbp){_ENDING}",
    re.IGNORECASE | re.ASCII,
)
_COUNTED = re.compile(
    r" ?(?:%|pounds|gbp|eur|usd|dollars|bytes|seconds|milliseconds|ms|people|rows|records|units)",
    re.IGNORECASE | re.ASCII,
)
_HOUR = re.compile(
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])"
)

# Unix timestamps from 2017 to 2030; but a CHI number (Scotland) starts with a day and a month.
_SECONDS = re.compile(r"1[5-8](?!0[1-9]|1[0-2])")


def find_nhs_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each NHS number: ten digits with a valid check digit (modulus 11), or so labelled."""
    if not context.nine_digits:
        return
    for pattern in (_TITLED, _TITLED_AFTER):
        for match in pattern.finditer(context.text):
            yield "nhs-number", match.start(1), match.end(1)
    for match in _NAMED.finditer(context.text):
        if has_valid_check_digit(digits(match[1])):
            yield "nhs-number", match.start(1), match.end()
    for match in _in_groups(context):
        labelled_otherwise = context.follows_label(match.start(), _NOT_GROUPED)
        if (
            has_valid_check_digit(digits(match[0]))
            and not labelled_otherwise
            and not context.in_address(match.start())
        ):
            yield "nhs-number", match.start(), match.end()
    for match in _WHOLE.finditer(context.text):
        if has_valid_check_digit(match[0]) and not _is_other_number(context, match):
            yield "nhs-number", match.start(), match.end()


def _in_groups(context: Context) -> Iterator[re.Match[str]]:
    """Yield ten digits in groups; in groups other than 3-3-4, none of them may be a year."""
    yield from _GROUPED.finditer(context.text)
    for match in _REGROUPED.finditer(context.text):
        if len(digits(match[0])) == 10 and not _YEAR.search(match[0]):
            yield match


def has_valid_check_digit(number: str) -> bool:
    """Return whether ten digits can be an NHS number; ten equal digits are not allocated."""
    from stdnum.gb import nhs  # noqa: PLC0415 - loads ssl, and few texts have such a number

    return bool(nhs.is_valid(number)) and len(set(number)) > 1


def _is_other_number(context: Context, match: re.Match[str]) -> bool:
    """Return whether the context or the value of ten digits shows another type of number."""
    start, end, number = match.start(), match.end(), match[0]
    return (
        context.follows_label(start, _NOT_WHOLE)
        or bool(_COUNTED.match(context.after(end)))
        or bool(_HOUR.fullmatch(number))
        or bool(_SECONDS.match(number))
        or context.in_address(start)
    )


RULES: Rules = {
    "titled": _TITLED,
    "titled_after": _TITLED_AFTER,
    "named": _NAMED,
    "regrouped": _REGROUPED,
    "year": _YEAR,
    "grouped": _GROUPED,
    "whole": _WHOLE,
    "other_grouped": _NOT_GROUPED,
    "other_whole": _NOT_WHOLE,
    "counted": _COUNTED,
    "hour": _HOUR,
    "seconds": _SECONDS,
}
