"""Find email addresses, also those with “(at)” and “(dot)” in place of the signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.context import Context
from generator.privacy.matches import RawMatch, Rules

_L = "0-9A-Za-z_\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff"
_ENDS = r"(?:com|org|net|uk|eu|info|gov|edu|scot|wales|nhs|health|coop)(?![0-9A-Za-z])"
_START = rf"(?<![{_L}.+'-])([.+'-]*)"
_LABEL = rf"[{_L}][{_L}-]*"
_END = r"[A-Za-z\u00c0-\u024f]{2,24}(?![A-Za-z\u00c0-\u024f])"
_AT = r" {0,3}[\[({<] ?(?:at|@) ?[\])}>] {0,3}"
_DOT = r"(?:\.| {0,3}[\[({<] ?(?:dot|\.) ?[\])}>] {0,3})"
_FLAGS = re.IGNORECASE | re.ASCII

# Each pattern starts at the start of a word only, which keeps the search linear.
_PLAIN = re.compile(rf"{_START}([{_L}][{_L}.+'-]*)@({_LABEL}(?:\.{_LABEL})*\.{_END})", _FLAGS)
_SIGNS = re.compile(
    rf"{_START}([{_L}][{_L}.+'-]*(?:{_DOT}[{_L}]+){{0,3}}){_AT}"
    rf"({_LABEL}(?:{_DOT}{_LABEL}){{0,5}}{_DOT}{_END})",
    _FLAGS,
)
_SPACED = re.compile(
    rf"{_START}([{_L}]+[.+_-][{_L}.+_-]*) ?@ ?({_LABEL}(?: ?\. ?{_LABEL}){{0,4}} ?\. ?{_ENDS})",
    re.ASCII,
)
_SIGN = re.compile(r"[\[({<] ?(?:at|@) ?[\])}>]", _FLAGS)
# Not addresses: an image in double size (“logo@2x.png”), the version of a package.
_NO_DOMAIN = re.compile(r"[1-4](?:\.[0-9])?x\.|[0-9]+\.[0-9]", _FLAGS)


def find_email_addresses(context: Context) -> Iterator[RawMatch]:
    """Yield each email address."""
    text = context.text
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            remote = match[2] == "git" and text[match.end() : match.end() + 1] == ":"
            if not remote and not _NO_DOMAIN.match(match[3]):
                yield "e-mail", match.start() + len(match[1]), match.end()


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    if "@" in text:
        yield _PLAIN
        yield _SPACED
    if _SIGN.search(text):
        yield _SIGNS


RULES: Rules = {
    "plain": _PLAIN,
    "spaced": _SPACED,
    "bracketed": _SIGNS,
    "bracket": _SIGN,
    "no_domain": _NO_DOMAIN,
}
