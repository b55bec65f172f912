"""What an upgrade does to the files that belong to the engine: a three-way merge of each.

The original is what the engine of that time wrote, ours is the file in the academy, theirs is what
this engine brings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.records.merge import merge_lines
from generator.starter.delivered import DELIVERED, Delivered, DeliveredFile
from generator.starter.program_files import ENGINE_FOLDER

CONFLICTS = f"{ENGINE_FOLDER}/conflicts"
Action = Literal["add", "replace", "merge", "remove", "keep", "conflict"]


@dataclass(frozen=True, slots=True)
class FileChange:
    """What happens to the file at `path`.

    `written` are the files to write by their paths, with None for one to delete.
    """

    path: str
    action: Action
    written: Mapping[str, bytes | None]


def plan_upgrade(
    root: Path, delivered: Delivered | None, new_files: Mapping[str, bytes]
) -> tuple[FileChange, ...]:
    """Return the changes that bring an academy's engine files to `new_files`, sorted by path.

    Files that stay as they are, are not among them.
    """
    known = delivered.files if delivered else {}
    paths = sorted({*new_files, *known} - {DELIVERED})
    changes = (
        _change(path, _read(root / path), known.get(path), new_files.get(path)) for path in paths
    )
    return tuple(change for change in changes if change is not None)


def _change(
    path: str, ours: bytes | None, original: DeliveredFile | None, theirs: bytes | None
) -> FileChange | None:
    if ours is None:
        # an academy that deleted a file does not get it back
        return FileChange(path, "add", {path: theirs}) if original is None else None
    if ours == theirs or (original and theirs is not None and original.is_same(theirs)):
        return None
    if original and original.is_same(ours):
        return FileChange(path, "replace" if theirs is not None else "remove", {path: theirs})
    return _change_on_both_sides(path, ours, original, theirs)


def _change_on_both_sides(
    path: str, ours: bytes, original: DeliveredFile | None, theirs: bytes | None
) -> FileChange:
    if theirs is None:
        return FileChange(path, "keep", {})
    merged = _merged(ours, original, theirs)
    if merged is None:
        return FileChange(path, "conflict", {f"{CONFLICTS}/{path}": theirs})
    return FileChange(path, "merge", {path: merged})


def _merged(ours: bytes, original: DeliveredFile | None, theirs: bytes) -> bytes | None:
    if original is None or original.text is None:
        return None
    try:
        merged = merge_lines(original.text, ours.decode(), theirs.decode())
    except UnicodeDecodeError:
        return None
    return None if merged is None else merged.encode()


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
