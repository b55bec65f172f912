"""The base of a copy: the records as they were when the copy was made. It is the file `base.json`.

Records are kept as text, because a three-way merge needs what a sender changed. Of every other file
the base keeps the fingerprint.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.diagnostics import Diagnostic, clip
from generator.intake.submission import canonical_text
from generator.intake.submission.record_paths import record_path_fault
from generator.records.source.file_text import decode_text

BASE_FILE = "base.json"
_NEW_COPY = "Ask for a new copy of the academy."


class BaseError(ValueError):
    """Raised for a base that is missing or cannot be read; the message says what to do."""


class Base(BaseModel):
    """What a copy was made from.

    `academy` is the id of the academy and `name` its name, `day` the date of its newest record or
    empty, `edition` tells this state of it from another. `records` are the texts of its records by
    path, `files` the SHA-256 of its other files.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, strict=True)

    format: Literal["academy-base"] = "academy-base"
    version: Literal[1] = 1
    academy: str
    name: str
    day: str
    edition: str
    records: dict[str, str]
    files: dict[str, str]


def base_of(
    contents: Mapping[str, bytes], *, academy: str, name: str, day: str, edition: str
) -> Base:
    """Return the base of an academy with these files by path."""
    records: dict[str, str] = {}
    files: dict[str, str] = {}
    for path, content in sorted(contents.items()):
        text = record_text(path, content)
        if text is None:
            files[path] = sha256(content).hexdigest()
        else:
            records[path] = text
    return Base(academy=academy, name=name, day=day, edition=edition, records=records, files=files)


def record_text(path: str, content: bytes) -> str | None:
    """Return the text of a record as submissions hold it; None for any other file."""
    if record_path_fault(path, path) is not None:
        return None
    text, _ = decode_text(content)
    return None if text is None else canonical_text(text)


def base_text(base: Base) -> str:
    """Return a base as JSON, with a record on each line."""
    return json.dumps(base.model_dump(), ensure_ascii=False, indent=0) + "\n"


def read_base(root: Path) -> Base:
    """Return the base of the copy at `root`. Raises BaseError if it has none that can be read."""
    file = root / BASE_FILE
    if file.is_symlink() or not file.is_file():
        raise BaseError(
            f"This academy is not a copy of another: it has no {BASE_FILE}. "
            "A copy comes from a bundle; see “academy bundle” and “academy unpack”."
        )
    try:
        loaded = json.loads(file.read_bytes().decode("utf-8"))
        return Base.model_validate(loaded)
    except ValidationError as wrong:
        place = wrong.errors()[0]["loc"]
        if place == ("version",):
            message = f"{BASE_FILE} was made by another version of the program. Use that version."
            raise BaseError(message) from None
        where = clip(".".join(map(str, place)))
        raise BaseError(f"{BASE_FILE} cannot be read: look at “{where}”. {_NEW_COPY}") from None
    except (OSError, ValueError, RecursionError):
        raise BaseError(f"{BASE_FILE} cannot be read: it is damaged. {_NEW_COPY}") from None


def base_findings(root: Path, place: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the base of a copy that nobody has changed yet.

    It says exactly what the files beside it say. `place` is the path of the copy in the bundle. An
    earlier program made bundles without a base.
    """
    if not (root / BASE_FILE).exists():
        return
    path = f"{place}/{BASE_FILE}"
    hint = "Ask the person who gave it to you for a new copy."
    try:
        base = read_base(root)
    except BaseError as wrong:
        yield Diagnostic(path, 1, 1, "B608", str(wrong), hint)
        return
    listed = {*base.records, *base.files}
    contents = {name: (root / name).read_bytes() for name in listed if (root / name).is_file()}
    again = base_of(contents, academy="", name="", day="", edition="")
    if (again.records, again.files) != (base.records, base.files):
        message = f"{BASE_FILE} does not say what the records of this bundle say."
        yield Diagnostic(path, 1, 1, "B608", message, hint)
