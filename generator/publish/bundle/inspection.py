"""Inspect a bundle of unknown origin completely before any byte of it is unpacked.

The seal reveals damage and truncation. It does not prove who made the bundle: anyone can change a
bundle and seal it again, so all other rules apply to sealed bundles too.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, sort_findings
from generator.publish.bundle.archive import MODE, SEAL, SEAL_LENGTH, UNIX, file_digest
from generator.publish.manifest import (
    Manifest,
    ManifestError,
    manifest_entry,
    read_manifest,
)
from generator.publish.verify.file_names import colliding_paths, name_fault
from generator.site_paths import MANIFEST

MAX_FILES = 500_000
# https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
_UTF8, _VERSION, _MAX_SHORT_COUNT = 0x800, 20, 0xFFFF
_NEW_COPY_HINT = "Ask the person who gave it to you for a new copy."
_REFUSE_HINT = "Do not unpack it. This program did not make it."
_ZIP_ERRORS = (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError)


class BundleError(Exception):
    """Raised for a bundle that is refused. `findings` are its faults, sorted."""

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class BundleFault:
    """A fault of a bundle: its permanent code, the message and a hint."""

    code: str
    message: str
    hint: str


def inspect_bundle(file: Path) -> Manifest:
    """Return the manifest of a sound bundle. Raises BundleError for any other file."""
    odd = (
        tuple(_seal_faults(file)) or tuple(_directory_faults(file)) or tuple(_content_faults(file))
    )
    if odd:
        raise BundleError(
            sort_findings(Diagnostic(file.name, 1, 1, o.code, o.message, o.hint) for o in odd)
        )
    with zipfile.ZipFile(file) as archive:
        return read_manifest(archive.read(MANIFEST).decode("utf-8"))


def _seal_faults(file: Path) -> Iterator[BundleFault]:
    """Yield B601 if the seal does not match the bytes before it."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            stream.seek(max(size - SEAL_LENGTH, 0))
            seal = stream.read()
    except OSError as wrong:
        yield BundleFault("B601", f"The file cannot be read: {wrong.strerror}.", _NEW_COPY_HINT)
        return
    if not seal.startswith(SEAL):
        yield BundleFault(
            "B601",
            "This is not a bundle that this program made, or it is incomplete.",
            _NEW_COPY_HINT,
        )
    elif seal[len(SEAL) :].decode("latin-1") != file_digest(file, size - 64):
        yield BundleFault(
            "B601", "This bundle was changed or damaged after it was made.", _NEW_COPY_HINT
        )


def _directory_faults(file: Path) -> Iterator[BundleFault]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries, start = archive.infolist(), archive.start_dir
    except _ZIP_ERRORS as wrong:
        yield BundleFault(
            "B602", f"The bundle's list of files cannot be read: {wrong}.", _REFUSE_HINT
        )
        return
    if len(entries) > MAX_FILES:
        yield BundleFault(
            "B602",
            f"The bundle has {len(entries):,} files. The limit is {MAX_FILES:,}.",
            _REFUSE_HINT,
        )
        return
    for entry in entries:
        yield from _entry_faults(entry)
    for name, first in colliding_paths(entry.orig_filename for entry in entries):
        pair = f"“{_printable(name)}” and “{_printable(first)}”"
        message = f"{pair} would be the same file on Windows and macOS."
        yield BundleFault("B604", message, _REFUSE_HINT)
    if not _has_exact_layout(file, entries, start):
        yield BundleFault(
            "B602", "The bundle has an unusual layout and may hide something.", _REFUSE_HINT
        )


