"""What the fuller peers start from: the same pages, with the values of each record beside its text.

A page states the values of its record, the records that it names, the labels of its card, and what
it is in linked data. Who names a record, and what stands on a card, a peer works out itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.speed.peers.pages import PeerPage, pages, web_address
from tests.bench.speed.records import Entries, Entry, Plain
from tests.bench.speed.text import in_words, mentioned_ids

# how a peer wants the values of a page above its text
FrontMatter = Callable[[Mapping[str, object]], str]
# fields of one word, which stand as labels on cards
_LABELS = ("stage", "status", "type", "nature", "verdict")
# kinds that the menu divides by their first label: with them it is as long as ours, about 45 links
_DIVIDED = ("adoptions", "measures", "practices", "prototypes")
_SCHEMA_TYPES = {
    "areas": "Place",
    "partners": "Organization",
    "groups": "Organization",
    "resources": "CreativeWork",
    "measures": "Observation",
}
_OTHERWISE = "Article"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A link of the menu, and the links under it; a kind is named after its folder."""

    name: str
    title: str
    url: str
    entries: tuple[MenuEntry, ...] = ()


def hugo_front(values: Mapping[str, object]) -> str:
    """Front matter for Hugo, which reads JSON fastest."""
    return f"{_json(values)}\n\n"


def eleventy_front(values: Mapping[str, object]) -> str:
    """Front matter for Eleventy."""
    return f"---json\n{_json(values)}\n---\n\n"


def write_full_pages(entries: Entries, content: Path, index: str, front: FrontMatter) -> None:
    """Write every page as a Markdown file; `index` is the name of a list's file."""
    for page in pages(entries, web_address):
        listed = page.name == "index"
        values = _heading(page) if listed else _values(page, entries)
        file = content / page.folder / f"{index if listed else page.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(front(values) + page.text, encoding="utf-8")


def write_menu(entries: Entries, file: Path) -> None:
    """Write the whole menu, as JSON, into a folder that may be new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_json([asdict(entry) for entry in menu(entries)]), encoding="utf-8")


def menu(entries: Entries) -> tuple[MenuEntry, ...]:
    """The list of each kind, and under some a search for each value that divides the kind."""
    return tuple(
        MenuEntry(
            folder,
            in_words(folder),
            web_address(folder, "index"),
            tuple(_search(folder, label) for label in _divisions(folder, members)),
        )
        for folder, members in entries.by_folder.items()
    )


def _search(folder: str, label: str) -> MenuEntry:
    return MenuEntry(label, in_words(label), f"/search/?kind={folder}&label={label}")


def _divisions(folder: str, members: Sequence[Entry]) -> list[str]:
    labels = {label for entry in members for label in _labels(entry)[:1]}
    return sorted(labels) if folder in _DIVIDED else []


def _heading(page: PeerPage) -> Mapping[str, object]:
    return {"title": page.title, "description": page.summary}


def _values(page: PeerPage, entries: Entries) -> Mapping[str, object]:
    entry = entries.by_id[page.name]
    return {
        **_heading(page),
        "labels": _labels(entry),
        "links": [f"/{named.folder}/{named.id}" for named in records_named(entry, entries)],
        "schema": _SCHEMA_TYPES.get(entry.folder, _OTHERWISE),
        "record": entry.fields,
    }


def _labels(entry: Entry) -> list[str]:
    values = (entry.fields.get(key) for key in _LABELS)
    return [value for value in values if value and isinstance(value, str)]


def records_named(entry: Entry, entries: Entries) -> Sequence[Entry]:
    """The records that an entry names, in values or prose, each once."""
    names = dict.fromkeys((*_ids(entry.fields), *mentioned_ids(entry.body)))
    return [entries.by_id[one] for one in names if one in entries.by_id and one != entry.id]


def _ids(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from mentioned_ids(value)
    else:
        for member in value.values() if isinstance(value, Mapping) else value:
            yield from _ids(member)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
