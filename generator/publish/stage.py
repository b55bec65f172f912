"""A folder beside the site in which the next site is made, and the step that puts it in place."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


MARK = "academy-site.txt"
_MARK_TEXT = (
    b"The Learning Academy made this folder. The next build replaces all of it.\n"
    b"Open index.html to read the site.\n"
)


class NotASiteError(OSError):
    """The place for the site holds files that no build of ours put there."""


def may_replace(site: Path) -> bool:
    """True when `site` is not there, is empty, or is a site that we made."""
    if not site.exists():
        return True
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


class Stage:
    """The next site while it is made. Use as a context: leftovers go when it ends."""

    def __init__(self, site: Path) -> None:
        # a site that is a link is made where the link leads
        site = site.resolve()
        if not may_replace(site):
            raise NotASiteError(
                f"{site} holds something that is not a site of ours, and a build replaces all of "
                "it. Choose another folder, or empty this one"
            )
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-next-", dir=site.parent))
        # mkdtemp keeps others out; a site is for everyone
        self.folder.chmod(0o755)

    def write(self, url: str, content: bytes) -> None:
        """Write one file of the site; `url` is relative to its root."""
        write(self.folder, url, content)

    def publish(self) -> None:
        """Mark the stage as a site of ours and put it in place, in one step where there is one."""
        self.write(MARK, _MARK_TEXT)
        swap(self.folder, self.site)

    def discard(self) -> None:
        """Remove the stage, and what it took the place of."""
        shutil.rmtree(self.folder, ignore_errors=True)


def write(folder: Path, url: str, content: bytes) -> None:
    """Write `content` at `url` below `folder`, making folders as needed."""
    target = folder / url
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def swap(made: Path, place: Path) -> None:
    """Put the folder `made` where `place` is; afterwards `made` holds what was there, if anything.

    On Linux both names are exchanged at once. Elsewhere the old folder is moved aside first and
    moved back if the second step fails. Raises OSError when neither can be done.
    """
    if not place.exists():
        made.rename(place)
    elif not _exchange(made, place):
        aside = made.with_name(made.name + "-old")
        place.rename(aside)
        try:
            made.rename(place)
        except OSError:
            aside.rename(place)
            raise
        aside.rename(made)


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    done = renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    return bool(done == 0)
