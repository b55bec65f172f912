"""The records of an academy as plain text and lists, for those that know nothing of its model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import yaml

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
# every value as it is written; the loader in C is what anyone in a hurry takes
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FENCE = "---\n"
_FILES = ("prototypes/*.yaml", "case_studies/*.md", "registry/*/*.yaml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: the folder of its kind, its id, what it says, and the prose below that."""

    folder: str
    id: str
    title: str
    fields: Mapping[str, Plain]
    body: str = ""

    @property
    def summary(self) -> str:
        """What it is in one sentence; empty where it does not say."""
        return str(self.fields.get("summary", ""))


@dataclass(frozen=True)
class Entries:
    """All records of an academy, by folder and id, measures as records of their own."""

    all: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Each record by its id."""
        return {one.id: one for one in self.all}

    @cached_property
    def by_folder(self) -> Mapping[str, tuple[Entry, ...]]:
        """The records of each kind."""
        folders = sorted({one.folder for one in self.all})
        groups: dict[str, list[Entry]] = {folder: [] for folder in folders}
        for entry in self.all:
            groups[entry.folder].append(entry)
        return {folder: tuple(some) for folder, some in groups.items()}


def read_entries(academy: Path) -> Entries:
    """Every record below the folder of a made-up academy."""
    entries = [one for file in _files(academy) for one in _entries(file)]
    titles = {one.id: one.title for one in entries}
    return Entries(tuple(one if one.title else _named(one, titles) for one in entries))


def _files(academy: Path) -> Iterator[Path]:
    for pattern in _FILES:
        yield from sorted(academy.glob(pattern))


def _entries(file: Path) -> Iterator[Entry]:
    text, body = file.read_text(encoding="utf-8"), ""
    if text.startswith(_FENCE):
        text, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    fields = yaml.load(text, _LOADER)  # noqa: S506 - the loader makes nothing but text
    yield Entry(file.parent.name, file.stem, fields.get("title", ""), fields, body.strip())
    for measure in fields.get("measures", ()):
        inside = {"of": file.stem, **_passed_on(fields), **measure}
        yield Entry("measures", measure["id"], measure["statement"], inside)


def _passed_on(fields: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """What a measure has from the record that it is written in, unless it says otherwise."""
    area = fields.get("area", fields.get("areas", ()))
    return {"area": area, "sources": fields.get("sources", ())}


def _named(entry: Entry, titles: Mapping[str, str]) -> Entry:
    """An adoption has no title of its own: it is a practice in an area."""
    parts = (titles[str(entry.fields[key])] for key in ("practice", "area") if key in entry.fields)
    return replace(entry, title=" in ".join(parts))
