"""The files of an academy's folders, and what does not belong there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath

from generator.diagnostics import Diagnostic, Severity, clip, listed
from generator.kinds import KINDS, Kind
from generator.kinds.types import id_fault
from generator.migrating import SCHEMA_FILE
from generator.source import START, hidden_characters

GLOSSARY = "registry/glossary.yaml"  # terms, not records
WAIVERS = "registry/waivers.yaml"  # what the privacy gate lets in


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that should hold a record: its kind, where it is, its path in the project."""

    kind: Kind
    file: Path
    path: str


def content_files(root: Path) -> tuple[list[Candidate], list[Diagnostic]]:
    """Each file that should hold a record.

    Also a finding for each file or folder that cannot be one.
    """
    files: list[Candidate] = []
    findings = list(_strange_folders(root))
    for kind in KINDS:
        for file in _entries(root, kind.folder) if kind.folder else ():
            path = f"{kind.folder}/{file.name}"
            fault = _name_fault(file, kind)
            if fault:
                findings.append(_at_start(path, *fault))
            else:
                files.append(Candidate(kind, file, path))
    return files, findings


def numbered_files(root: Path) -> Iterator[tuple[str, int, int]]:
    """The path of each file in a folder of records, its number from 1 and how many there are."""
    for folder in dict.fromkeys(kind.folder for kind in KINDS if kind.folder):
        names = [entry.name for entry in _entries(root, folder)]
        for number, name in enumerate(names, 1):
            yield f"{folder}/{name}", number, len(names)


def _strange_folders(root: Path) -> Iterator[Diagnostic]:
    """A misspelt or linked folder would lose its records without a word."""
    folders = [kind.folder for kind in KINDS if kind.folder]
    for shared in sorted({folder.partition("/")[0] for folder in folders if "/" in folder}):
        for entry in _entries(root, shared):
            if f"{shared}/{entry.name}" not in (*folders, GLOSSARY, WAIVERS, SCHEMA_FILE):
                hint = f"The folders here are {listed(folders)}."
                message = "This is not a folder of records."
                yield _at_start(f"{shared}/{entry.name}", "F133", message, hint)
    for entry in _entries(root, "."):
        twin = next((f for f in folders if f == entry.name.lower() != entry.name), None)
        if twin is not None:
            hint = f"Move its files to {twin}."
            yield _at_start(entry.name, "F133", "This is not a folder of records.", hint)
        elif entry.suffix == ".yaml" and entry.is_file():
            hint = f"If it is a record, move it to one of {listed(folders)}."
            message = "This file is not in a folder of records, so it is not read."
            yield replace(_at_start(entry.name, "F135", message, hint), severity=Severity.WARNING)
    tops = {folder.partition("/")[0] for folder in folders}
    for folder in sorted({*folders, *tops}):
        if (root / folder).is_symlink():
            hint = "Put the folder itself here."
            yield _at_start(folder, "F134", "This is a symbolic link.", hint)


def _entries(root: Path, folder: str) -> list[Path]:
    place = root / folder
    linked = any(part.is_symlink() for part in (place, place.parent) if part != root)
    if linked or not place.is_dir():
        return []
    return sorted(entry for entry in place.iterdir() if not entry.name.startswith("."))


def _name_fault(file: Path, kind: Kind) -> tuple[str, str, str] | None:
    if file.is_dir() and not file.is_symlink():
        return "F131", "A folder cannot stand here.", "Put its files beside the others."
    return _fault_in(file.name, kind.label.lower(), kind.suffix)


@lru_cache(maxsize=100_000)  # the names are nearly all the same from one reading to the next
def _fault_in(name: str, label: str, suffix: str) -> tuple[str, str, str] | None:
    file = PurePath(name)
    if file.suffix != suffix:
        words = "-".join(re.findall(r"[a-z0-9]+", name.partition(".")[0].lower()))
        example = f"{words or 'my-record'}{suffix}"
        message = f"This is not a file of a {label}: its name must end {suffix}."
        return "F132", message, f"Rename it to “{example}”, or move it elsewhere."
    fault = id_fault(_showable(file.stem))
    if fault:
        return "F130", f"The file's name is not an id. {fault[0]}", fault[1]
    return None


def _showable(name: str) -> str:
    name = name.encode("utf-8", "replace").decode("utf-8")
    hidden = {at for at, _ in hidden_characters(name)}
    return "".join("\ufffd" if at in hidden else c for at, c in enumerate(name))


def _at_start(path: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(clip(_showable(path), 200), START.line, START.column, code, message, hint)
