"""The sentences of a page as a reader meets them: its text, cut at blocks and at full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# words inside these belong to the sentence around them
_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time", "tspan", "u",
}  # fmt: skip
_UNREAD = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1>", re.DOTALL)
_PART = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)")
_READ_ALOUD = re.compile(r"\b(?:alt|aria-label|title)=\"([^\"]+)\"")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“0-9])")


def sentences(page: str) -> list[str]:
    """Every sentence, heading, label and cell of a page, in reading order.

    A label of a list of facts is one sentence with its value: “Learns from: Nobody yet”.
    """
    blocks = (" ".join(unescape(block).split()) for block in _blocks(_UNREAD.sub("", page)))
    return [sentence for block in blocks for sentence in _END.split(block) if sentence]


def _blocks(page: str) -> Iterator[str]:
    block: list[str] = []
    for closing, tag, attributes, text in _PART.findall(page):
        if text:
            block.append(text)
            continue
        yield from _READ_ALOUD.findall(attributes)
        if tag == "dt" and closing:
            block.append(": ")
        elif tag not in _INLINE and not (tag == "dd" and not closing):
            yield "".join(block)
            block = []
    yield "".join(block)
