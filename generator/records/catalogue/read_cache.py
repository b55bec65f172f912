"""A cache of read files, so that unchanged files are not read again.

Files are compared by their bytes, because copying changes modification times.
"""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterable
from hashlib import blake2b
from pathlib import Path

from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.privacy import Waiver, country_in_use
from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.media_folder import MediaCache
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.record_file import ReadResult
from generator.records.source import MAX_FILE_BYTES


class ReadCache:
    """Keeps the result of each file, in memory, between readings of an academy."""

    def __init__(self) -> None:
        self.answers = RecordCache()
        self.media = MediaCache()
        self._read: dict[str, tuple[bytes, ReadResult]] = {}
        self._sums: dict[str, bytes | None] = {}
        # the waivers, the vocabulary and the country by which the files were read
        self._rules: tuple[tuple[Waiver, ...], AcademyVocabulary | None, str] = ((), None, "")

    def unchanged(
        self,
        files: Iterable[RecordFile],
        waivers: Collection[Waiver],
        vocabulary: AcademyVocabulary,
    ) -> dict[str, ReadResult]:
        """Return the results of files that did not change since they were kept, by path.

        A change of the waivers, the vocabulary or the country empties the cache.
        """
        rules = tuple(waivers), vocabulary, country_in_use()
        if rules != self._rules:
            self._read.clear()
        self._rules = rules
        # Computed before reading, so that a file that changes meanwhile is read again next time.
        self._sums = {file.path: _sum(file.file) for file in files}
        return {
            path: entry[1]
            for path, digest in self._sums.items()
            if digest and (entry := self._read.get(path)) and entry[0] == digest
        }

    def keep(self, results: Iterable[tuple[RecordFile, ReadResult]]) -> None:
        """Keep these results, and drop those of all other files."""
        self._read = {
            file.path: (digest, read) for file, read in results if (digest := self._sums[file.path])
        }


def _sum(file: Path) -> bytes | None:
    """Return a digest of the bytes of a file; None for a file that the reader refuses."""
    try:
        info = file.lstat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_FILE_BYTES:
            return None
        return blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return None
