"""Errors of the YAML parser in words for people who do not know YAML."""

from __future__ import annotations

import re

_COLON = (
    "Two things are often behind this: text that holds a colon (put the whole text in quotes), "
    "or a line that is indented more or less than the lines around it."
)

_SECOND_COLON = "mapping values are not allowed"
_COLONS = re.compile(r":(?=\s|$)")

# (part of the parser's message, what is wrong, what to do); the first match is used.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        _SECOND_COLON,
        "There is a second colon in this line, so it is not clear where the text starts.",
        "Put the text after the first colon in quotes.",
    ),
    (
        "could not find expected ':'",
        "A line above has no colon where a field's name should end.",
        "Write “name: text”. If the text runs over several lines, indent the later lines.",
    ),
    (
        "cannot start any token",
        "A tab, or a character with a special meaning such as “@”, “`” or “%”, starts this text.",
        "Use spaces to indent, and put text that begins with such a character in quotes.",
    ),
    (
        "found a tab",
        "There is a tab character in the indentation.",
        "Use spaces: two for each step.",
    ),
    (
        "unexpected end of stream",
        "A quotation mark was opened and never closed.",
        "Add the closing quotation mark, or remove the opening one.",
    ),
    (
        "unknown escape character",
        "A backslash in double quotes means something special to the file format.",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    (
        "did not find expected key",
        "This line does not fit the lines around it.",
        _COLON,
    ),
    (
        "did not find expected '-' indicator",
        "This line stands inside a list but does not start with “- ”.",
        "Start it with “- ”, or indent it like the field that it belongs to.",
    ),
    (
        "did not find expected ',' or",
        "A bracket was opened and never closed, or a comma is missing in a list in brackets.",
        "Write the list one item a line, each starting with “- ”.",
    ),
    (
        "did not find expected hexdecimal",
        "An escape in double quotes is not complete.",
        "Use single quotes around the text.",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot start here, on the same line as a field's name.",
        "Start the list on the next line, each item with “- ”.",
    ),
    (
        "undefined alias",
        "An alias (“*name”) is not allowed.",
        "Write the value in full. Put text that begins with “*” in quotes.",
    ),
    (
        "did not find expected alphabetic",
        "Text that begins with “*” or “&” has a special meaning to the file format.",
        "Put the text in quotes.",
    ),
    (
        "did not find expected <document start>",
        "Something stands before or after the fields that does not belong to them.",
        _COLON,
    ),
)


def explain_yaml_error(problem: str, context: str, line: str = "") -> tuple[str, str]:
    """Return what is wrong and what to do, for the `problem` and `context` of the parser.

    `line` is the text of the line with the error; it tells a second colon from bad indentation.
    """
    error = f"{context} {problem}"
    for part, message, hint in _WORDS:
        if part == _SECOND_COLON and len(_COLONS.findall(line)) < 2:
            continue
        if part in error:
            return message, hint
    if _SECOND_COLON in error:
        return "This line does not fit the lines around it.", _COLON
    return "The file cannot be read from here on.", _COLON
