"""Find the files of records, and report what does not belong in their folders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePath

from generator.diagnostics import Diagnostic, Severity, clip, join_words
from generator.leftover_files import leftover_origin
from generator.model.fields.academy_vocabulary import VOCABULARY_FILE
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.fields.types import id_fault
from generator.model.kinds import KINDS, Kind
from generator.privacy import WAIVERS_FILE
from generator.records.catalogue.published_file import PUBLISHED_FILE
from generator.records.migrations import SCHEMA_FILE
from generator.records.source import START, hidden_characters

GLOSSARY_FILE = "registry/glossary.yaml"  # terms, not records
_SHARED_FILES = (GLOSSARY_FILE, VOCABULARY_FILE, WAIVERS_FILE, SCHEMA_FILE, PUBLISHED_FILE)
_TOOL_FILES = frozenset({".gitkeep", ".gitignore", ".gitattributes", ".editorconfig"})
LEFTOVER_CODE = "F138"  # the code of the finding for a file that a system or an editor left


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that should hold a record: its kind, its location, its path in the project."""

    kind: Kind
    file: Path
    path: str


def find_record_files(root: Path) -> tuple[list[RecordFile], list[Diagnostic]]:
    """Return each file that should hold a record.

    Also a finding for each file or folder that cannot be one.
    """
    files: list[RecordFile] = []
    findings = list(_strange_folders(root))
    for kind in KINDS:
        for file in _entries(root, kind.folder) if kind.folder else ():
            path = f"{kind.folder}/{file.name}"
            fault = _name_fault(file, kind)
            if leftover_origin(file.name):
                findings.append(leftover_finding(path, file.name))
            elif fault:
                findings.append(finding_at_start(path, *fault))
            elif not file.name.startswith("."):
                files.append(RecordFile(kind, file, path))
            elif file.name not in _TOOL_FILES:
                findings.append(_hidden_finding(path))
    return files, findings


