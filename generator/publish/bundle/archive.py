"""The file format of a bundle: a zip in exactly one possible layout, sealed with its own SHA-256.

The same contents give the same bytes on every machine. The seal is the zip comment: the SHA-256 of
every byte before it.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.publish.bundle.compression import compressed
from generator.publish.bundle.zip_layout import MAX_SIZE, MODE, UTF8_NAME, directory, local_header
from generator.publish.manifest import (
    ExpectedPages,
    Manifest,
    ManifestEntry,
    manifest_entry,
)
from generator.site_paths import MANIFEST

SEAL = b"academy-bundle sha256:"
SEAL_LENGTH = len(SEAL) + 64
_CHUNK = 1 << 20

Content = bytes | Path


def write_archive(
    target: Path, contents: Mapping[str, Content], day: date, academy: str = ""
) -> int:
    """Write a bundle of files by their names, all dated `day`, and return its size in bytes.

    `academy` is the short name of the academy that it is of. The bundle is written beside `target`
    and renamed when complete. Raises OSError.
    """
    new_file = target.with_name(f".{target.name}.new")
    try:
        manifest = bundle_manifest(contents, academy).text().encode()
        _write_zip(new_file, {**contents, MANIFEST: manifest}, day)
        _write_seal(new_file)
        os.replace(new_file, target)
    finally:
        new_file.unlink(missing_ok=True)
    return target.stat().st_size


def bundle_manifest(contents: Mapping[str, Content], academy: str = "") -> Manifest:
    """Return the manifest of a bundle: every file except the manifest itself."""
    entries = {name: _content_entry(content) for name, content in contents.items()}
    return Manifest(entries, ExpectedPages(), academy)


def file_digest(file: Path, length: int) -> str:
    """Return the SHA-256 of the first `length` bytes of a file, in hexadecimal."""
    digest, left = hashlib.sha256(), length
    with file.open("rb") as stream:
        while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _content_entry(content: Content) -> ManifestEntry:
    if isinstance(content, bytes):
        return manifest_entry(content)
    size = content.stat().st_size
    return ManifestEntry(size, file_digest(content, size))


def _write_zip(file: Path, contents: Mapping[str, Content], day: date) -> None:
    # a zip cannot hold a date before 1980
    moment = max((day.year, day.month, day.day, 0, 0, 0), (1980, 1, 1, 0, 0, 0))
    entries = []
    with file.open("wb") as stream:
        for name in archive_order(contents):
            content = contents[name]
            whole = content if isinstance(content, bytes) else content.read_bytes()
            entry, packed = _entry(name, moment, whole)
            entry.header_offset = stream.tell()
            if entry.header_offset + len(packed) > MAX_SIZE:
                raise OSError("It would be larger than 4 GB")
            stream.write(local_header(entry) + packed)
            entries.append(entry)
        stream.write(directory(entries, stream.tell(), SEAL_LENGTH) + SEAL + b"0" * 64)


def _entry(
    name: str, moment: tuple[int, int, int, int, int, int], content: bytes
) -> tuple[zipfile.ZipInfo, bytes]:
    """Return the entry of a file, and its bytes in the zip."""
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type, packed = compressed(content)
    entry.flag_bits = 0 if name.isascii() else UTF8_NAME
    entry.external_attr = MODE
    entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(content), len(content), len(packed)
    return entry, packed


def archive_order(names: Iterable[str]) -> list[str]:
    """Return names in the order of a bundle: files at the top first, then folders."""
    return sorted(names, key=lambda name: (name.count("/") > 0, name))


def _write_seal(file: Path) -> None:
    length = file.stat().st_size - 64
    digest = file_digest(file, length)
    with file.open("r+b") as stream:
        stream.seek(length)
        stream.write(digest.encode())
        stream.flush()
        os.fsync(stream.fileno())
