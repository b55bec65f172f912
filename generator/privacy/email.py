"""Find email addresses, also those in words: “jane at example dot org”, “jane (at) example.org”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch, Rules

_W = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff"
_L = f"{_W}_"
_ENDS = (
    r"(?:com|org|net|co\.uk|nhs\.uk|gov\.uk|org\.uk|ac\.uk|uk|eu|info|gov|edu|scot|wales|nhs|"
    rf"health|coop|ie|example)(?![{_W}])"
)
_START = rf"(?<![{_L}.+'-])([.+'-]*)"
_LABEL = rf"[{_L}][{_L}-]*"
_END = r"[A-Za-z\u00c0-\u024f]{2,24}(?![A-Za-z\u00c0-\u024f])"
_GAP = r"(?: {1,3}| ?\n[ \t]{0,16})"
_QUOTES = "*|~\"'“”‘"
_QUOTE = f"[{_QUOTES}]"
_AT = rf"(?: {{0,3}}[\[({{<] ?(?:at|@) ?[\])}}>] {{0,3}}| {{0,3}}{_QUOTE}(?:at|@){_QUOTE} {{0,3}})"
_SIGN_DOT = (
    rf"(?: {{0,3}}[\[({{<] ?(?:dot|\.) ?[\])}}>] {{0,3}}| {{0,3}}{_QUOTE}dot{_QUOTE} {{0,3}})"
)
_BETWEEN = rf"(?:{_GAP}| ?[/_-] ?)"
_WORD_DOT = rf"{_BETWEEN}dot{_BETWEEN}"
_FLAGS = re.IGNORECASE | re.ASCII

# Parts joined by signs, none of which begins an “at” or a “dot”: so a text can be read in one way
# only. That and the limits on lengths bound the work, however long and hostile a text is.
_SINGLE = rf"(?!(?:at|dot)[^{_W}])"
_PART = rf"[{_W}]{{1,64}}"
_NAME = rf"{_PART}(?:(?:[.+'_-]{_SINGLE}|{_SIGN_DOT}|{_GAP}dot{_GAP}){_PART}){{0,7}}"
_DOMAIN = rf"{_PART}(?:(?:[._-]{_SINGLE}|{_SIGN_DOT}|{_GAP}dot{_GAP}){_PART}){{0,7}}"

# Each pattern starts at the start of a word only, which keeps the search linear.
_PLAIN = re.compile(rf"{_START}([{_L}][{_L}.+'-]*)@({_LABEL}(?:\.{_LABEL})*\.{_END})", _FLAGS)
_SIGNS = re.compile(
    rf"(?<![{_W}])()({_NAME}){_AT}({_DOMAIN}(?:\.|{_SIGN_DOT}|{_GAP}dot{_GAP}){_END})", _FLAGS
)
_SPACED = re.compile(
    rf"{_START}([{_L}][{_L}.+'-]*)({_GAP}?)@({_GAP}?)"
    rf"({_LABEL}(?:{_GAP}?\.{_GAP}?{_LABEL}){{0,4}}{_GAP}?\.{_GAP}?{_ENDS})",
    re.ASCII,
)
_WORDS = re.compile(
    rf"(?<![{_W}])()({_NAME})(?:{_BETWEEN}at{_BETWEEN}|{_GAP}?@{_GAP}?)"
    rf"({_DOMAIN}{_WORD_DOT}{_ENDS})",
    _FLAGS,
)
_CAPITALS = re.compile(
    rf"(?<![{_L}.])()([a-z0-9.]{{1,64}})AT([a-z0-9-]{{1,63}}(?:(?:DOT|\.)[a-z0-9-]{{1,63}}){{0,4}}"
    rf"(?:DOT|\.){_ENDS})"
)
# “jo.bloggs at example.org”: only the dot in the name tells it from “the pack at example.org”.
_MIXED = re.compile(
    rf"(?<![{_L}.+'-])()(?<!https://)(?<!http://)"
    rf"((?:[a-z]{{1,20}}[._](?!{_ENDS}|pdf |html? |docx? |xlsx? |pptx? |csv |md |txt |ya?ml |py )"
    rf"[a-z]{{1,20}}|(?<=mail: )[{_W}]{{1,40}}|(?<=mail )[{_W}]{{1,40}}))"
    rf"{_GAP}at{_GAP}({_PART}(?:[.-]{_PART}){{0,7}}\.{_ENDS})",
    _FLAGS,
)
# Fast tests: a text without a match holds no address in this form.
_SIGN = re.compile(rf"[\[({{<{_QUOTES}] ?(?:[Aa][Tt]|@) ?[\])}}>{_QUOTES}]")
_DOT_WORDS = ("dot", "Dot", "DOT")
_CAPITAL_AT = re.compile(r"AT(?<=[a-z0-9]AT)[a-z0-9]")
_MIXED_WORD = re.compile(r" [Aa][Tt]\s+[A-Za-z0-9-]+\.[A-Za-z]")
# Not addresses: an image in double size (“logo@2x.png”), the version of a package.
_NO_DOMAIN = re.compile(r"[1-4](?:\.[0-9])?x\.|[0-9]+\.[0-9]", _FLAGS)
_SURE_NAME = re.compile(r"[A-Za-z][._+]|[._+][A-Za-z]")


def find_email_addresses(context: Context) -> Iterator[RawMatch]:
    """Yield each email address."""
    text = context.text
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            remote = match[2] == "git" and text[match.end() : match.end() + 1] == ":"
            if (
                not remote
                and not _NO_DOMAIN.match(match[match.re.groups])
                and not _is_handle(match)
            ):
                yield "e-mail", match.start() + len(match[1]), match.end()


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    if "@" in text:
        yield _PLAIN
        yield _SPACED
    if _SIGN.search(text):
        yield _SIGNS
    if any(word in text for word in _DOT_WORDS):
        yield _WORDS
    if _MIXED_WORD.search(text):
        yield _MIXED
    if _CAPITAL_AT.search(text):
        yield _CAPITALS


def _is_handle(match: re.Match[str]) -> bool:
    """Return whether it is a word and the name of an account: “follow @example.org”."""
    if match.re is not _SPACED:
        return False
    return bool(match[3]) and not match[4] and not _SURE_NAME.search(match[2])


RULES: Rules = {
    "plain": _PLAIN,
    "spaced": _SPACED,
    "bracketed": _SIGNS,
    "words": _WORDS,
    "mixed": _MIXED,
    "capitals": _CAPITALS,
    "no_domain": _NO_DOMAIN,
    "sure_name": _SURE_NAME,
}
