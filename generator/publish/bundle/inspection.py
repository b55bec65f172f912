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
from typing import BinaryIO

from generator.diagnostics import Diagnostic, sort_findings
from generator.publish.bundle.archive import SEAL, SEAL_LENGTH, file_digest
from generator.publish.bundle.compression import MAX_EXPANSION, EntryError, read_entry
from generator.publish.bundle.zip_layout import MODE, UTF8_NAME, directory, local_header
from generator.publish.manifest import (
    Manifest,
    ManifestError,
    manifest_entry,
    read_manifest,
)
from generator.publish.verify.file_names import colliding_paths, name_fault
from generator.site_paths import MANIFEST

MAX_FILES = 500_000
MAX_UNPACKED, MAX_FILE = 8 << 30, 1 << 30  # bytes
MAX_GROWTH = 50  # times the size of the bundle; a page becomes 13 times as large at most
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
    with zipfile.ZipFile(file) as archive, file.open("rb") as stream:
        return _manifest(archive, stream)


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
    yield from _expansion_faults(file, entries)
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
    place, sorted_entries = 0, sorted(entries, key=lambda entry: entry.header_offset)
    with file.open("rb") as stream:
        for entry in sorted_entries:
            header = local_header(entry)
            stream.seek(place)
            if entry.header_offset != place or stream.read(len(header)) != header:
                return False
            place += len(header) + entry.compress_size
        ours = directory(sorted_entries, start, SEAL_LENGTH)
        stream.seek(start)
        same = place == start and stream.read(len(ours)) == ours
        return same and len(stream.read()) == SEAL_LENGTH


def _entry_faults(entry: zipfile.ZipInfo) -> Iterator[BundleFault]:
    """Yield B603 for an entry that is not a plain file, B604 for an unsafe name."""
    name, shown = entry.orig_filename, _printable(entry.orig_filename)
    if why := name_fault(name):
        yield BundleFault("B604", f"“{shown}”: {why}.", _REFUSE_HINT)
    if not _is_possible_size(entry):
        yield BundleFault(
            "B603",
            f"“{shown}” is compressed in a way that this program does not use.",
            _REFUSE_HINT,
        )
    elif entry.external_attr != MODE or entry.is_dir():
        yield BundleFault(
            "B603",
            f"“{shown}” is a link, a folder or a device, not an ordinary file.",
            _REFUSE_HINT,
        )
    elif entry.flag_bits & ~UTF8_NAME or entry.extra or entry.comment:
        yield BundleFault("B603", f"“{shown}” is locked or has hidden data.", _REFUSE_HINT)


def _is_possible_size(entry: zipfile.ZipInfo) -> bool:
    """Return whether a file has the method and a size that `compressed` can give it."""
    size, packed = entry.file_size, entry.compress_size
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        return packed < size <= packed * MAX_EXPANSION
    return entry.compress_type == zipfile.ZIP_STORED and size == packed


def _expansion_faults(file: Path, entries: list[zipfile.ZipInfo]) -> Iterator[BundleFault]:
    """Yield B603 for a bundle that would become too large when unpacked."""
    size = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if size > MAX_UNPACKED or largest > MAX_FILE or size > file.stat().st_size * MAX_GROWTH:
        yield BundleFault(
            "B603", f"The bundle would become {size / 1e6:,.0f} MB when unpacked.", _REFUSE_HINT
        )


def _printable(name: str) -> str:
    """Return a name without terminal control sequences, cut to 120 characters."""
    return ascii(name)[1:-1][:120]


def _content_faults(file: Path) -> Iterator[BundleFault]:
    """Yield B605 for each file that differs from the manifest, is missing or is extra."""
    with zipfile.ZipFile(file) as archive, file.open("rb") as stream:
        try:
            listed = _manifest(archive, stream).files
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
                entry = manifest_entry(read_entry(stream, archive.getinfo(name)))
            except EntryError:
                entry = None
            if entry != listed[name]:
                yield BundleFault(
                    "B605", f"“{name}” is not the file that {MANIFEST} lists.", _NEW_COPY_HINT
                )


def _manifest(archive: zipfile.ZipFile, stream: BinaryIO) -> Manifest:
    return read_manifest(read_entry(stream, archive.getinfo(MANIFEST)).decode("utf-8"))


def fingerprint(file: Path) -> str:
    """Return the SHA-256 of a whole bundle, short enough for two people to compare by telephone."""
    return file_digest(file, file.stat().st_size)