def numbered_file_names(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the path of each file of records, its number in the folder from 1, and their count."""
    for folder in dict.fromkeys(kind.folder for kind in KINDS if kind.folder):
        names = [entry.name for entry in _entries(root, folder)]
        for number, name in enumerate(names, 1):
            yield f"{folder}/{name}", number, len(names)


def _strange_folders(root: Path) -> Iterator[Diagnostic]:
    """Yield a finding for each misspelt or linked folder: its records would be ignored silently."""
    folders = [kind.folder for kind in KINDS if kind.folder]
    yield from _misspelt_media_folder(root)
    for shared in sorted({folder.partition("/")[0] for folder in folders if "/" in folder}):
        known = (*folders, *_SHARED_FILES)
        for entry in _entries(root, shared):
            path = f"{shared}/{entry.name}"
            if leftover_origin(entry.name):
                yield leftover_finding(path, entry.name)
            elif path not in known and not entry.name.startswith("."):
                yield finding_at_start(path, "F133", *_strange(entry, path, folders))
            elif entry.name.startswith(".") and entry.name not in _TOOL_FILES:
                yield _hidden_finding(path)
    for entry in _entries(root, "."):
        meant = next((f for f in folders if f == entry.name.lower() != entry.name), None)
        if meant is not None:
            hint = f"Move its files to the folder {meant}."
            yield finding_at_start(entry.name, "F133", _NO_FOLDER, hint)
        elif entry.suffix == ".yaml" and entry.is_file() and not entry.name.startswith("."):
            hint = f"If it is a record, move it to one of these folders: {join_words(folders)}."
            yield replace(
                finding_at_start(entry.name, "F135", _UNREAD, hint), severity=Severity.WARNING
            )
    tops = {folder.partition("/")[0] for folder in folders}
    for folder in sorted({*folders, *tops}):
        if (root / folder).is_symlink():
            hint = "Replace the link with the folder itself."
            yield finding_at_start(folder, "F134", "This is a symbolic link.", hint)


def _misspelt_media_folder(root: Path) -> Iterator[Diagnostic]:
    for entry in _entries(root, "."):
        if entry.name.lower() == MEDIA_FOLDER != entry.name:
            message = "This is not the folder for pictures."
            hint = f"Rename it to “{MEDIA_FOLDER}”, in small letters."
            yield finding_at_start(entry.name, "F133", message, hint)


_NO_FOLDER = "This is not a folder for records."
_UNREAD = "This file is not in a folder for records, so it is not read."


def _strange(entry: Path, path: str, folders: list[str]) -> tuple[str, str]:
    """Return what is wrong with an entry next to the folders of records, and what to do."""
    if entry.is_dir():
        return _NO_FOLDER, f"The folders for records are {join_words(folders)}."
    stem = path.partition(".")[0]
    meant = next((f for f in _SHARED_FILES if f.partition(".")[0] == stem), "")
    if meant:
        return _UNREAD, f"Rename it to “{PurePath(meant).name}”."
    return _UNREAD, f"If it is a record, move it to one of these folders: {join_words(folders)}."


def _hidden_finding(path: str) -> Diagnostic:
    """Return the warning for a hidden file or folder, which could hold records."""
    message = "The name starts with a full stop, so this is hidden and is not read."
    hint = "If it holds a record, rename it. If not, move it elsewhere or delete it."
    return replace(finding_at_start(path, "F135", message, hint), severity=Severity.WARNING)


def leftover_finding(path: str, name: str) -> Diagnostic:
    """Return the warning for a file that a system or an editor left."""
    message = f"This was left here by {leftover_origin(name)}. It is not read."
    finding = finding_at_start(path, LEFTOVER_CODE, message, "You can delete it.")
    return replace(finding, severity=Severity.WARNING)


def _entries(root: Path, folder: str) -> list[Path]:
    place = root / folder
    linked = any(part.is_symlink() for part in (place, place.parent) if part != root)
    return [] if linked or not place.is_dir() else sorted(place.iterdir())


def _name_fault(file: Path, kind: Kind) -> tuple[str, str, str] | None:
    if file.is_dir() and not file.is_symlink():
        if file.name.startswith("."):
            return None
        return "F131", "You cannot have a folder here.", "Move its files into the folder above."
    return _fault_in(file.name, kind.with_article, kind.suffix, kind.name.replace("_", "-"))


@lru_cache(maxsize=100_000)  # most names recur at the next reading
def _fault_in(name: str, record: str, suffix: str, word: str) -> tuple[str, str, str] | None:
    file = PurePath(name)
    if name.startswith("."):
        return _hidden_fault(name, suffix)
    if file.suffix != suffix:
        message = f"This is not {record}. The file name must end with {suffix}."
        return "F132", message, _rename_hint(name, suffix, word)
    fault = id_fault(_showable(file.stem))
    if fault:
        return "F130", f"The file name cannot be used as an id. {fault[0]}", fault[1]
    return None


_TEXT = (".yaml", ".yml", ".md", ".markdown", ".txt", "")
_SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv")


def _hidden_fault(name: str, suffix: str) -> tuple[str, str, str] | None:
    """Return the fault of a hidden file that could be a record; None for files of tools."""
    if not name.lower().endswith((".yaml", ".yml", ".md", ".markdown", ".txt")):
        return None
    shown = name.lstrip(".")
    if "." not in shown:
        message = "The file has no name before the full stop, so it is not read."
        return "F130", message, f"Rename it to “{_example('', suffix)}”."
    message = "The file name starts with a full stop, so the file is hidden and is not read."
    return "F130", message, f"Rename it to “{_example(shown, suffix)}”."


def _rename_hint(name: str, suffix: str, word: str) -> str:
    """Return what to do with a file that has not the suffix of its kind."""
    file, example = PurePath(name), _example(name, suffix)
    if file.suffix.lower() in _SHEETS:
        return f"Run “academy import {_showable(name)} --kind {word}”, or move it elsewhere."
    if file.suffix.lower() in _TEXT or suffix in file.suffixes:
        windows = (
            " Windows may hide the last part of a file name." if len(file.suffixes) > 1 else ""
        )
        return f"Rename it to “{example}”, or move it elsewhere.{windows}"
    return f"Copy its text into a file called “{example}”, or move it elsewhere."


def _example(name: str, suffix: str) -> str:
    words = "-".join(re.findall(r"[a-z0-9]+", name.partition(".")[0].lower()))
    return f"{words or 'my-record'}{suffix}"


def _showable(name: str) -> str:
    name = name.encode("utf-8", "replace").decode("utf-8")
    hidden = {offset for offset, _ in hidden_characters(name)}
    return "".join("\ufffd" if offset in hidden else c for offset, c in enumerate(name))


def finding_at_start(path: str, code: str, message: str, hint: str) -> Diagnostic:
    """Return a finding about a file as a whole, or about its name."""
    return Diagnostic(clip(_showable(path), 200), START.line, START.column, code, message, hint)