def _has_exact_layout(file: Path, entries: list[zipfile.ZipInfo], start: int) -> bool:
    """Return whether the zip has the one layout that a bundle can have (B602).

    Files follow each other without gaps or shared bytes, and every header is as `write_archive`
    writes it.
    """
    place, directory = 0, b""
    with file.open("rb") as stream:
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            header = _local_header(entry)
            stream.seek(place)
            if entry.header_offset != place or stream.read(len(header)) != header:
                return False
            place += len(header) + entry.compress_size
            directory += _directory_entry(entry)
        if len(entries) <= _MAX_SHORT_COUNT:
            # larger archives end with a zip64 record, which zipfile checks
            count = len(entries)
            ours = b"PK\5\6", 0, 0, count, count, len(directory), start, SEAL_LENGTH
            directory += struct.pack("<4s4H2LH", *ours)
        stream.seek(start)
        same = place == start and stream.read(len(directory)) == directory
        return same and (len(entries) > _MAX_SHORT_COUNT or len(stream.read()) == SEAL_LENGTH)


def _local_header(entry: zipfile.ZipInfo) -> bytes:
    """Return the local file header of a stored file."""
    return struct.pack("<4sH", b"PK\3\4", _VERSION) + _shared_fields(entry) + _encoded_name(entry)


def _directory_entry(entry: zipfile.ZipInfo) -> bytes:
    """Return the central directory entry of a stored file."""
    first = struct.pack("<4s2BH", b"PK\1\2", _VERSION, UNIX, _VERSION)
    last = struct.pack("<3H2L", 0, 0, 0, entry.external_attr, entry.header_offset)
    return first + _shared_fields(entry) + last + _encoded_name(entry)


def _shared_fields(entry: zipfile.ZipInfo) -> bytes:
    year, month, day, hour, minute, second = entry.date_time
    moment = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    sizes = entry.CRC, entry.compress_size, entry.file_size, len(_encoded_name(entry)), 0
    return struct.pack("<4H3L2H", entry.flag_bits, zipfile.ZIP_STORED, *moment, *sizes)


def _encoded_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF8 else "cp437")


def _entry_faults(entry: zipfile.ZipInfo) -> Iterator[BundleFault]:
    """Yield B603 for an entry that is not a plain stored file, B604 for an unsafe name."""
    name, shown = entry.orig_filename, _printable(entry.orig_filename)
    if why := name_fault(name):
        yield BundleFault("B604", f"“{shown}”: {why}.", _REFUSE_HINT)
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
        yield BundleFault(
            "B603",
            f"“{shown}” is compressed and could become very large when unpacked.",
            _REFUSE_HINT,
        )
    elif entry.external_attr != MODE or entry.is_dir():
        yield BundleFault(
            "B603",
            f"“{shown}” is a link, a folder or a device, not an ordinary file.",
            _REFUSE_HINT,
        )
    elif entry.flag_bits & ~_UTF8 or entry.extra or entry.comment:
        yield BundleFault("B603", f"“{shown}” is locked or has hidden data.", _REFUSE_HINT)


def _printable(name: str) -> str:
    """Return a name without terminal control sequences, cut to 120 characters."""
    return ascii(name)[1:-1][:120]


def _content_faults(file: Path) -> Iterator[BundleFault]:
    """Yield B605 for each file that differs from the manifest, is missing or is extra."""
    with zipfile.ZipFile(file) as archive:
        try:
            listed = read_manifest(archive.read(MANIFEST).decode("utf-8")).files
        except (KeyError, UnicodeDecodeError, ManifestError, *_ZIP_ERRORS) as wrong:
            yield BundleFault(
                "B605", f"The bundle's {MANIFEST} cannot be read: {wrong}.", _NEW_COPY_HINT
            )
            return
        names = set(archive.namelist()) - {MANIFEST}
        for name in sorted(names ^ listed.keys()):
            problem = f"is not listed in {MANIFEST}" if name in names else "is missing"
            yield BundleFault("B605", f"“{name}” {problem}.", _NEW_COPY_HINT)
        for name in sorted(names & listed.keys()):
            try:
                entry = manifest_entry(archive.read(name))
            except _ZIP_ERRORS:
                entry = None
            if entry != listed[name]:
                yield BundleFault(
                    "B605", f"“{name}” is not the file that {MANIFEST} lists.", _NEW_COPY_HINT
                )


def fingerprint(file: Path) -> str:
    """Return the SHA-256 of a whole bundle, short enough for two people to compare by telephone."""
    return file_digest(file, file.stat().st_size)
