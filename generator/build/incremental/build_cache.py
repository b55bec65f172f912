"""The file that a build leaves for the next one, outside the academy and its site.

It lies in the folder that the system keeps for caches of this user, because it is read with pickle,
which can run code: a file that came with an academy, on a stick or in a bundle, is never read. A
file that is damaged, or from another engine, is taken for none.
"""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

import platformdirs

from generator.build.incremental.lookup_digests import LookupStates
from generator.build.incremental.units import MadeUnit
from generator.publish import FileStamp
from generator.records.catalogue import ReadCache

_FOLDER = "learning-academy"
_MAGIC = b"Learning Academy build cache 1\n"
_DAYS_KEPT = 60
_SEAL_SIZE = 32  # bytes
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """What a build keeps of itself.

    `content` is the key of all that any unit may depend on without asking. `stamps` tell each file
    of the site from one that was changed since.
    """

    content: bytes
    states: LookupStates
    units: Mapping[str, MadeUnit]
    stamps: Mapping[str, FileStamp]


@dataclass
class BuildCache:
    """What is known from the last build of a site: what was read, and what was made."""

    reads: ReadCache = field(default_factory=ReadCache)
    build: KeptBuild | None = None


@dataclass(frozen=True)
class CacheFile:
    """The cache of one academy, built into one folder by one engine.

    `engine` is the fingerprint of the program: its own files, its libraries and its language.
    """

    root: Path
    site: Path
    engine: bytes

    @property
    def path(self) -> Path:
        """The file: one for each pair of an academy and a site.

        Raises OSError for a user without a home, as in a container.
        """
        place = f"{self.root.resolve()}\n{self.site.resolve()}"
        name = blake2b(place.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        try:
            folder = platformdirs.user_cache_dir(_FOLDER)
        except RuntimeError as homeless:
            raise OSError(str(homeless)) from None
        return Path(folder) / f"{name}.build"

    def load(self) -> BuildCache:
        """Return what the last build left; an empty cache where that cannot be used."""
        try:
            with self.path.open("rb") as file:
                head, seal = file.read(len(_MAGIC)), file.read(_SEAL_SIZE)
                start = file.tell()
                if head != _MAGIC or seal != self._seal_of(file):
                    return BuildCache()
                file.seek(start)
                reads, build = pickle.load(file)  # noqa: S301 - sealed, from our own folder
        except Exception:
            return BuildCache()
        return BuildCache(ReadCache.unpacked(reads), build)

    def save(self, cache: BuildCache) -> None:
        """Keep a cache for the next build; do nothing where the system refuses."""
        with suppress(OSError):
            made = self.path.with_suffix(f".{os.getpid()}")
            made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _forget_old(made.parent)
            try:
                with made.open("wb+") as file:
                    file.write(_MAGIC + bytes(_SEAL_SIZE))
                    start = file.tell()
                    pickle.dump((cache.reads.packed(), cache.build), file, pickle.HIGHEST_PROTOCOL)
                    file.seek(start)
                    seal = self._seal_of(file)
                    file.seek(len(_MAGIC))
                    file.write(seal)
                made.replace(self.path)
            finally:
                made.unlink(missing_ok=True)

    def _seal_of(self, file: BinaryIO) -> bytes:
        """Return the digest of the engine and of the rest of a file."""
        digest = blake2b(self.engine, digest_size=_SEAL_SIZE)
        while block := file.read(_BLOCK):
            digest.update(block)
        return digest.digest()


def _forget_old(folder: Path) -> None:
    """Remove caches of builds that have not been repeated for a long time."""
    oldest = time.time() - _DAYS_KEPT * 24 * 3600
    for file in folder.iterdir():
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
