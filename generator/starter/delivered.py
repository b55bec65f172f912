"""The list of what an engine put into an academy: the original of every later merge."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.engine import is_newer, version
from generator.starter.program_files import ENGINE_FOLDER

DELIVERED = f"{ENGINE_FOLDER}/delivered.json"
_MOST_TEXT = 16_000  # characters; what is longer is made by the engine and not edited by hand


class DeliveredError(Exception):
    """Raised for a list that cannot be read; the message says so."""


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """A file as the engine wrote it: its SHA-256, and its text where it is short."""

    sha256: str
    text: str | None = None

    def is_same(self, content: bytes) -> bool:
        """Return whether a file still has this content."""
        return hashlib.sha256(content).hexdigest() == self.sha256


_NO_FILES: Mapping[str, DeliveredFile] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Delivered:
    """What an engine of this `version` put into an academy whose files are kept on `host`."""

    version: str
    host: str
    files: Mapping[str, DeliveredFile]


def listed_file(content: bytes) -> DeliveredFile:
    """Return a file with this content as the list has it."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return DeliveredFile(digest)
    return DeliveredFile(digest, text if len(text) <= _MOST_TEXT else None)


def delivered_text(
    host: str, files: Mapping[str, bytes], earlier: Mapping[str, DeliveredFile] = _NO_FILES
) -> str:
    """Return the list of the files that this engine puts into an academy, as JSON.

    `earlier` are files beside them that an engine delivered.
    """
    every = {**earlier, **{path: listed_file(content) for path, content in files.items()}}
    listed = {path: _values(file) for path, file in sorted(every.items())}
    values = {"version": version(), "host": host, "files": listed}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _values(file: DeliveredFile) -> dict[str, str]:
    return {"sha256": file.sha256, **({} if file.text is None else {"text": file.text})}


def read_delivered(root: Path) -> Delivered | None:
    """Return what an engine put into the academy at `root`; None where no list is there.

    Raises DeliveredError for a list that cannot be read.
    """
    file = root / DELIVERED
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        files = {
            _inside(path): DeliveredFile(str(entry["sha256"]), entry.get("text"))
            for path, entry in values["files"].items()
        }
        return Delivered(_version(values["version"]), str(values["host"]), files)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise DeliveredError(
            f"{DELIVERED} cannot be read. Get it back from git or from a copy."
        ) from None


def _version(number: str) -> str:
    """Return a version of the list. Raises ValueError or TypeError for what is none."""
    is_newer(number)
    return number


def _inside(path: str) -> str:
    """Return a path of the list. Raises ValueError for one that leads out of the academy."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or {"..", "."} & set(parts) or set(path) & set(":\\\0"):
        raise ValueError(path)
    return path
