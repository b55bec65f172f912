"""A bundle from anyone: its whole directory is examined before a byte of it is written anywhere.

The seal shows what was cut off or changed on the way. It does not show who made the bundle: whoever
changes one on purpose can seal it again. So every other rule holds for a sealed bundle too.
"""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, in_order
from generator.publish.bundle.archive import SEAL, SEAL_LENGTH, digest_of
from generator.publish.manifest import MANIFEST, Manifest, ManifestError, entry_of, read_manifest
from generator.publish.verify.names import name_fault, twins

MOST_FILES = 500_000
_HEADER = 30  # bytes of a local header before its name
_AGAIN = "Ask whoever gave it to you for a new copy."
_NEVER = "Do not unpack it: no bundle of ours is made like this."
_BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError)


class BundleError(Exception):
    """A bundle that is refused. `findings` says each fault, sorted."""

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(findings)} faults")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Odd:
    """What is wrong with a bundle: the permanent code, the words, and what to do."""

    code: str
    message: str
    hint: str


def examined_bundle(file: Path) -> Manifest:
    """The manifest of a bundle that has nothing wrong. Raises BundleError for any other file."""
    odd = tuple(_seal(file)) or tuple(_directory(file)) or tuple(_contents(file))
    if odd:
        raise BundleError(
            in_order(Diagnostic(file.name, 1, 1, o.code, o.message, o.hint) for o in odd)
        )
    with zipfile.ZipFile(file) as archive:
        return read_manifest(archive.read(MANIFEST).decode("utf-8"))


def _seal(file: Path) -> Iterator[Odd]:
    """B601: the seal at the end is that of every byte before it."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            stream.seek(max(size - SEAL_LENGTH, 0))
            seal = stream.read()
    except OSError as wrong:
        yield Odd("B601", f"The file cannot be read: {wrong.strerror}.", _AGAIN)
        return
    if not seal.startswith(SEAL):
        yield Odd("B601", "This is not a bundle of ours, or its end was cut off.", _AGAIN)
    elif seal[len(SEAL) :].decode("latin-1") != digest_of(file, size - 64):
        yield Odd("B601", "This bundle was changed or damaged after it was made.", _AGAIN)


def _directory(file: Path) -> Iterator[Odd]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries, start = archive.infolist(), archive.start_dir
    except _BROKEN as wrong:
        yield Odd("B602", f"The list of files in it cannot be read: {wrong}.", _NEVER)
        return
    if len(entries) > MOST_FILES:
        yield Odd("B602", f"It holds {len(entries):,} files; the most is {MOST_FILES:,}.", _NEVER)
        return
    yield from _laid_out(entries, start)
    for entry in entries:
        yield from _plain(entry)
    for name, first in twins(entry.orig_filename for entry in entries):
        said = f"“{name}” and “{first}” would be one file on Windows and macOS."
        yield Odd("B604", said, _NEVER)


def _laid_out(entries: list[zipfile.ZipInfo], start: int) -> Iterator[Odd]:
    """B602: file follows file without a gap and without two of them sharing bytes."""
    place = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset != place:
            yield Odd("B602", "Its files overlap, or something is hidden between them.", _NEVER)
            return
        name = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
        place += _HEADER + len(name) + entry.compress_size
    if place != start:
        yield Odd("B602", "Its files overlap, or something is hidden between them.", _NEVER)


def _plain(entry: zipfile.ZipInfo) -> Iterator[Odd]:
    """B603, B604: an entry is a plain stored file, under a name that leads into the folder."""
    name, mode = entry.orig_filename, entry.external_attr >> 16
    shown = ascii(name)[1:-1][:120]
    if why := name_fault(name):
        yield Odd("B604", f"“{shown}”: {why}.", _NEVER)
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
        yield Odd("B603", f"“{shown}” is compressed, and could swell when unpacked.", _NEVER)
    if not stat.S_ISREG(mode) or entry.is_dir():
        yield Odd("B603", f"“{shown}” is a link, a folder or a device, not a file.", _NEVER)
    if entry.flag_bits & ~0x800 or entry.extra or entry.comment:
        yield Odd("B603", f"“{shown}” is locked, or carries more than its bytes.", _NEVER)


def _contents(file: Path) -> Iterator[Odd]:
    """B605: every file is what the manifest says, and there is no other."""
    with zipfile.ZipFile(file) as archive:
        try:
            listed = read_manifest(archive.read(MANIFEST).decode("utf-8")).files
        except (KeyError, UnicodeDecodeError, ManifestError, *_BROKEN) as wrong:
            yield Odd("B605", f"Its manifest cannot be read: {wrong}.", _AGAIN)
            return
        names = set(archive.namelist()) - {MANIFEST}
        for name in sorted(names ^ listed.keys()):
            said = "is not in the manifest" if name in names else "is missing"
            yield Odd("B605", f"“{name}” {said}.", _AGAIN)
        for name in sorted(names & listed.keys()):
            try:
                found = entry_of(archive.read(name))
            except _BROKEN:
                found = None
            if found != listed[name]:
                yield Odd("B605", f"“{name}” is not what the manifest says.", _AGAIN)


def fingerprint(file: Path) -> str:
    """The SHA-256 of a whole bundle, for two people to compare by telephone."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
