"""Read the list of the addresses that an academy has published, and where pages have moved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.privacy import Waiver
from generator.records.catalogue.privacy_gate import (
    NO_PERSONAL_DATA,
    PersonalData,
    examine_text,
)
from generator.records.source import SourceFault, SourcePosition, read_text

PUBLISHED_FILE = "registry/published-addresses.txt"
MOVED = " -> "
_PAGE = re.compile(r"(?![./])(?:[^\t\r\n<>\"\\?#:/]+/(?!\.))*[^\t\r\n<>\"\\?#:/]+\.html")


@dataclass(frozen=True, slots=True)
class PublishedAddress:
    """The URL of a page that was published, and the line of the list that names it.

    `moved_to` is the URL to which the page has moved, empty where the list does not say so.
    """

    url: str
    line: int
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page that has moved: its old URL, its new one, and its title (empty if it has none)."""

    url: str
    moved_to: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The addresses that were published, and the faults and personal data in their list."""

    addresses: tuple[PublishedAddress, ...] = ()
    faults: PersonalData = NO_PERSONAL_DATA


def read_published(root: Path, waivers: Collection[Waiver] = ()) -> PublishedList:
    """Return the list of the academy at `root`. No list means no addresses and no fault."""
    file = root / PUBLISHED_FILE
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return PublishedList()
    text, faults = read_text(file)
    lines = list(_lines(text or ""))
    personal = examine_text(PUBLISHED_FILE, text or "", waivers)
    read = [(_read_line(written, line), line) for written, line in lines]
    wrong = (_line_fault(line) for address, line in read if address is None)
    findings = (fault.in_file(PUBLISHED_FILE) for fault in (*faults, *wrong))
    return PublishedList(
        tuple(address for address, _ in read if address),
        PersonalData((*personal.findings, *findings), personal.known),
    )


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield each line with something to read, and its number; “#” begins a comment."""
    for number, line in enumerate(text.split("\n"), 1):
        if (stripped := line.strip()) and not stripped.startswith("#"):
            yield stripped, number


def _read_line(written: str, line: int) -> PublishedAddress | None:
    """Return what a line says, or None for one that is not an address or two."""
    url, arrow, moved_to = (part.strip() for part in written.partition(MOVED.strip()))
    pages = (url, moved_to) if arrow else (url,)
    return PublishedAddress(url, line, moved_to) if all(map(_PAGE.fullmatch, pages)) else None


def _line_fault(line: int) -> SourceFault:
    message = "This line is not the address of a page."
    hint = (
        "Write an address in the site as in “practices/carers-cafe.html”, or two for a page that "
        f"has moved, as in “help.html{MOVED}guide.html”. Or delete the line."
    )
    return SourceFault(SourcePosition(line, 1), "F139", message, hint)
