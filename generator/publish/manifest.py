"""The manifest of a site: every file with its size and SHA-256, and the page of every record.

It is the file `manifest.json` of the site. It reveals lost and changed files; it does not prove who
made the site.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from generator.leftover_files import leftover_origin

_FORMAT = 1
# types that a browser may run or show as a page
_ACTIVE = (".html", ".htm", ".xhtml", ".xht", ".xml", ".svg", ".js", ".mjs", ".css", ".mht")
_APPLE_DOUBLE = b"\x00\x05\x16\x07"  # AppleDouble files of macOS begin with this


class ManifestError(ValueError):
    """Raised for a text that is not a manifest."""


@dataclass(frozen=True, slots=True)
class ExpectedPages:
    """The pages that a site must have: the URL for each record id, and for each earlier id.

    `moved` leads from the URL of each other page that has moved to its new URL.
    `address` is the web address below which they are published, or empty. `country` is the code of
    the academy's country, which says what is personal data; empty for the usual one.
    """

    records: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    country: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def redirects(self) -> frozenset[str]:
        """The URLs of all pages that only say where something is now."""
        return frozenset((*self.earlier.values(), *self.moved))


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site by URL, and the pages of its records.

    In a bundle, `academy` is the short name of the academy that it is of.
    """

    files: Mapping[str, ManifestEntry]
    expected_pages: ExpectedPages
    academy: str = ""

    def text(self) -> str:
        """Return the manifest as JSON, with sorted keys."""
        address, country = self.expected_pages.address, self.expected_pages.country
        moved = self.expected_pages.moved
        value = {
            "format": _FORMAT,
            **({"academy": self.academy} if self.academy else {}),
            **({"address": address} if address else {}),
            **({"country": country} if country else {}),
            "records": dict(sorted(self.expected_pages.records.items())),
            "earlier": dict(sorted(self.expected_pages.earlier.items())),
            **({"moved": dict(sorted(moved.items()))} if moved else {}),
            "files": {url: [entry.size, entry.sha256] for url, entry in sorted(self.files.items())},
        }
        return json.dumps(value, ensure_ascii=False, indent=0) + "\n"


def site_files(folder: Path) -> tuple[str, ...]:
    """Return the URL of every file below `folder`, sorted, without leftovers of the system."""
    files = (url for url, entry in _walk(str(folder), "") if entry.is_file())
    return tuple(sorted(url for url in files if not _left_by(folder, url)))


def leftover_files(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return each file below `folder` that a system or editor left behind, with its
    origin; sorted.
    """
    files = (url for url, entry in _walk(str(folder), "") if entry.is_file())
    origins = ((url, _left_by(folder, url)) for url in files)
    return tuple(sorted((url, by) for url, by in origins if by))


def _left_by(folder: Path, url: str) -> str:
    """Return what left a file behind; empty for a file of the site or one that a
    browser may run.
    """
    by = next(filter(None, map(leftover_origin, url.split("/"))), "")
    if by and any(suffix.lower() in _ACTIVE for suffix in PurePath(url).suffixes):
        with (folder / url).open("rb") as file:
            return by if file.read(len(_APPLE_DOUBLE)) == _APPLE_DOUBLE else ""
    return by


def irregular_entries(folder: Path) -> tuple[str, ...]:
    """Return every symbolic link and device below `folder`, sorted."""
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
    """Return the manifest entry for the bytes of a file."""
    return ManifestEntry(len(content), hashlib.sha256(content).hexdigest())


def read_manifest(text: str) -> Manifest:
    """Return the manifest in a JSON text. Raises ManifestError for any other text."""
    try:
        value = json.loads(text)
        files = {
            url: ManifestEntry(int(size), str(sha)) for url, (size, sha) in value["files"].items()
        }
        expected = ExpectedPages(
            _texts(value["records"]),
            _texts(value["earlier"]),
            str(value.get("address", "")),
            str(value.get("country", "")),
            _texts(value.get("moved", {})),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ManifestError("this program did not make it") from None
    if value["format"] != _FORMAT:
        raise ManifestError(
            f"it has format {value['format']}, but this program reads format {_FORMAT}"
        )
    return Manifest(files, expected, str(value.get("academy", "")))


def _texts(value: Any) -> dict[str, str]:
    return {str(name): str(url) for name, url in value.items()}
