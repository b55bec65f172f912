"""Errors of the YAML parser in words for people who do not know YAML."""

from __future__ import annotations

import re

_COLON = (
    "If the text has a colon, put the whole text in quotes. Check that the line is indented like "
    "the lines around it."
)

_SECOND_COLON = "mapping values are not allowed"
_COLONS = re.compile(r":(?=\s|$)")

# (part of the parser's message, what is wrong, what to do); the first match is used.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        _SECOND_COLON,
        "This line has two colons, so it is not clear where the text starts.",
        "Put the text after the first colon in quotes.",
    ),
    (
        "could not find expected ':'",
        "A line above has no colon after the name of the field.",
        "Write “name: text”. If the text takes more than one line, indent the other lines.",
    ),
    (
        "cannot start any token",
        "This text starts with a tab, or with a special character such as “@”, “`” or “%”.",
        "Use spaces to indent. Put text that starts with a special character in quotes.",
    ),
    (
        "found a tab",
        "This line is indented with a tab.",
        "Use two spaces for each level.",
    ),
    (
        "unexpected end of stream",
        "There is an opening quotation mark but no closing one.",
        "Add the closing quotation mark, or delete the opening one.",
    ),
    (
        "unknown escape character",
        "A backslash has a special meaning inside double quotes.",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    (
        "did not find expected key",
        "This line does not match the lines around it.",
        _COLON,
    ),
    (
        "did not find expected '-' indicator",
        "This line is in a list but does not start with “- ”.",
        "Start it with “- ”, or indent it like the field it belongs to.",
    ),
    (
        "did not find expected ',' or",
        "A closing bracket is missing, or a comma is missing in a list in brackets.",
        "Write each item of the list on its own line, starting with “- ”.",
    ),
    (
        "did not find expected hexdecimal",
        "A code that starts with a backslash is not complete.",
        "Use single quotes around the text.",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot start on the same line as the name of the field.",
        "Start the list on the next line. Start each item with “- ”.",
    ),
    (
        "undefined alias",
        "You cannot use an alias (“*name”).",
        "Write the value in full. If the text should start with “*”, put it in quotes.",
    ),
    (
        "did not find expected alphabetic",
        "“*” or “&” has a special meaning at the start of text.",
        "Put the text in quotes.",
    ),
    (
        "did not find expected <document start>",
        "There is something before or after the fields that does not belong there.",
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
        return "This line does not match the lines around it.", _COLON
    return "The file cannot be read after this point.", _COLON
