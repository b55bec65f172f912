"""Bundles to try things on: a small real one, and ones that no maker of ours would make."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.publish.bundle.archive import SEAL, write_archive

# the last of these is compressed, the others are too short
FILES = {
    "START HERE.html": b"<p>Start</p>",
    "READ ME.txt": b"Read",
    "site/index.html": b"<p>Home",
    "site/long.html": b"<p>Some places tried it, and some places did not.</p>" * 9,
}


def honest(folder: Path) -> Path:
    """A bundle of three files, made as all are made."""
    file = folder / "honest.zip"
    write_archive(file, FILES, date(2020, 1, 31))
    return file


def all_bytes(bundle: Path) -> bytes:
    """The content of every file in a bundle."""
    with zipfile.ZipFile(bundle) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def sealed(data: bytes) -> bytes:
    """The same zip with a seal that fits it, as whoever means harm would put on it."""
    return data[:-64] + hashlib.sha256(data[:-64]).hexdigest().encode()


def zipped(fill: Callable[[zipfile.ZipFile], None]) -> bytes:
    """A zip of any content, sealed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = SEAL + b"0" * 64
        fill(archive)
    return sealed(out.getvalue())


def plain(name: str, **changed: object) -> zipfile.ZipInfo:
    """An entry as ours are, but for what is changed."""
    entry = zipfile.ZipInfo("x", (2020, 1, 31, 0, 0, 0))
    entry.filename = entry.orig_filename = name
    entry.create_system, entry.external_attr = 3, 0o100644 << 16
    for key, value in changed.items():
        setattr(entry, key, value)
    return entry
