"""Characters that look like ASCII ones, and characters that are invisible."""

from __future__ import annotations

import unicodedata

# Controls, soft hyphens, zero-width and direction marks, fillers, variation selectors, tags.
HIDDEN = (
    "\x00-\x08\x0e-\x1f\r\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_LOOKS_LIKE = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d",
    ".": "\u2024\u3002\uff61\uff0e\ufe52",
    " ": "\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000",
    "\n": "\x85\u2028\u2029",
    "'": "\u2019",
}
# Cyrillic and Greek letters with the shape of Latin ones.
_TWINS = (
    "АВЕКМНОРСТУХЅІЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABEKMHOPCTYXSIJaeopcyxisjABEZHIKMNOPTYX",
)
# The zeros of the digits of other scripts.
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6)
# Small, full-width and mathematical forms.
_FORMS = (range(0xFE50, 0xFE6C), range(0xFF01, 0xFF5F), range(0x1D400, 0x1D800))


def _table() -> dict[int, str]:
    table = {
        code: form
        for codes in _FORMS
        for code in codes
        if len(form := unicodedata.normalize("NFKC", chr(code))) == 1
    }
    table |= {zero + n: str(n) for zero in _ZEROS for n in range(10)}
    table |= dict(zip(map(ord, _TWINS[0]), _TWINS[1], strict=True))
    return table | {
        ord(lookalike): ascii_sign
        for ascii_sign, lookalikes in _LOOKS_LIKE.items()
        for lookalike in lookalikes
    }


LOOK_ALIKES = _table()


def replace_lookalikes(text: str) -> str:
    """Return the text with lookalikes replaced by ASCII; its length does not change."""
    return text.translate(LOOK_ALIKES) if not text.isascii() or "\x0b" in text else text
