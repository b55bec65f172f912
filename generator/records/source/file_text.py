"""The bytes of a file as text, without characters that hide or reorder text."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path

from generator.model.fields.refusals import REFUSALS
from generator.records.source.fault import SourceFault
from generator.records.source.nodes import START, SourcePosition

MAX_FILE_BYTES = 256 * 1024

# Control characters except tab, line feed and carriage return.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
# Characters that reorder or hide text, so that reviewers would not see what the file holds
# (Unicode TR36 and TR39; "Trojan Source", CVE-2021-42574)
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb"
)
_TAGS_AND_NONCHARACTERS = "\U000e0000-\U000e01ef\ufdd0-\ufdef\ufffe\uffff"
REFUSED_CHARACTERS = re.compile(f"[{_CONTROL}{_INVISIBLE}{_TAGS_AND_NONCHARACTERS}]")
# Zero-width joiner and variation selector 16: allowed inside emoji only.
_EMOJI_PARTS = re.compile("[\u200d\ufe0f]")
_EMOJI_CATEGORIES = {"So", "Sk"}
EMOJI_SIGNS = "‼⁉〰〽↔⤴⤵◻◼◽◾"  # emoji outside the categories So and Sk
_MOST_REPORTED = 20


def read_text(path: Path) -> tuple[str | None, list[SourceFault]]:
    """Return the text of `path`, or None and the faults that make it unreadable."""
    try:
        info = path.lstat()
        if stat.S_ISLNK(info.st_mode):
            return None, [
                _whole("F101", "This is a symbolic link.", "Replace the link with the file itself.")
            ]
        if not stat.S_ISREG(info.st_mode):
            return None, [_whole("F101", "This is not an ordinary file.", "Delete it.")]
        if info.st_size > MAX_FILE_BYTES:
            return None, [_too_large(info.st_size)]
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or "the reason is not known"
        return None, [
            _whole(
                "F102",
                f"The file cannot be read: {why}.",
                "Check that you have permission to read it.",
            )
        ]
    return decode_text(data)


def decode_text(data: bytes) -> tuple[str | None, list[SourceFault]]:
    """Return bytes as text, without byte order mark and with `\\n` line ends; or the faults."""
    if len(data) > MAX_FILE_BYTES:
        return None, [_too_large(len(data))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = "The file is not saved as UTF-8, so some letters cannot be read."
        hint = "Save it again as “UTF-8” (in Notepad: Save as, then Encoding)."
        return None, [SourceFault(SourcePosition(line, column), "F104", message, hint)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = [
        SourceFault(_place(text, at), "F105", message, REFUSALS["hidden"].hint)
        for at, message in hidden_characters(text)
    ]
    return (None, faults) if faults else (text, [])


def hidden_characters(text: str) -> list[tuple[int, str]]:
    """Return the offset and a description of each control, invisible or bidi character."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return []  # a fast path for nearly all text
    offsets = [m.start() for m in REFUSED_CHARACTERS.finditer(text)]
    if not text.isascii():
        offsets += [
            m.start() for m in _EMOJI_PARTS.finditer(text) if not _in_emoji(text, m.start())
        ]
    return [(at, _describe(text[at])) for at in sorted(offsets)[:_MOST_REPORTED]]


def _in_emoji(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    if text[at : at + 2] == "\ufe0f\u20e3":
        return before in "0123456789#*"
    signs = before == "\ufe0f" or before in EMOJI_SIGNS
    return signs or unicodedata.category(before) in _EMOJI_CATEGORIES


def _describe(character: str) -> str:
    name = unicodedata.name(character, "control character").lower()
    message, _ = REFUSALS["hidden"].words(name=f"{name} (U+{ord(character):04X})", word="")
    return message


def _place(text: str, at: int) -> SourcePosition:
    return SourcePosition(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _too_large(size: int) -> SourceFault:
    message = f"The file is {-(-size // 1024)} KB. The limit is {MAX_FILE_BYTES // 1024} KB."
    return _whole(
        "F103",
        message,
        "Split the file, or publish long material elsewhere and add a link to it as a resource.",
    )


def _whole(code: str, message: str, hint: str) -> SourceFault:
    return SourceFault(START, code, message, hint)
