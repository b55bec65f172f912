"""The sentences of a page as a reader meets them: its text, cut at blocks and at full stops."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# words inside these belong to the sentence around them
_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time", "tspan", "u",
}  # fmt: skip
_SILENT = {"script", "style", "template"}
_SPOKEN = ("alt", "aria-label", "title")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“0-9])")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[]]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag not in _INLINE:
            self.blocks.append([])
        spoken = [value for name, value in attrs if name in _SPOKEN and value]
        # what is only read aloud or shown on hover is a block of its own
        for number, value in enumerate(spoken):
            self.blocks.insert(len(self.blocks) - 1 - number, [value])

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT
        if tag not in _INLINE:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.blocks[-1].append(data)


def sentences(page: str) -> list[str]:
    """Every sentence, heading, label and cell of a page, in reading order."""
    reader = _Reader()
    reader.feed(page)
    blocks = (" ".join("".join(block).split()) for block in reader.blocks)
    return [sentence for block in blocks for sentence in _END.split(block) if sentence]
