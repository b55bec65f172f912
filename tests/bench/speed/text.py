"""A record as the page that every peer shows: facts in a table, prose, and links, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.bench.speed.records import Entries, Entry, Plain

# the address of a record's page, by its folder and id
Address = Callable[[str, str], str]
_MENTION = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
# what stands above the table
_ELSEWHERE = frozenset({"title", "summary"})


@dataclass(frozen=True)
class Text:
    """Writes the pages of `entries`, with links as `address` gives them."""

    entries: Entries
    address: Address

    def page(self, entry: Entry) -> str:
        """Every field of a record and its prose, without the title and the summary above them."""
        fields = [(key, value) for key, value in entry.fields.items() if key not in _ELSEWHERE]
        rows = [row for key, value in fields for row in self._rows(key, value)]
        parts = ["| Field | Value |", "| --- | --- |", *rows, ""]
        for key, value in fields:
            parts += self._lines_of(key, value)
        return "\n".join((*parts, self._linked(entry.body), ""))

    def index(self, folder: str) -> str:
        """The list of all records of a kind."""
        rows = (
            f"| {self._link(one)} | {_cell(one.summary)} |"
            for one in self.entries.by_folder[folder]
        )
        return "\n".join(("| Title | In one sentence |", "| --- | --- |", *rows, ""))

    def _rows(self, key: str, value: Plain) -> Iterator[str]:
        """A row for each value; a list of parts has a row a part."""
        if isinstance(value, Mapping):
            for inner, member in value.items():
                yield from self._rows(f"{key}: {inner}", member)
        elif isinstance(value, str):
            if "\n" not in value:
                yield f"| {in_words(key)} | {_cell(self._inline(value))} |"
        elif any(isinstance(one, Mapping) for one in value):
            for number, member in enumerate(value, 1):
                yield f"| {in_words(key)} {number} | {_cell(self._inline(member))} |"
        elif value:
            yield f"| {in_words(key)} | {_cell(self._inline(value))} |"

    def _inline(self, value: Plain) -> str:
        """A value in one line, however deep it goes."""
        if isinstance(value, Mapping):
            return "; ".join(f"{in_words(key)}: {self._inline(one)}" for key, one in value.items())
        if not isinstance(value, str):
            return "; ".join(map(self._inline, value))
        named = self.entries.by_id.get(value)
        return self._link(named) if named else self._linked(" ".join(value.split()))

    def _lines_of(self, key: str, value: Plain) -> Iterator[str]:
        """Prose of several lines, which no table can hold, under a heading of its own."""
        if isinstance(value, Mapping):
            for inner, member in value.items():
                yield from self._lines_of(f"{key}: {inner}", member)
        elif isinstance(value, str) and "\n" in value:
            yield from (f"## {in_words(key)}", "", self._linked(value), "")

    def _linked(self, text: str) -> str:
        """Prose with a link for each `[[id]]`."""
        return _MENTION.sub(self._mention, text) if "[[" in text else text

    def _mention(self, match: re.Match[str]) -> str:
        named = self.entries.by_id.get(match[1].strip())
        return self._link(named, match[2] or "") if named else match[0]

    def _link(self, entry: Entry, words: str = "") -> str:
        return f"[{words or entry.title}]({self.address(entry.folder, entry.id)})"


def mentioned_ids(text: str) -> Iterator[str]:
    """The id in each `[[id]]` of a text, whether or not there is such a record."""
    return (match[1].strip() for match in _MENTION.finditer(text))


def home(entries: Entries, address: Address) -> str:
    """The first page: the kinds, each with a link to its list."""
    return "\n".join(
        f"- [{in_words(folder)}]({address(folder, 'index')})" for folder in entries.by_folder
    )


def in_words(key: str) -> str:
    """The name of a field, or of the folder of a kind, for people."""
    text = key.replace("_", " ")
    return text[:1].upper() + text[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
