"""What was read of each file, so that one that has not changed need not be read again.

A file has changed when its bytes have: dates are set by copying, and lie.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import blake2b
from pathlib import Path

from generator.catalogue.file import Read
from generator.catalogue.folders import Candidate
from generator.catalogue.model import Alone
from generator.privacy import Waiver


class Memory:
    """Holds what was read from one time to the next, for as long as a program runs."""

    def __init__(self) -> None:
        self.alone: dict[str, Alone] = {}
        self._read: dict[str, tuple[bytes, Read]] = {}
        self._waivers: tuple[Waiver, ...] = ()

    def unchanged(self, files: Iterable[Candidate], waivers: Collection[Waiver]) -> dict[str, Read]:
        """What is known of the files, by path; a file that changed is not among them."""
        if tuple(waivers) != self._waivers:
            self._read.clear()
        known = ((one, self._read.get(one.path)) for one in files if self._read)
        return {one.path: kept[1] for one, kept in known if kept and kept[0] == _digest(one.file)}

    def keep(self, found: Iterable[tuple[Candidate, Read]], waivers: Collection[Waiver]) -> None:
        """Remember what was just read, and forget all that is no longer there."""
        before = self._read
        self._waivers = tuple(waivers)
        self._read = {}
        for one, read in found:
            kept = before.get(one.path)
            same = kept is not None and kept[1] is read
            self._read[one.path] = kept if same and kept else (_digest(one.file), read)


def _digest(file: Path) -> bytes:
    """A sum over what a file is and holds; another each time where it cannot be read."""
    try:
        content = b"link" if file.is_symlink() else file.read_bytes()
    except OSError:
        return object().__repr__().encode()
    return blake2b(content, digest_size=16).digest()
