"""A folder beside the site in which the next site is made, one build at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from filelock import FileLock, Timeout

from generator.publish.disk_sync import sync_folder, sync_tree
from generator.publish.manifest import (
    MANIFEST,
    ExpectedPages,
    Manifest,
    ManifestEntry,
    manifest_entry,
    site_files,
)
from generator.publish.swap import recover_swap, swap_folders

SITE_MARKER = "academy-site.txt"
_MARKER_TEXT = (
    b"The Learning Academy made this folder. The next build replaces all of it.\n"
    b"Open index.html to read the site.\n"
)
_NO_ENTRIES: Mapping[str, ManifestEntry] = MappingProxyType({})
_WAIT_SECONDS = 600  # seconds that a build waits for another one of the same site


Callback = Callable[[], None]


def _do_nothing() -> None:
    """Nobody is told."""


class NotASiteError(OSError):
    """The place for the site holds files that no build of ours put there."""


class BuildBusyError(OSError):
    """Another build of the same site goes on and on."""


def may_replace(site: Path) -> bool:
    """True when `site` is not there, is empty, or is a site that we made."""
    if not site.exists():
        return True
    return site.is_dir() and ((site / SITE_MARKER).is_file() or not any(site.iterdir()))


class StagedSite:
    """The next site while it is made.

    A second build of the same site waits until the first has ended. What a build left that was cut
    short is mended or removed when the next one begins.
    """

    def __init__(
        self, site: Path, patience: float = _WAIT_SECONDS, waiting: Callback = _do_nothing
    ) -> None:
        # a site that is a link is made where the link leads
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}.next")
        self._refuse_others()  # before anything is left beside it
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self.site.with_name(f".{self.site.name}.lock"))
        self._wait(patience, waiting)
        try:
            self._begin()
        except BaseException:
            self._lock.release()
            raise

    def _wait(self, patience: float, waiting: Callback) -> None:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            waiting()
            try:
                self._lock.acquire(timeout=patience)
            except Timeout:
                message = f"another build is still writing {self.site}; try again later"
                raise BuildBusyError(message) from None

    def _begin(self) -> None:
        recover_swap(self.site)
        self._refuse_others()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(mode=0o755)

    def _refuse_others(self) -> None:
        if not may_replace(self.site):
            raise NotASiteError(
                f"{self.site} holds something that is not a site of ours, and a build replaces "
                "all of it. Choose another folder, or empty this one"
            )

    def publish(self) -> None:
        """Put the stage in place once all of it is on the disk, in one step where there is one."""
        sync_tree(self.folder)
        swap_folders(self.folder, self.site)
        sync_folder(self.site.parent)

    def discard(self) -> None:
        """Remove the stage, or what it took the place of, and let the next build begin."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()


def write_manifest(
    folder: Path, roll: ExpectedPages, known: Mapping[str, ManifestEntry] = _NO_ENTRIES
) -> None:
    """Mark a folder as a site of ours and write down all that it holds.

    `known` are the sizes and sums of files that were worked out as they were written.
    """
    write_file(folder, SITE_MARKER, _MARKER_TEXT)
    files = {
        url: known.get(url) or manifest_entry((folder / url).read_bytes())
        for url in site_files(folder)
        if url != MANIFEST
    }
    write_file(folder, MANIFEST, Manifest(files, roll).text().encode())


def write_file(folder: Path, url: str, content: bytes) -> None:
    """Write `content` at `url` below `folder`, making folders as needed."""
    target = f"{folder}{os.sep}{url}"
    try:
        _write(target, content)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _write(target, content)


def _write(target: str, content: bytes) -> None:
    with open(target, "wb") as file:
        file.write(content)
