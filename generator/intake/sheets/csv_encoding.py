"""Find out in which encoding a CSV file was saved, without guessing.

UTF-8 and UTF-16 are known by their bytes. Otherwise a file is Windows-1252 (Excel on Windows) or
Mac Roman (Excel on a Mac), in which nearly every byte is a letter or sign. Each byte is read in
both ways. A reading that no English text has, such as a capital letter after a small one (“cafÈ”),
excludes its encoding. The file is read only if exactly one encoding is left. General detectors
take short texts in Mac Roman for Windows-1252, and so give wrong letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.intake.sheets.letter_rules import is_english, is_possible

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# UTF-8 that a program read as Windows-1252 and saved again: “cafÃ©”, “â€™”
_READ_WRONGLY = re.compile(r"[Ââ-ïÃðÐ][\x80-\xbf€‚-„†-•™›ŒŽŠœžšŸˆ˜ƒ‘-”–—…‰‹]{1,2}|\ufffd")
_WORD = re.compile(r"[^\s,;\"]*")


@dataclass(frozen=True, slots=True)
class Doubt:
    """The first character that cannot be known: its offset, and the word in each reading."""

    offset: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file, and the first doubt about it, if there is one."""

    text: str
    doubt: Doubt | None = None


def decode_csv(data: bytes) -> DecodedText:
    """Return the text of a file with the line ends that it has."""
    try:
        if data[:2] in _BYTE_ORDER_MARKS:
            return _checked(data.decode("utf-16"))
        if b"\0" in data:
            return DecodedText(data.decode("latin-1"), Doubt(data.index(b"\0"), ()))
        return _checked(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _decode_single_bytes(data)


def _checked(text: str) -> DecodedText:
    """Return text with a doubt where an earlier program has read letters wrongly."""
    for match in _READ_WRONGLY.finditer(text):
        if match.group() == "\ufffd" or _is_utf8(match.group()):
            return DecodedText(text, Doubt(match.start(), (_word_at(text, match.start()),)))
    return DecodedText(text)


def _is_utf8(letters: str) -> bool:
    try:
        return bool(letters.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return False


def _decode_single_bytes(data: bytes) -> DecodedText:
    # a byte that Windows-1252 does not define becomes U+FFFD, which no text has
    windows, mac = data.decode("cp1252", "replace"), data.decode("mac_roman")
    ends_of_mac = b"\n" not in data and b"\r" in data
    signs = [sign.start() for sign in _BEYOND_ASCII.finditer(windows)]
    unlike = [at for at in signs if windows[at] != mac[at]]
    no_windows = [at for at in unlike if not is_possible(windows, at)]
    no_mac = [
        at
        for at in unlike
        if not is_possible(mac, at) or (not ends_of_mac and is_english(windows, at))
    ]
    if not unlike or (no_mac and not no_windows):
        return DecodedText(windows)
    if no_windows and not no_mac:
        return DecodedText(mac)
    at = max(no_mac[0], no_windows[0]) if no_mac else unlike[0]
    return DecodedText(windows, Doubt(at, (_word_at(windows, at), _word_at(mac, at))))


def _word_at(text: str, offset: int) -> str:
    """Return the word around a character, without what a message must not show."""
    start = max(text.rfind(sign, 0, offset) for sign in ' ,;"\t\r\n') + 1
    match = _WORD.match(text, start)
    return match.group() if match else ""
