"""Which academies have to do with each other, so that a change of one leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.leftover_files import leftover_origin
from generator.model.fields.media import DOCUMENT_ENDINGS
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.model.kinds import KINDS

_SUFFIXES = tuple({kind.suffix for kind in KINDS if kind.folder})


def connected_academies(
    root: Path, own: str, academy: str, contents: Mapping[str, bytes]
) -> frozenset[str]:
    """Return the followed academies that a new state of one can have to do with, by id.

    `own` is the id of the academy at `root`, `contents` the new files of `academy`, by path. Two
    academies are connected where one names records of the other, over others too. Documents count
    together, so that all academies that have some are connected.
    """
    folder = root / ACADEMIES_FOLDER
    there = {place.name: place for place in folder.iterdir()} if folder.is_dir() else {}
    texts = {name: _text_below([place]) for name, place in there.items()}
    texts[own] = _text_below(root / kind.folder for kind in KINDS if kind.folder)
    new = b"\n".join(data for path, data in contents.items() if path.endswith(_SUFFIXES))
    texts[academy] = texts.get(academy, b"") + b"\n" + new
    neighbours: dict[str, set[str]] = {name: set() for name in texts}
    for name, text in texts.items():
        for other in texts:
            if other != name and f"{other}/".encode() in text:
                neighbours[name].add(other)
                neighbours[other].add(name)
    connected = {own, academy}
    if any(map(_is_document, contents)):
        connected |= {name for name, place in there.items() if _has_documents(place)}
    waiting = [*connected]
    while waiting:
        new_names = neighbours[waiting.pop()] - connected
        connected |= new_names
        waiting += new_names
    return frozenset(connected - {own})


def _text_below(places: Iterable[Path]) -> bytes:
    """Return the text of all records below some folders; none is read as a record."""
    files = (
        file
        for place in places
        if place.is_dir() and not place.is_symlink()
        for file in place.rglob("*")
        if file.name.endswith(_SUFFIXES) and file.is_file() and not leftover_origin(file.name)
    )
    return b"\n".join(file.read_bytes() for file in files)


def _is_document(path: str) -> bool:
    return path.lower().endswith(DOCUMENT_ENDINGS)


def _has_documents(place: Path) -> bool:
    return any(_is_document(file.name) for file in place.rglob("*"))
