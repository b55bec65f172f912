"""A cache of read files, in memory or packed, so that unchanged files are not read again.

Files are compared by their bytes, because copying changes modification times.
"""

from __future__ import annotations

import pickle
import stat
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.media_folder import MediaCache
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.record_file import ReadResult
from generator.records.source import MAX_FILE_BYTES


class PackedReads(NamedTuple):
    """The contents of a `ReadCache`, to be kept in a file.

    `rules` is the digest of what files were read by. `files` holds the digest of each file that was
    read, and what was read in it with all answers about its records, pickled. `followed` are the
    reads of each followed academy, by its folder.
    """

    rules: bytes
    files: dict[str, tuple[bytes, bytes]]
    media: MediaCache
    followed: dict[str, PackedReads]


class ReadCache:
    """Keeps the result of each file between readings of an academy."""

    def __init__(self) -> None:
        self.answers = RecordCache()
        self.media = MediaCache()
        self.reused: frozenset[str] = frozenset()  # files that were not read again the last time
        self._read: dict[str, tuple[bytes, ReadResult]] = {}
        self._sums: dict[str, bytes | None] = {}
        self._packed: dict[str, tuple[bytes, bytes]] = {}
        self._rules = b""
        self._followed: dict[str, ReadCache] = {}

    def of_followed(self, places: Iterable[str]) -> Mapping[str, ReadCache]:
        """Return a cache for each followed academy, by its folder; those of others are dropped."""
        self._followed = {place: self._followed.get(place, ReadCache()) for place in places}
        for cache in self._followed.values():
            cache.answers = self.answers  # where the catalogue of all looks for them
        return self._followed

    def unchanged(self, files: Iterable[RecordFile], rules: bytes) -> dict[str, ReadResult]:
        """Return the results of files that did not change since they were kept, by path.

        `rules` is a digest of all that files are read by: waivers, vocabulary, country and
        currency. Other rules empty the cache.
        """
        if rules != self._rules:
            self._read.clear()
            self._packed.clear()
        self._rules = rules
        # Computed before reading, so that a file that changes meanwhile is read again next time.
        self._sums = {file.path: file_digest(file.file) for file in files}
        known = {
            path: read
            for path, digest in self._sums.items()
            if digest and (read := self._known(path, digest))
        }
        self.reused = frozenset(known)
        return known

    def _known(self, path: str, digest: bytes) -> ReadResult | None:
        if (held := self._read.get(path)) and held[0] == digest:
            return held[1]
        if (packed := self._packed.get(path)) and packed[0] == digest:
            read: ReadResult
            read, answers = pickle.loads(packed[1])  # noqa: S301 - see `CacheFile`
            for (record, _), about in zip(read.records, answers, strict=True):
                self.answers.keep(record, about)
            return read
        return None

    def keep(self, results: Iterable[tuple[RecordFile, ReadResult]]) -> None:
        """Keep these results, and drop those of all other files."""
        self._read = {
            file.path: (digest, read) for file, read in results if (digest := self._sums[file.path])
        }

    def packed(self) -> PackedReads:
        """Return the contents, for the next build to begin with."""
        files = {path: self._packed_file(path, *held) for path, held in self._read.items()}
        followed = {place: cache.packed() for place, cache in self._followed.items()}
        return PackedReads(self._rules, files, self.media, followed)

    def _packed_file(self, path: str, digest: bytes, read: ReadResult) -> tuple[bytes, bytes]:
        held = self._packed.get(path)
        if held and held[0] == digest:
            return held
        # in one piece, so that the answers are again about the same objects
        answers = [self.answers.answers_about(record) for record, _ in read.records]
        return digest, pickle.dumps((read, answers), pickle.HIGHEST_PROTOCOL)

    @classmethod
    def unpacked(cls, reads: PackedReads) -> ReadCache:
        """Return a cache with these contents. Each file is unpacked when it is asked for."""
        cache = cls()
        cache._rules, cache._packed, cache.media, followed = reads
        cache._followed = {place: cls.unpacked(inner) for place, inner in followed.items()}
        return cache


def file_digest(file: Path) -> bytes | None:
    """Return a digest of the bytes of a file; None for a file that the reader refuses."""
    try:
        info = file.lstat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_FILE_BYTES:
            return None
        return blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return None
