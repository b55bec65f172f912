"""A folder beside the site in which the next site is made, by one build at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from filelock import FileLock, Timeout

from generator.publish.disk_sync import sync_folder, sync_tree
from generator.publish.manifest import (
    ExpectedPages,
    Manifest,
    ManifestEntry,
    manifest_entry,
    site_files,
)
from generator.publish.swap import recover_swap, swap_folders
from generator.site_paths import MANIFEST, SITE_MARKER

_MARKER_TEXT = (
    b"The Learning Academy made this folder. The next build replaces all of it.\n"
    b"Open index.html to read the site.\n"
)
_NO_ENTRIES: Mapping[str, ManifestEntry] = MappingProxyType({})
_WAIT_SECONDS = 600  # how long a build waits for another build of the site


Callback = Callable[[], None]


def _do_nothing() -> None:
    """Ignore the call."""


class NotASiteError(OSError):
    """Raised when the target folder holds files that no build put there."""


class BuildBusyError(OSError):
    """Raised when another build of the same site does not end in time."""


def may_replace(site: Path) -> bool:
    """Return whether `site` is absent, empty or a site made by this program."""
    if not site.exists():
        return True
    return site.is_dir() and ((site / SITE_MARKER).is_file() or not any(site.iterdir()))


class StagedSite:
    """The next site while it is made.

    A second build of the same site waits for the first one. The next build restores or removes what
    an interrupted build left behind.
    """

    def __init__(
        self, site: Path, patience: float = _WAIT_SECONDS, waiting: Callback = _do_nothing
    ) -> None:
        # follow a symbolic link, so that it stays in place
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}.next")
        self._refuse_others()  # before anything is written
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
                message = f"another build of {self.site} is still running. Try again later"
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
                f"{self.site} is not a site that this program made, and a build would delete all "
                "of it. Choose another folder, or empty this one"
            )

    def publish(self) -> None:
        """Flush the staged site to the disk and swap it in, atomically where the system can."""
        sync_tree(self.folder)
        swap_folders(self.folder, self.site)
        sync_folder(self.site.parent)

    def discard(self) -> None:
        """Remove the staging folder, which holds the old site after `publish`, and release the
        lock.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()


def write_manifest(
    folder: Path, expected: ExpectedPages, known: Mapping[str, ManifestEntry] = _NO_ENTRIES
) -> Manifest:
    """Write the site marker and the manifest of a finished folder, and return the manifest.

    `known` are the entries of files that were hashed as they were written.
    """
    write_file(folder, SITE_MARKER, _MARKER_TEXT)
    files = {
        url: known.get(url) or manifest_entry((folder / url).read_bytes())
        for url in site_files(folder)
        if url != MANIFEST
    }
    manifest = Manifest(files, expected)
    write_file(folder, MANIFEST, manifest.text().encode())
    return manifest


def write_file(folder: Path, url: str, content: bytes) -> None:
    """Write `content` at `url` below `folder`, creating folders as needed."""
    target = f"{folder}{os.sep}{url}"
    try:
        _write(target, content)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        _write(target, content)


def _write(target: str, content: bytes) -> None:
    with open(target, "wb") as file:
        file.write(content)
