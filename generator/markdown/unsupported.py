"""Markup of other programs, which pages print as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import clip
from generator.markdown.fault_types import FaultType, ProseFault

# Each pattern with what to write instead; “{1}” stands for its first group.
_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<!\\)(?:{pattern})", re.MULTILINE), hint)
    for pattern, hint in (
        (r"==([^=\s](?:[^=\n]*[^=\s])?)==", "For words that stand out, write “**{1}**”."),
        (r"(?<!~)~([^~\s/]{1,20})~(?!~)", "Write “{1}” without the signs, or the sign itself: ₂."),
        (r"\^([^\^\s\[\]]{1,20})\^", "Write “{1}” without the signs, or the sign itself: ²."),
        (r"\$\$[^$\n]+\$\$", "Write the formula in words, or show it as a picture."),
        (r"^ {0,3}\[\[?_?TOC_?\]\]?[ \t]*$", "Delete it. A page lists its sections itself."),
        (r"^ {0,3}(?:!!!|\?\?\?|:::)[ \t]*\w.*$", "Write a heading (“## …”) or words in **bold**."),
        (r"\{[.#:][^{}\n]*\}", "Delete it."),
        (r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:/])", "Put the sign itself, or a word."),
    )
)
_NAMED_LINK = re.compile(r"(?<![\\\]!])\[(?!\^)([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_ADDRESS_NAME = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_ROW = re.compile(r" {0,3}\|.*\|[ \t]*")
_LINE_BELOW_HEAD = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*")


def unsupported_markup(text: str) -> Iterator[ProseFault]:
    """Yield a fault for each piece of markup that no page understands. Code is blank in `text`."""
    for pattern, hint in _MARKUP:
        for match in pattern.finditer(text):
            words = match[1] if match.re.groups else ""
            yield _fault(match[0], match.start(), hint.replace("{1}", clip(words)))
    yield from _links_without_address(text)
    yield from _rows_without_head(text)


def _links_without_address(text: str) -> Iterator[ProseFault]:
    named = {match[1].casefold() for match in _ADDRESS_NAME.finditer(text)}
    for match in _NAMED_LINK.finditer(text):
        if (match[2] or match[1]).casefold() not in named:
            hint = f"For a link, write “[{clip(match[1])}](https://…)”."
            yield _fault(match[0], match.start(), hint)


def _rows_without_head(text: str) -> Iterator[ProseFault]:
    """Yield the first row of each table that lacks the line of dashes below it."""
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        is_first = number == 0 or not lines[number - 1].strip()
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if is_first and _ROW.fullmatch(line) and not _LINE_BELOW_HEAD.fullmatch(below):
            cells = "| --- " * max(line.strip().count("|") - 1, 1)
            hint = f"For a table, write a line of dashes below the first row: “{cells}|”."
            yield _fault(line.strip(), start + len(line) - len(line.lstrip()), hint)
        start += len(line) + 1


def _fault(markup: str, offset: int, hint: str) -> ProseFault:
    message = f"“{clip(markup.strip())}” is printed as it stands."
    return ProseFault(FaultType.UNSUPPORTED, offset, message, hint)
