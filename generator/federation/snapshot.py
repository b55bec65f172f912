"""Snapshots of the academies that this one follows: `academies/ID/`, read-only and pinned.

A snapshot holds the files of records as they are in their academy, its vocabulary, the pictures and
documents that its records show, and the file `snapshot.json`, which says who the academy is and
what the SHA-256 of each file is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from generator.diagnostics import Diagnostic, clip
from generator.intake.submission.record_paths import media_path_fault, record_path_fault
from generator.model.fields.academy_vocabulary import VOCABULARY_FILE
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.fields.types import id_fault
from generator.model.followed_academy import ACADEMIES_FOLDER, FollowedAcademy
from generator.model.public_key import parse_key
from generator.records.source import hidden_characters

SNAPSHOT_FILE = "snapshot.json"
_MAX_NAME = 200
_AGAIN = "Follow the academy again, from its bundle."


def _name(text: str) -> str:
    if not text.strip() or len(text) > _MAX_NAME or [*hidden_characters(text)]:
        raise ValueError
    return text


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat() if text else ""


def _public_key(text: str) -> str:
    return parse_key(text).text if text else ""


class SnapshotFile(BaseModel):
    """The content of `snapshot.json`: who the academy is, and the SHA-256 of each file by path."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, strict=True)

    format: Literal["academy-snapshot"] = "academy-snapshot"
    version: Literal[1] = 1
    id: str
    name: Annotated[str, AfterValidator(_name)]
    day: Annotated[str, AfterValidator(_day)]
    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    text_licence: str
    data_licence: str
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    files: dict[str, str]
    key: Annotated[str, AfterValidator(_public_key)] = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot in the folder `place`, which exists below the root of this academy."""

    academy: FollowedAcademy
    currency: str
    files: Mapping[str, str]
    place: str


def snapshot_files(
    academy: FollowedAcademy, currency: str, contents: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the files of a snapshot by their paths in the academy that follows.

    Of `contents`, the files of the other academy by path, it takes what a snapshot holds.
    """
    taken = {path: data for path, data in sorted(contents.items()) if is_in_snapshot(path)}
    pins = {path: sha256(data).hexdigest() for path, data in taken.items()}
    stated = SnapshotFile(**asdict(academy), currency=currency, files=pins)
    text = json.dumps(stated.model_dump(), ensure_ascii=False, indent=1) + "\n"
    place = f"{ACADEMIES_FOLDER}/{academy.id}"
    return {f"{place}/{SNAPSHOT_FILE}": text.encode()} | {
        f"{place}/{path}": data for path, data in taken.items()
    }


def is_in_snapshot(path: str) -> bool:
    """Return whether a snapshot holds the file at `path` of its academy."""
    is_media = path.startswith(f"{MEDIA_FOLDER}/") and media_path_fault(path, path) is None
    return is_media or path == VOCABULARY_FILE or record_path_fault(path, path) is None


def read_snapshots(
    root: Path, only: Collection[str] | None = None
) -> tuple[tuple[Snapshot, ...], tuple[Diagnostic, ...]]:
    """Return the sound snapshots of the academy at `root`, by id, and what is wrong with others.

    With `only`, other academies than these are passed over.
    """
    place = root / ACADEMIES_FOLDER
    if place.is_symlink():
        message = "This is a symbolic link."
        return (), (_fault(ACADEMIES_FOLDER, message, "Replace the link with the folder itself."),)
    snapshots, findings = [], []
    for folder in sorted(place.iterdir()) if place.is_dir() else ():
        is_asked = only is None or folder.name in only
        if not is_asked or folder.name.startswith(".") or _is_empty(folder):
            continue
        stated, faults = _read(folder)
        findings += faults
        if stated is not None and not faults:
            academy = FollowedAcademy(
                stated.id, stated.name, stated.day, stated.fingerprint,
                stated.text_licence, stated.data_licence, stated.key,
            )  # fmt: skip
            path = f"{ACADEMIES_FOLDER}/{folder.name}"
            snapshots.append(Snapshot(academy, stated.currency, stated.files, path))
    return tuple(snapshots), tuple(findings)


def _is_empty(folder: Path) -> bool:
    """Return whether an academy that was followed left only folders here."""
    is_folder = folder.is_dir() and not folder.is_symlink()
    return is_folder and all(path.is_dir() for path in folder.rglob("*") if not path.is_symlink())


def _read(folder: Path) -> tuple[SnapshotFile | None, list[Diagnostic]]:
    path = f"{ACADEMIES_FOLDER}/{clip(folder.name)}"
    if folder.is_symlink() or not folder.is_dir() or id_fault(folder.name):
        hint = "Delete it. Use “academy follow” to follow an academy."
        return None, [_fault(path, "This is not the folder of an academy that is followed.", hint)]
    file = folder / SNAPSHOT_FILE
    try:
        stated = SnapshotFile.model_validate(json.loads(file.read_bytes().decode("utf-8")))
    except ValidationError as wrong:
        place = clip(".".join(map(str, wrong.errors()[0]["loc"])))
        message = f"{SNAPSHOT_FILE} cannot be read: look at “{place}”."
        return None, [_fault(path, message, _AGAIN)]
    except (OSError, ValueError, RecursionError):
        return None, [_fault(path, f"{SNAPSHOT_FILE} is missing or damaged.", _AGAIN)]
    if stated.id != folder.name:
        return None, [_fault(path, f"The folder of “{clip(stated.id)}” has another name.", _AGAIN)]
    return stated, [*_altered(folder, path, stated)]


def _altered(folder: Path, path: str, stated: SnapshotFile) -> Iterator[Diagnostic]:
    """Yield a finding for each file that is not as it was when the academy was followed."""
    there = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_symlink() or file.is_file()
    }
    for name in sorted((there | stated.files.keys()) - {SNAPSHOT_FILE}):
        file = folder / name
        is_plain = name in there and is_in_snapshot(name) and not file.is_symlink()
        digest = sha256(file.read_bytes()).hexdigest() if is_plain else ""
        if digest != stated.files.get(name):
            message = "This file is not as it was when the academy was followed."
            yield _fault(f"{path}/{clip(name)}", message, _AGAIN)


def _fault(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, 1, 1, "F150", message, hint)
