"""The step that puts a finished folder in the place of the last one.

Linux and macOS can exchange two names at once, so that the place is never empty. Where neither
can (Windows, some network drives), the old folder is moved aside and the new one moved in; should
that be cut short in between, `recover` puts the old one back at the next run.
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
    """Where the last folder waits while the next one is moved in."""
    return place.with_name(f".{place.name}.old")


def swap_folders(made: Path, place: Path) -> None:
    """Put the folder `made` where `place` is; afterwards `made` holds what was there, if anything.

    Raises OSError when it cannot be done; `place` is then as it was.
    """
    if not place.exists():
        made.rename(place)
    elif not _exchange_names(made, place):
        _move_in_two_steps(made, place)


def recover_swap(place: Path) -> None:
    """Mend what a swap left that was cut short: the last folder goes back, leftovers go."""
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
