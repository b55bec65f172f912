"""The list of what a submission holds: `submission.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.diagnostics import Diagnostic, clip
from generator.intake.submission.record_paths import (
    colliding_names,
    kind_at,
    media_path_fault,
    record_id_at,
    record_path_fault,
    shown,
)
from generator.intake.submission.submission import (
    CHANGING_VERSION,
    FORMAT,
    VERSION,
    RecordState,
    SubmissionError,
    refusal,
)

_DIGEST = re.compile("[0-9a-f]{64}")
_AGAIN = "Ask for it again, made with the form of this academy."


class _Listed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, strict=True)


class AcademyEntry(_Listed):
    """The academy that the sender saw, and the state of it."""

    name: str = ""
    edition: str = ""


class RecordEntry(_Listed):
    """A record of the submission, with the SHA-256 of its text and of its original.

    One to remove has an original only.
    """

    kind: str
    id: str
    path: str
    state: RecordState
    sha256: str = ""
    original_sha256: str = ""


class MediaEntry(_Listed):
    """A picture or document of the submission, and the SHA-256 of what it takes the place of."""

    path: str
    sha256: str
    original_sha256: str = ""


class ContentsList(_Listed):
    """The whole list. `format` and `version` say how to read the rest."""

    format: str
    version: int
    academy: AcademyEntry = AcademyEntry()
    records: list[RecordEntry] = []
    media: list[MediaEntry] = []


def parse_contents(data: bytes, name: str) -> ContentsList:
    """Return the list of the submission called `name`. Raises SubmissionError with every fault."""
    try:
        loaded = json.loads(data.decode("utf-8"))
        stated = loaded if isinstance(loaded, dict) else {}
        if stated.get("format") != FORMAT:
            raise SubmissionError([_unreadable(name, f"its format is not “{FORMAT}”")])
        if stated.get("version") not in (VERSION, CHANGING_VERSION):
            raise SubmissionError(
                [newer_version(name, str(stated.get("version")), CHANGING_VERSION)]
            )
        contents = ContentsList.model_validate(loaded)
    except ValidationError as wrong:
        where = ".".join(map(str, wrong.errors()[0]["loc"]))
        raise SubmissionError([_unreadable(name, f"look at “{clip(where)}”")]) from None
    except (ValueError, RecursionError):
        raise SubmissionError([_unreadable(name, "it is not JSON")]) from None
    if faults := [*_faults(contents, name)]:
        raise SubmissionError(faults)
    return contents


def newer_version(name: str, version: str, newest: int) -> Diagnostic:
    """Return the refusal of a submission of a version after the `newest` that can be read."""
    can = f"version {VERSION}" if newest == VERSION else f"versions {VERSION} and {newest}"
    message = f"The submission has version {clip(version, 20)}. This program reads {can}."
    return refusal(name, "R807", message, "Get a newer version of the program.")


def _unreadable(name: str, why: str) -> Diagnostic:
    return refusal(name, "R807", f"submission.json cannot be read: {why}.", _AGAIN)


def _faults(contents: ContentsList, name: str) -> Iterator[Diagnostic]:
    if not contents.records and not contents.media:
        yield refusal(name, "R807", "The submission is empty.", _AGAIN)
    for record in contents.records:
        yield from _record_faults(record, name)
    for file in contents.media:
        if fault := media_path_fault(file.path, name):
            yield fault
        elif file.original_sha256 and not _DIGEST.fullmatch(file.original_sha256):
            yield _wrong_checksum(file.path, name)
    paths = [*(record.path for record in contents.records), *(file.path for file in contents.media)]
    for path, first in colliding_names(paths):
        message = f"“{shown(path)}” and “{shown(first)}” would be one file."
        yield refusal(name, "R806", message, _AGAIN)


def _record_faults(record: RecordEntry, name: str) -> Iterator[Diagnostic]:
    if fault := record_path_fault(record.path, name):
        yield fault
        return
    kind = kind_at(record.path)
    if kind is None or (record.kind, record.id) != (kind.name, record_id_at(record.path)):
        what = f"the {shown(record.kind)} “{shown(record.id)}”"
        message = f"“{shown(record.path)}” is not the file of {what}."
        yield refusal(name, "R810", message, _AGAIN)
    digests = []
    if record.state != "removed":
        digests.append(record.sha256)
    if record.state != "new":
        digests.append(record.original_sha256)
    if not all(map(_DIGEST.fullmatch, digests)):
        yield _wrong_checksum(record.path, name)


def _wrong_checksum(path: str, name: str) -> Diagnostic:
    message = f"The checksum of “{shown(path)}” is missing or wrong."
    return refusal(name, "R807", message, _AGAIN)
