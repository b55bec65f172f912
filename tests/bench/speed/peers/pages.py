"""The pages that every peer shows: one a record, a list a kind, and the first page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.speed.records import Entries
from tests.bench.speed.text import Address, Text, home, in_words

ABOUT = "What health and social care partners tried, what worked, and who learnt from which places."


@dataclass(frozen=True, slots=True)
class PeerPage:
    """A page in Markdown: the folder of its kind, its name there, and what stands on it."""

    folder: str
    name: str
    title: str
    summary: str
    text: str

    def front(self) -> str:
        """Title and summary as front matter; a JSON text is a YAML text too."""
        title, summary = json.dumps(self.title), json.dumps(self.summary)
        return f"---\ntitle: {title}\ndescription: {summary}\n---\n\n"


def pages(entries: Entries, address: Address) -> Iterator[PeerPage]:
    """Every page, with links as `address` gives them."""
    text = Text(entries, address)
    yield PeerPage("", "index", "Learning Academy", ABOUT, home(entries, address))
    for folder, members in entries.by_folder.items():
        about = f"{len(members):,} records."
        yield PeerPage(folder, "index", in_words(folder), about, text.index(folder))
        for entry in members:
            yield PeerPage(folder, entry.id, entry.title, entry.summary, text.page(entry))


def write_pages(entries: Entries, content: Path, index: str) -> None:
    """Write every page as a Markdown file; `index` is the name of a list's file."""
    for page in pages(entries, web_address):
        name = index if page.name == "index" else page.name
        file = content / page.folder / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.front() + page.text, encoding="utf-8")


def web_address(folder: str, name: str) -> str:
    """The address of a page where each is a folder of its own."""
    return f"/{folder}/" if name == "index" else f"/{folder}/{name}/"
