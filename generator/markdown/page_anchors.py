"""The ids of headings and notes in the prose of one page."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_MAX_LENGTH = 60  # characters of the id of a heading
# No section of a page has an id with these beginnings.
HEADING_PREFIX, NOTE_PREFIX = "text-", "note-"


class PageAnchors:
    """Gives ids that are unique on a page; call `clear` before the next page."""

    def __init__(self) -> None:
        self._texts = 0
        self._headings: set[str] = set()

    def clear(self) -> None:
        """Forget the ids of the last page."""
        self._texts = 0
        self._headings.clear()

    def next_text(self) -> int:
        """Return the number of a text with notes among those of the page, from 1."""
        self._texts += 1
        return self._texts

    def heading(self, words: str) -> str:
        """Return the id of a heading: its words, and a number where others have the same."""
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        name = HEADING_PREFIX
        for word in _WORD.findall(plain):
            if len(name) + len(word) > _MAX_LENGTH:
                break
            name += f"{word}-"
        name = f"{name}heading" if name == HEADING_PREFIX else name.rstrip("-")
        first, count = name, 1
        while name in self._headings:
            count += 1
            name = f"{first}-{count}"
        self._headings.add(name)
        return name
