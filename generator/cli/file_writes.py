"""Write files atomically, singly or as a group."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_atomically(file: Path, content: bytes) -> None:
    """Write a file in one step: readers see the old content or the new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new_file = file.with_name(f".{file.name}.new")
    new_file.write_bytes(content)
    os.replace(new_file, file)


def write_all(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write every file below `root`, or none of them; None deletes one. Raises OSError."""
    kept: dict[str, bytes | None] = {}
    try:
        for path, content in files.items():
            kept[path] = (root / path).read_bytes() if (root / path).exists() else None
            if content is None:
                (root / path).unlink(missing_ok=True)
            else:
                write_atomically(root / path, content)
    except OSError:
        restore_files(root, kept)
        raise


def failure_reason(error: OSError) -> str:
    """Return why a file could not be used, such as “Permission denied: prototypes.xlsx”."""
    if error.strerror is None:
        return str(error)
    return f"{error.strerror}: {error.filename}" if error.filename else error.strerror


def restore_files(root: Path, kept: Mapping[str, bytes | None]) -> None:
    """Restore the earlier content of files, and remove new and half-written ones."""
    for path, before in kept.items():
        file = root / path
        file.with_name(f".{file.name}.new").unlink(missing_ok=True)
        if before is None:
            file.unlink(missing_ok=True)
        elif not file.is_file() or file.read_bytes() != before:
            write_atomically(file, before)
