"""Find telephone numbers of other countries, and any number after a label such as “tel”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.calling_codes import foreign_number_pattern
from generator.privacy.context import Context, digits
from generator.privacy.matches import RawMatch, Rules
from generator.privacy.nhs_number import has_valid_check_digit
from generator.privacy.telephone import TELEPHONE_END, TELEPHONE_GAP, is_in_address, number_start

# With a calling code and all digits that follow; the end is found group by group.
_FOREIGN = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9]\.)(?:\(?\+|\(?00){TELEPHONE_GAP}?"
    rf"((?:[17]|[2-9][0-9]{{1,2}})(?:{TELEPHONE_GAP}?[0-9]){{6,14}}){TELEPHONE_END}",
    re.ASCII,
)
_TRUNK_ZERO = re.compile(r"\(0\)")
_GROUP_END = re.compile(r"[0-9](?![0-9])", re.ASCII)
_FOREIGN_DIGITS = foreign_number_pattern()
# North America writes numbers without calling code: “(212) 555-0143”, “212-555-0143”.
_AMERICAN = re.compile(
    r"(?<![0-9A-Za-z+])(?<![0-9][ .-])(?<![A-Za-z][_-])(?:1[ .-])?"
    r"(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[.-])[2-9][0-9]{2}[ .-][0-9]{4}"
    r"(?![0-9A-WYZa-wyz%])(?![.-][0-9])",
    re.ASCII,
)
# After a sure label any number counts, of whatever country: “tel: 212 555 0143”.
_LABELLED = re.compile(
    r"(?<![A-Za-z])(?:telephone|phone|tel|mobile|mob|fax|whatsapp)(?: ?(?:number|no))?"
    rf"[ .:=#-]{{0,4}}(\(?\+?[0-9](?:{TELEPHONE_GAP}?[0-9]){{6,14}}){TELEPHONE_END}",
    re.IGNORECASE | re.ASCII,
)
_LABEL = re.compile(r"phone|tel|mob|fax|whatsapp", re.IGNORECASE)  # a fast test
_YEARS = re.compile(r"\(?(?:19|20)[0-9]{2} ?[/ -] ?(?:19|20)?[0-9]{2}(?![0-9])", re.ASCII)


def find_labelled_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number of at least seven digits after a sure label such as “tel”."""
    if not context.six_digits or not _LABEL.search(context.number_labels):
        return
    for match in _LABELLED.finditer(context.text):
        number = digits(match[1])
        is_nhs_number = len(number) == 10 and has_valid_check_digit(number) and number[0] != "0"
        if not is_nhs_number and not _YEARS.match(match[1]):
            yield "telephone", match.start(1), match.end()


def find_foreign_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number with a calling code, up to the last group with which it is complete."""
    if not context.nine_digits:
        return
    for match in _FOREIGN.finditer(context.text):
        written = match[1]
        ends = [group.end() for group in _GROUP_END.finditer(written)]
        for end in reversed(ends):
            number = digits(_TRUNK_ZERO.sub("", written[:end]))
            if _FOREIGN_DIGITS.fullmatch(number) and _is_in_use(number):
                yield "telephone", number_start(match), match.start(1) + end
                break


def find_american_telephone_numbers(context: Context) -> Iterator[RawMatch]:
    """Yield each number in the national form of the United States and Canada."""
    if not context.nine_digits:
        return
    for match in _AMERICAN.finditer(context.text):
        number = digits(match[0])
        in_use = _is_in_use(number if len(number) == 11 else f"1{number}")
        if in_use and not is_in_address(context, match):
            yield "telephone", number_start(match), match.end()


def _is_in_use(number: str) -> bool:
    """Return whether digits, from the calling code on, are a number in use somewhere."""
    # Imported late: it takes a third of a second, and few texts hold such a number.
    from phonenumbers import NumberParseException, is_valid_number, parse  # noqa: PLC0415

    try:
        return bool(is_valid_number(parse(f"+{number}")))
    except NumberParseException:
        return False


RULES: Rules = {
    "foreign": _FOREIGN,
    "trunk_zero": _TRUNK_ZERO,
    "group_end": _GROUP_END,
    "foreign_digits": _FOREIGN_DIGITS,
    "american": _AMERICAN,
    "labelled": _LABELLED,
    "years": _YEARS,
}
