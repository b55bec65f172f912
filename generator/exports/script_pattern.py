"""Translate Python regular expressions into JavaScript, so that no pattern is written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\[\^\\W_\]|\\.|\(\?P<|.", re.DOTALL)
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_ASCII_SPACE = " \\t\\n\\r\\f\\v"
# mean the same in both languages, the first three for patterns of ASCII only
_SAME = frozenset("dwbntrfvux")
_ASCII_ONLY = frozenset("dwb")


def script_pattern(pattern: re.Pattern[str]) -> list[str]:
    """Return `[source, flags]` for JavaScript's `new RegExp(source, flags)`.

    Supports what this program's patterns use: classes, groups, lookarounds, quantifiers, and the
    flags IGNORECASE, ASCII, DOTALL and MULTILINE. Raises ValueError for a pattern that would match
    differently in JavaScript.
    """
    flags = re.RegexFlag(pattern.flags)
    if flags & ~(re.IGNORECASE | re.ASCII | re.UNICODE | re.DOTALL | re.MULTILINE):
        raise ValueError(f"no such flag in a script: {pattern.pattern}")
    source = "".join(_translated(pattern))
    is_unicode = "\\p{" in source or "\\u{" in source
    ignores_case = bool(flags & re.IGNORECASE)
    if is_unicode and ignores_case:
        raise ValueError(f"letters of other scripts fold differently: {pattern.pattern}")
    by_line = bool(flags & re.MULTILINE)
    if by_line and "$" in source:
        raise ValueError(f"lines end differently: {pattern.pattern}")
    return [source, "i" * ignores_case + "m" * by_line + "u" * is_unicode]


def _translated(pattern: re.Pattern[str]) -> Iterator[str]:
    is_ascii = bool(pattern.flags & re.ASCII)
    in_class = False
    for piece in _PIECE.findall(pattern.pattern):
        if piece == "[^\\W_]":
            yield "[\\p{L}\\p{N}]"
        elif piece == "(?P<":
            yield "(?<"
        elif piece[0] == "\\":
            yield _escape(piece[1], is_ascii, in_class)
        elif piece == "$" and not in_class:
            yield "(?=\\n?$)"  # Python's also matches before a last line end
        elif piece == "." and not in_class:
            yield "[^]" if pattern.flags & re.DOTALL else "[^\\n]"
        else:
            in_class = piece == "[" or (in_class and piece != "]")
            yield _letter(piece)


def _escape(letter: str, is_ascii: bool, in_class: bool) -> str:
    if letter == "Z":
        return "$"
    if letter == "s":
        if not is_ascii:
            return "\\s"
        return _ASCII_SPACE if in_class else f"[{_ASCII_SPACE}]"
    is_group = letter in "123456789" and not in_class  # what a group matched
    if is_group or (letter in _SAME and (is_ascii or letter not in _ASCII_ONLY)):
        return f"\\{letter}"
    if letter in _SYNTAX or (letter == "-" and in_class):
        return f"\\{letter}"
    if letter.isascii() and not letter.isalnum():
        return _letter(letter)
    raise ValueError(f"no such escape in a script: \\{letter}")


def _letter(letter: str) -> str:
    """Return a character for a JavaScript pattern, escaped unless it is printable ASCII."""
    if " " <= letter <= "~":
        return letter
    code = ord(letter)
    # six digits: “e01ef” alone would read as a postcode when a site is searched for personal data
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\u{{{code:06x}}}"
