"""The position of a character of a value in the text of its file.

YAML folds lines, drops indentation and reads escapes, so that a value and the text it was written
as differ. Both hold the same characters in the same order, apart from white space and escapes.
"""

from __future__ import annotations

import re

from generator.records.source.nodes import Scalar, SourcePosition

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n")
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|\n[ \t]*|.)")
_WHITE_ESCAPES = "\n \tntNLP_"


def position_within(text: str, scalar: Scalar, offset: int) -> SourcePosition:
    """Return the position of the character at `offset` of a value in the text of its file.

    `offset` counts from the first character that is not white space. Return the position of the
    value where the two texts do not agree.
    """
    start = _index(text, scalar.place)
    first, quote = _start_of_characters(text, start, scalar)
    lead = len(scalar.text) - len(scalar.text.lstrip())
    wanted = scalar.text[lead : lead + offset + 1]
    index = here = first
    for character in wanted:
        if character.isspace():
            continue
        following = _next_character(text, index, quote)
        if following is None:
            return scalar.place
        here, index = following
        if not quote and text[here] != character:
            return scalar.place
    return _position(text, here)


def _start_of_characters(text: str, start: int, scalar: Scalar) -> tuple[int, str]:
    """Return where the characters of a value begin, and the quotation mark around them."""
    if scalar.plain or text[start : start + 1] not in "|>'\"":
        return start, ""
    if header := _BLOCK_HEADER.match(text, start):
        return header.end(), ""
    if text[start] in "'\"" and not scalar.text.startswith(text[start]):
        return start + 1, text[start]
    return start, ""


def _next_character(text: str, index: int, quote: str) -> tuple[int, int] | None:
    """Return the index of the next character that is not white space, and the index after it."""
    while index < len(text):
        if quote == '"' and (escape := _ESCAPE.match(text, index)):
            if escape[0][1] not in _WHITE_ESCAPES:
                return index, escape.end()
            index = escape.end()
        elif text[index].isspace():
            index += 1
        else:
            return index, index + (2 if quote == "'" and text[index] == "'" else 1)
    return None


def _index(text: str, place: SourcePosition) -> int:
    index = 0
    for _ in range(place.line - 1):
        index = text.find("\n", index) + 1
    return index + place.column - 1


def _position(text: str, index: int) -> SourcePosition:
    return SourcePosition(
        text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
    )
