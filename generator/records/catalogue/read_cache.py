"""What was read of each file, so that one that has not changed need not be read again.

A file has changed when its bytes have: dates are set by copying, and lie.
"""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterable
from hashlib import blake2b
from pathlib import Path

from generator.privacy import Waiver
from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.record_file import ReadResult
from generator.records.source import MAX_FILE_BYTES


class ReadCache:
    """Holds what was read from one time to the next, for as long as a program runs."""

    def __init__(self) -> None:
        self.answers = RecordCache()
        self._read: dict[str, tuple[bytes, ReadResult]] = {}
        self._sums: dict[str, bytes | None] = {}
        self._waivers: tuple[Waiver, ...] = ()

    def unchanged(
        self, files: Iterable[RecordFile], waivers: Collection[Waiver]
    ) -> dict[str, ReadResult]:
        """What is known of the files, by path; a file that changed is not among them."""
        if tuple(waivers) != self._waivers:
            self._read.clear()
        self._waivers = tuple(waivers)
        # before any is read: a file that changes meanwhile is then read again the next time
        self._sums = {one.path: _sum(one.file) for one in files}
        return {
            path: kept[1]
            for path, digest in self._sums.items()
            if digest and (kept := self._read.get(path)) and kept[0] == digest
        }

    def keep(self, found: Iterable[tuple[RecordFile, ReadResult]]) -> None:
        """Remember what was just read, and forget all that is no longer there."""
        self._read = {
            one.path: (digest, read) for one, read in found if (digest := self._sums[one.path])
        }


def _sum(file: Path) -> bytes | None:
    """A sum over what a file holds; None for what no reader would read, which is never known."""
    try:
        info = file.lstat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_FILE_BYTES:
            return None
        return blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return None
