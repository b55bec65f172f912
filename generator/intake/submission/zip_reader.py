"""Read a submission from a zip, without unpacking anything to the disk."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256

from generator.diagnostics import Diagnostic
from generator.english import file_size
from generator.intake.submission.contents_list import ContentsList, RecordEntry, parse_contents
from generator.intake.submission.record_paths import (
    colliding_names,
    media_path_fault,
    record_path_fault,
    shown,
)
from generator.intake.submission.submission import (
    Submission,
    SubmissionError,
    SubmittedRecord,
    canonical_text,
    refusal,
)
from generator.leftover_files import leftover_origin
from generator.model.fields.media import MEDIA_FOLDER
from generator.records.source import MAX_FILE_BYTES
from generator.records.source.file_text import decode_text
from generator.site_paths import MANIFEST

LIST_FILE, RECORDS, ORIGINALS, MEDIA = "submission.json", "records/", "originals/", "media/"
MAX_FILES = 5_000
MAX_TOTAL_BYTES = 250_000_000  # of all files together, unpacked
MAX_LIST_BYTES = 2_000_000
MAX_MEDIA_BYTES = 20_000_000
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_ERRORS = (
    zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError, zlib.error,
    EOFError, RuntimeError, OSError,
)  # fmt: skip
_AGAIN = "Ask for it again."
_REFUSED = "Do not open it by hand. Ask the sender what it is."


def is_zip(data: bytes) -> bool:
    """Return whether bytes start as a zip does."""
    return data.startswith((b"PK\3\4", b"PK\5\6"))


def read_submission_zip(data: bytes, name: str) -> Submission:
    """Return the submission in a zip called `name`. Raises SubmissionError with every fault."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [info for info in archive.infolist() if not _is_ignored(info)]
    except _ZIP_ERRORS:
        message = "The zip is damaged or incomplete."
        raise SubmissionError([refusal(name, "R802", message, _AGAIN)]) from None
    names = {info.orig_filename for info in entries}
    if LIST_FILE not in names and MANIFEST in names:
        message = "This zip is a copy of a whole academy, not a submission."
        hint = "Unpack it with “academy unpack”. Receive each new record from its folder “academy”."
        raise SubmissionError([refusal(name, "R807", message, hint)])
    if faults := [*_size_faults(entries, name), *_entry_faults(entries, name)]:
        raise SubmissionError(faults)
    try:
        files = {info.filename: archive.read(info) for info in entries}
    except _ZIP_ERRORS:
        message = "A file in the zip is damaged, or larger than the zip says."
        raise SubmissionError([refusal(name, "R802", message, _AGAIN)]) from None
    if LIST_FILE not in files:
        message = f"This zip is not a submission: it has no {LIST_FILE}."
        hint = "Ask for the file that the form saves, or receive the files in it one by one."
        raise SubmissionError([refusal(name, "R807", message, hint)])
    return _submission(parse_contents(files.pop(LIST_FILE), name), files, name)


def _is_ignored(info: zipfile.ZipInfo) -> bool:
    """Return whether an entry is a folder, or was left by the system that made the zip."""
    parts = info.orig_filename.split("/")
    return info.orig_filename.endswith("/") or any(map(leftover_origin, parts))


def _size_faults(entries: list[zipfile.ZipInfo], name: str) -> Iterator[Diagnostic]:
    if len(entries) > MAX_FILES:
        message = f"The zip has {len(entries):,} files. The limit is {MAX_FILES:,}."
        yield refusal(name, "R803", message, "Ask for it in several submissions.")
    total = sum(info.file_size for info in entries)
    if total > MAX_TOTAL_BYTES:
        limit = file_size(MAX_TOTAL_BYTES)
        message = f"Unpacked, the zip would be {file_size(total)}. The limit is {limit}."
        yield refusal(name, "R803", message, _REFUSED)


def _entry_faults(entries: list[zipfile.ZipInfo], name: str) -> Iterator[Diagnostic]:
    for info in entries[:MAX_FILES]:
        yield from _faults_of(info, name)
    names = [info.orig_filename for info in entries[:MAX_FILES]]
    for path, first in colliding_names(names):
        same = (
            "is there twice" if path == first else f"and “{shown(first)}” are one file on Windows"
        )
        yield refusal(name, "R806", f"“{shown(path)}” {same}.", _REFUSED)


