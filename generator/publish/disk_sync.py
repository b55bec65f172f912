"""Flush files and folders to the disk."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Wait until everything below `folder` is on the disk. Raises OSError on failure.

    Linux flushes the whole file system in one call; other systems flush file by file.
    """
    if not _sync_file_system(folder):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                _sync_path(path, os.O_RDWR)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the entries of a folder are on the disk. Windows needs no call for this."""
    if os.name == "posix":
        _sync_path(folder, os.O_RDONLY)


def _sync_path(path: Path, how: int) -> None:
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_file_system(folder: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
    return True
