"""Take files of the last site into the next one, unless somebody has changed them since."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

FileStamp = tuple[int, int, int]  # size, time of the last change in nanoseconds, inode


def file_stamps(folder: Path, urls: Iterable[str]) -> dict[str, FileStamp]:
    """Return the stamps of those files of a site that are there."""
    stamps = ((url, file_stamp(folder, url)) for url in urls)
    return {url: stamp for url, stamp in stamps if stamp is not None}


def file_stamp(folder: Path, url: str) -> FileStamp | None:
    """Return what changes with a file; None where there is none."""
    try:
        info = os.lstat(f"{folder}{os.sep}{url}")
    except OSError:
        return None
    return info.st_size, info.st_mtime_ns, info.st_ino


def link_file(source: Path, target: Path, url: str) -> bool:
    """Put a file of one folder into another: by a second name for it, or else as a copy.

    Many sticks and network drives have no second names. Returns False for a file that is gone.
    """
    before, after = source / url, target / url
    try:
        try:
            os.link(before, after)
        except FileNotFoundError:
            after.parent.mkdir(parents=True, exist_ok=True)
            os.link(before, after)
    except OSError:
        return _copy(before, after)
    return True


def _copy(before: Path, after: Path) -> bool:
    try:
        shutil.copyfile(before, after)
    except OSError:
        after.unlink(missing_ok=True)
        return False
    return True
