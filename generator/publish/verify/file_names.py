"""Rules on file names, which must be valid on Windows, macOS and Linux."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

from generator.publish.manifest import irregular_entries, leftover_files
from generator.publish.verify.rule import SiteTree, Violation

MAX_PATH_LENGTH = 120  # characters from the site's root; Windows allows 260 with the parent folders
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_RENAME = "Give the file another name. Use only small letters, digits, hyphens and full stops."


def name_fault(path: str) -> str:
    """Return why a system cannot store a file at `path`; empty if all can."""
    if len(path) > MAX_PATH_LENGTH:
        return f"The name has {len(path)} characters. The limit is {MAX_PATH_LENGTH}"
    return next(filter(None, map(_part_fault, path.split("/"))), "")


def _part_fault(part: str) -> str:
    odd = (
        (part in ("", ".", ".."), "The name points outside the folder or has an empty part"),
        (_RESERVED.fullmatch(part), f"Windows does not allow the name “{part}”"),
        (
            _FORBIDDEN.search(part),
            f"“{part}” has a character that Windows does not allow in a name",
        ),
        (
            part[-1:] in (".", " "),
            f"“{part}” ends with a full stop or a space, which Windows removes",
        ),
        (
            unicodedata.normalize("NFC", part) != part,
            f"“{part}” has accented letters that macOS stores in another way",
        ),
    )
    return next((message for wrong, message in odd if wrong), "")


def colliding_paths(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that Windows or macOS takes for an earlier one, with that one.

    Folders count too: `a/x` and `A/y` are in one folder on Windows and in two on Linux.
    """
    seen: dict[str, tuple[str, bool]] = {}  # by folded path: first spelling, is it a file
    for path in paths:
        for part in accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}"):
            key, is_file = _fold_path(part), part == path
            if key not in seen:
                seen[key] = (part, is_file)
                continue
            first, was_file = seen[key]
            if first != part or is_file or was_file:
                yield path, first
                break


def _fold_path(path: str) -> str:
    folded = unicodedata.normalize("NFC", path).casefold()
    return unicodedata.normalize("NFC", folded)


def unsafe_names(site: SiteTree) -> Iterator[Violation]:
    """Every system can hold the name of every file: not reserved, not odd, not over-long."""
    for path in site.files:
        if why := name_fault(path):
            yield Violation(path, f"{why}.", _RENAME)


def name_collisions(site: SiteTree) -> Iterator[Violation]:
    """No two files or folders differ only in capitals or in how accents are written."""
    for path, first in colliding_paths(site.files):
        message = f"On Windows and macOS this is the same name as “{first}”, so one would be lost."
        yield Violation(path, message, "Rename one of the two.")


def links_and_devices(site: SiteTree) -> Iterator[Violation]:
    """Every entry is a real file or folder: a link would be missing on another machine."""
    for url in irregular_entries(site.folder):
        yield Violation(url, "This is a link or a device, not a file.", "Replace it with a file.")


def leftover_warnings(site: SiteTree) -> Iterator[Violation]:
    """A file that a system or an editor left behind is no part of the site, and does no harm."""
    for url, by in leftover_files(site.folder):
        message = f"This file was left here by {by}. It is not part of the site."
        yield Violation(url, message, "You can delete it.")