def _faults_of(info: zipfile.ZipInfo, name: str) -> Iterator[Diagnostic]:
    path, mode = info.orig_filename, info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        message = f"“{shown(path)}” is a link or a device, not a file."
        yield refusal(name, "R804", message, _REFUSED)
    elif info.flag_bits & _ENCRYPTED:
        message = f"“{shown(path)}” is locked with a password."
        yield refusal(name, "R804", message, "Ask for it without a password.")
    elif info.compress_type not in _METHODS or info.filename != path:
        yield refusal(name, "R804", f"“{shown(path)}” is packed in an unusual way.", _AGAIN)
    elif fault := _name_fault(path, name):
        yield fault
    elif info.file_size > (limit := _limit(path)):
        message = (
            f"“{shown(path)}” is {file_size(info.file_size)}. The limit is {file_size(limit)}."
        )
        yield refusal(name, "R803", message, "Ask for it in a smaller size.")


def _name_fault(path: str, name: str) -> Diagnostic | None:
    if path == LIST_FILE:
        return None
    for start in (RECORDS, ORIGINALS):
        if path.startswith(start):
            return record_path_fault(path.removeprefix(start), name)
    if path.startswith(MEDIA):
        return media_path_fault(path, name)
    hint = f"It may hold {LIST_FILE} and the folders {RECORDS}, {ORIGINALS} and {MEDIA}"
    return refusal(name, "R805", f"“{shown(path)}” is not part of a submission.", f"{hint}.")


def _limit(path: str) -> int:
    if path == LIST_FILE:
        return MAX_LIST_BYTES
    return MAX_MEDIA_BYTES if path.startswith(MEDIA) else MAX_FILE_BYTES


def _submission(contents: ContentsList, files: dict[str, bytes], name: str) -> Submission:
    faults = list(_list_faults(contents, files, name))
    records = []
    for listed in contents.records:
        record, wrong = _record(listed, files)
        faults += wrong
        if record is not None:
            records.append(record)
    if faults:
        raise SubmissionError(faults)
    media = {path: data for path, data in files.items() if path.startswith(f"{MEDIA_FOLDER}/")}
    originals = {file.path: file.original_sha256 for file in contents.media if file.original_sha256}
    return Submission(
        tuple(records),
        media,
        contents.academy.name,
        contents.academy.edition,
        media_originals=originals,
    )


def _list_faults(
    contents: ContentsList, files: dict[str, bytes], name: str
) -> Iterator[Diagnostic]:
    """Yield a finding for each file that is listed and not there, the reverse, or not as listed."""
    listed = {
        f"{RECORDS}{record.path}": record.sha256
        for record in contents.records
        if record.state != "removed"
    }
    listed |= {file.path: file.sha256 for file in contents.media}
    originals = {
        f"{ORIGINALS}{record.path}": record.original_sha256
        for record in contents.records
        if record.state != "new"
    }
    for path in sorted(files.keys() - listed.keys() - originals.keys()):
        yield refusal(name, "R808", f"“{shown(path)}” is not in the list of {LIST_FILE}.", _AGAIN)
    for path in sorted(listed.keys() - files.keys()):
        yield refusal(name, "R808", f"“{shown(path)}” is missing from the zip.", _AGAIN)
    for path, digest in sorted((listed | originals).items()):
        if path in files and sha256(files[path]).hexdigest() != digest:
            message = f"“{shown(path)}” was changed after the submission was made."
            yield refusal(name, "R809", message, _AGAIN)


def _record(
    listed: RecordEntry, files: dict[str, bytes]
) -> tuple[SubmittedRecord | None, list[Diagnostic]]:
    text, faults = _text(files, f"{RECORDS}{listed.path}", listed.path)
    text = "" if listed.state == "removed" else text
    original = None
    if listed.state != "new":
        original, more = _text(files, f"{ORIGINALS}{listed.path}", listed.path)
        faults = [*faults, *more]
    if text is None or faults:
        return None, faults
    return (
        SubmittedRecord(listed.path, listed.state, text, original, listed.original_sha256),
        [],
    )


def _text(files: dict[str, bytes], entry: str, path: str) -> tuple[str | None, list[Diagnostic]]:
    if entry not in files:
        return None, []
    text, faults = decode_text(files[entry])
    return (
        None if text is None else canonical_text(text),
        [fault.in_file(path) for fault in faults],
    )
