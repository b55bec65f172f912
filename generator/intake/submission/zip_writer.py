"""Write a submission as a zip, the same bytes for the same content."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256

from generator.intake.submission.record_paths import kind_at, record_id_at
from generator.intake.submission.submission import (
    CHANGING_VERSION,
    FORMAT,
    VERSION,
    Submission,
    SubmittedRecord,
    text_digest,
)
from generator.intake.submission.zip_reader import LIST_FILE, ORIGINALS, RECORDS

_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can state


def write_submission_zip(submission: Submission) -> bytes:
    """Return the zip of a submission whose records are at the paths of records.

    It is stored, not compressed: compressors differ between machines.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _files(submission):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def _files(submission: Submission) -> Iterator[tuple[str, bytes]]:
    records = sorted(submission.records, key=lambda record: record.path)
    media = sorted(submission.media.items())
    originals = submission.media_originals
    changes = bool(originals) or any(record.state == "removed" for record in records)
    contents = {
        "format": FORMAT,
        "version": CHANGING_VERSION if changes else VERSION,
        "academy": {"name": submission.academy, "edition": submission.edition},
        "records": [_entry(record) for record in records],
        "media": [_media_entry(path, data, originals.get(path, "")) for path, data in media],
    }
    yield LIST_FILE, json.dumps(contents, ensure_ascii=False, indent=1).encode() + b"\n"
    for record in records:
        if record.state != "removed":
            yield f"{RECORDS}{record.path}", record.text.encode()
    for record in records:
        if record.original is not None:
            yield f"{ORIGINALS}{record.path}", record.original.encode()
    yield from media


def _media_entry(path: str, data: bytes, original: str) -> dict[str, str]:
    entry = {"path": path, "sha256": sha256(data).hexdigest()}
    return entry | {"original_sha256": original} if original else entry


def _entry(record: SubmittedRecord) -> dict[str, str]:
    kind = kind_at(record.path)
    entry = {
        "kind": kind.name if kind else "",
        "id": record_id_at(record.path),
        "path": record.path,
        "state": record.state,
    }
    if record.state != "removed":
        entry["sha256"] = text_digest(record.text)
    if record.original is not None:
        entry["original_sha256"] = text_digest(record.original)
    return entry
