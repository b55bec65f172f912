"""How each sort of personal data looks, and what only looks like it.

Every pattern has bounded parts, so that the time grows with the text and no faster.
"""

from __future__ import annotations

import re

from stdnum.gb import nhs

_AT = r"(?:@|\s{0,2}[\[({]\s?at\s?[\])}]\s{0,2})"
_DOT = r"(?:\.|\s{0,2}[\[({]\s?dot\s?[\])}]\s{0,2})"
EMAIL = re.compile(
    rf"(?<![\w.%+-])[\w.%+-]{{1,64}}{_AT}\w[\w-]{{0,62}}(?:{_DOT}[\w-]{{1,63}}){{0,5}}{_DOT}[a-z]{{2,24}}(?![\w@-])",
    re.IGNORECASE,
)
TELEPHONE = re.compile(
    r"(?<![\w.,£$€/#-])(?:(?:\+|00)\s?\(?44\)?[\s.-]{0,2}(?:\(0\)[\s.-]{0,2})?\(?\d{2,5}|\(?0\d{2,5})\)?"
    r"(?:[\s.-]{0,2}\d){3,9}(?![\w£%]|[.,:/-]\d)"
)
NHS = re.compile(r"(?<![\w.,£$€/+-])\d{3}([\s-]?)\d{3}([\s-]?)\d{4}(?![\w%]|[.,/-]\d)")
INSURANCE = re.compile(
    r"(?<![A-Za-z0-9])([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?:[\s-]?\d{2}){3}[\s-]?[A-D]"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"(?<![A-Za-z0-9.])([A-Z]{1,2})(\d[A-Z\d]?)(\s{0,2})(\d)([ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?[\s-]{_MONTHS},?[\s-]\d{{2,4}}|"
    rf"{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
BORN = re.compile(
    r"\b(?:born|d\.?\s?o\.?\s?b\b\.?|date[\s_-]of[\s_-]birth|birth[\s_-]?dat(?:e|um)|birthday)"
    rf"[^\w\n]{{0,4}}(?:(?:on|was|is|the|of|her|his|their|:)\s){{0,3}}[^\w\n]{{0,3}}({_DATE})\b",
    re.IGNORECASE,
)

# the 124 postcode areas of the United Kingdom and the Crown dependencies
_AREA_NAMES = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC
EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS
LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR
SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
_AREAS = frozenset(_AREA_NAMES.split())
_ORDINALS = frozenset({"ST", "ND", "RD", "TH"})
_NO_INSURANCE = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})
_LABEL = 24  # letters before a number in which its name may stand


def is_telephone(text: str, before: str) -> bool:
    """Nine or ten digits after the 0 or +44, of a range that is in use; no ISBN of ten digits."""
    if "isbn" in before[-_LABEL:].lower():
        return False
    digits = re.sub(r"\D", "", text)
    digits = digits.removeprefix("00") if text.lstrip("(").startswith("00") else digits
    digits = digits[2:] if digits.startswith("44") and not text.startswith("0") else digits
    digits = digits[2:] if digits.startswith("44") and text.startswith("00") else digits
    national = digits.removeprefix("0")
    lengths = (9, 10) if national[:1] in ("1", "8") else (10,)
    return national[:1] in set("123578") and len(national) in lengths


def is_nhs(text: str, before: str) -> bool:
    """Valid by its check digit (modulus 11), and written in its three groups, called by its name or
    in a range that is issued.

    An ISBN of ten digits has the same check digit.
    """
    digits = re.sub(r"\D", "", text)
    label = before[-_LABEL:].lower()
    if "isbn" in label or not int(digits) or not nhs.is_valid(digits):
        return False
    grouped = digits != text
    named = grouped or "nhs" in label or "chi" in label or "patient" in label
    issued = digits[0] in "467" or "320" <= digits[:3] <= "399" or digits[:3] == "999"
    return named or issued


def is_insurance(prefix: str) -> bool:
    """Not one of the prefixes that are never given out."""
    return prefix.upper() not in _NO_INSURANCE


def is_postcode(area: str, district: str, gap: str, unit: str) -> bool:
    """In a real area; in small letters only with a space, and not an ordinal such as “2nd”."""
    whole = area + district + unit
    if area.upper() not in _AREAS:
        return False
    if whole == whole.upper():
        return True
    return bool(gap) and whole == whole.lower() and unit.upper() not in _ORDINALS
