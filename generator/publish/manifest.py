"""The manifest of a site: every file with its size and SHA-256, and the page of every record.

It stands in the site as `manifest.json`. It shows what was lost or changed on the way, by accident
or by hand; it does not prove who made the site.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from generator.leftover_files import left_by

MANIFEST = "manifest.json"
_FORMAT = 1
# what a browser may run, or a server may hand out as a page
_ACTIVE = (".html", ".htm", ".xhtml", ".xht", ".xml", ".svg", ".js", ".mjs", ".css", ".mht")
_APPLE_DOUBLE = b"\x00\x05\x16\x07"  # how a file begins in which macOS keeps what others cannot


class ManifestError(ValueError):
    """What should be a manifest is none."""


@dataclass(frozen=True, slots=True)
class ExpectedPages:
    """Which pages a site must have: one for each record, by id, and one for each earlier id."""

    records: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A file: its size in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site holds: files by their place from its root, and the pages of its records."""

    files: Mapping[str, ManifestEntry]
    expected_pages: ExpectedPages

    def text(self) -> str:
        """The manifest as a JSON file, the same for the same site."""
        value = {
            "format": _FORMAT,
            "records": dict(sorted(self.expected_pages.records.items())),
            "earlier": dict(sorted(self.expected_pages.earlier.items())),
            "files": {url: [entry.size, entry.sha256] for url, entry in sorted(self.files.items())},
        }
        return json.dumps(value, ensure_ascii=False, indent=0) + "\n"


def site_files(folder: Path) -> tuple[str, ...]:
    """Every file below `folder` by its place from there, with forward slashes; sorted.

    Files that a system left there are not among them; `leftover_files` gives those.
    """
    files = (url for url, entry in _walk(str(folder), "") if entry.is_file())
    return tuple(sorted(url for url in files if not _left_by(folder, url)))


def leftover_files(folder: Path) -> tuple[tuple[str, str], ...]:
    """Every file below `folder` that a system or an editor left, with what left it; sorted."""
    files = (url for url, entry in _walk(str(folder), "") if entry.is_file())
    origins = ((url, _left_by(folder, url)) for url in files)
    return tuple(sorted((url, by) for url, by in origins if by))


def _left_by(folder: Path, url: str) -> str:
    """What left a file behind; empty for a file of the site, and for what a browser may run."""
    by = next(filter(None, map(left_by, url.split("/"))), "")
    if by and any(suffix.lower() in _ACTIVE for suffix in PurePath(url).suffixes):
        with (folder / url).open("rb") as file:
            return by if file.read(len(_APPLE_DOUBLE)) == _APPLE_DOUBLE else ""
    return by


def irregular_entries(folder: Path) -> tuple[str, ...]:
    """Every link and device below `folder`, which are not what they seem elsewhere; sorted."""
    odd = (url for url, entry in _walk(str(folder), "") if not _is_regular(entry))
    return tuple(sorted(odd))


def _walk(folder: str, start: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            url = start + entry.name
            yield url, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{url}/")


def _is_regular(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)


def manifest_entry(content: bytes) -> ManifestEntry:
    """A file's line in the manifest."""
    return ManifestEntry(len(content), hashlib.sha256(content).hexdigest())


def read_manifest(text: str) -> Manifest:
    """The manifest that a text holds. Raises ManifestError when it holds none."""
    try:
        value = json.loads(text)
        files = {
            url: ManifestEntry(int(size), str(sha)) for url, (size, sha) in value["files"].items()
        }
        roll = ExpectedPages(_texts(value["records"]), _texts(value["earlier"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ManifestError("it is not a manifest of ours") from None
    if value["format"] != _FORMAT:
        raise ManifestError(f"it is of format {value['format']}, and this program reads {_FORMAT}")
    return Manifest(files, roll)


def _texts(value: Any) -> dict[str, str]:
    return {str(name): str(url) for name, url in value.items()}
