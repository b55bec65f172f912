"""Find postcodes of the United Kingdom and the Crown dependencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch, Rules

_AREA_NAMES = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC
EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS
LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR
SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
_AREAS = frozenset(_AREA_NAMES.split())
# Only areas of inner London have districts that end in a letter, such as SW1A.
_LETTERED = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])([A-Z]{1,2})([1-9][0-9]|[0-9][A-HJKMNPR-Y]|[0-9])"
    r"( {0,3}| ?[+-] ?| ?\n[ \t]{0,16})([0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE | re.ASCII,
)
# A fast test: every postcode ends with this.
_SECOND_HALF = re.compile(r"[0-9][A-Za-z]{2}(?![A-Za-z0-9])")
_NAMED = re.compile(r"post ?_?-?code[^0-9a-z\n]{0,6}$", re.IGNORECASE | re.ASCII)
# “W1 2nd floor”, “B1 5ft”: an ordinal or a measure, not the second half of a postcode.
_MEASURES = frozenset(
    {"st", "nd", "rd", "th", "ft", "yr", "lb", "pt", "px", "hr", "gb", "tb", "xl"}
)
_MEMORY = re.compile(r" ?(?:ram|memory|storage|ssd|disk|chip)", re.IGNORECASE | re.ASCII)
_HYPHEN_BEFORE = re.compile(r"[A-Za-z0-9]-\Z")
_HYPHEN_AFTER = re.compile(r"-[A-Za-z0-9]")
_SIGN_BEFORE = re.compile(r"[./_@]\Z")
_GOES_ON = re.compile(r"[./_@][A-Za-z0-9]")


def find_postcodes(context: Context) -> Iterator[RawMatch]:
    """Yield each full postcode of an existing area."""
    if not _SECOND_HALF.search(context.text):
        return
    for match in _POSTCODE.finditer(context.text):
        area, district, gap, unit = match.groups()
        real = area.upper() in _AREAS and _is_district(area, district)
        if (
            real
            and not _is_measure(context, match, unit, gap)
            and not _is_part_of_token(context, match, gap)
        ):
            yield "postcode", match.start(), match.end()


def _is_district(area: str, district: str) -> bool:
    return district.isdigit() or area.upper() in _LETTERED


def _is_measure(context: Context, match: re.Match[str], unit: str, gap: str) -> bool:
    """Return whether the second half is an ordinal or a measure."""
    if unit[1:] == "GB" and _MEMORY.match(context.after(match.end())):
        return True
    return bool(gap) and unit[1:] in _MEASURES


def _is_part_of_token(context: Context, match: re.Match[str], gap: str) -> bool:
    """Return whether it is part of a longer token: a URL, an id, a colour."""
    before, after = context.before(match.start()), context.after(match.end())
    if (gap and not gap.strip()) or _NAMED.search(before):
        return False
    if gap == "" and (context.in_address(match.start()) or before.endswith("#")):
        return True
    hyphens = bool(_HYPHEN_BEFORE.search(before) or _HYPHEN_AFTER.match(after))
    if match[0].isupper():
        return hyphens
    joined = bool(_SIGN_BEFORE.search(before) or _GOES_ON.match(after))
    return hyphens or joined or "-" in gap


RULES: Rules = {
    "postcode": _POSTCODE,
    "areas": _AREAS,
    "lettered": _LETTERED,
    "named": _NAMED,
    "measures": _MEASURES,
    "memory": _MEMORY,
    "hyphen_before": _HYPHEN_BEFORE,
    "hyphen_after": _HYPHEN_AFTER,
    "sign_before": _SIGN_BEFORE,
    "goes_on": _GOES_ON,
}
