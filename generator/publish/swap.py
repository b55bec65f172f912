"""Replace the published folder with a new one.

Linux and macOS can exchange two names atomically. Elsewhere (Windows, some network drives) the old
folder is moved aside and the new one moved in; after an interruption, `recover_swap` restores the
old folder at the next build.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

# https://man7.org/linux/man-pages/man2/rename.2.html
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# renamex_np(2) of macOS, in <stdio.h>
_RENAME_SWAP = 2


def backup_folder(place: Path) -> Path:
    """Return the path at which the old folder waits while the new one is moved in."""
    return place.with_name(f".{place.name}.old")


def swap_folders(made: Path, place: Path) -> None:
    """Move the folder `made` to `place`; afterwards `made` is the previous folder, if there was
    one.

    Raises OSError on failure; `place` is then unchanged.
    """
    if not place.exists():
        made.rename(place)
    elif not _exchange_names(made, place):
        _move_in_two_steps(made, place)


def recover_swap(place: Path) -> None:
    """Restore the old folder after an interrupted swap, and remove leftovers."""
    aside = backup_folder(place)
    if aside.exists() and not place.exists():
        aside.rename(place)
    shutil.rmtree(aside, ignore_errors=True)


def _move_in_two_steps(made: Path, place: Path) -> None:
    aside = backup_folder(place)
    place.rename(aside)
    try:
        made.rename(place)
    except OSError:
        aside.rename(place)
        raise
    aside.rename(made)


def _exchange_names(first: Path, second: Path) -> bool:
    names = os.fsencode(first), os.fsencode(second)
    if sys.platform.startswith("linux"):
        exchange = getattr(ctypes.CDLL(None), "renameat2", None)
        words = (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif sys.platform == "darwin":
        exchange = getattr(ctypes.CDLL(None), "renamex_np", None)
        words = (*names, _RENAME_SWAP)
    else:
        return False
    return exchange is not None and bool(exchange(*words) == 0)
