"""Read the list of the addresses that an academy has published."""

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
_PAGE = re.compile(r"(?!/)[^\t\r\n<>\"\\?#:]+\.html")


@dataclass(frozen=True, slots=True)
class PublishedAddress:
    """The URL of a page that was published, and the line of the list that names it."""

    url: str
    line: int


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
    wrong = (_line_fault(line) for url, line in lines if not _PAGE.fullmatch(url))
    findings = (fault.in_file(PUBLISHED_FILE) for fault in (*faults, *wrong))
    return PublishedList(
        tuple(PublishedAddress(url, line) for url, line in lines if _PAGE.fullmatch(url)),
        PersonalData((*personal.findings, *findings), personal.known),
    )


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield each line with something to read, and its number; “#” begins a comment."""
    for number, line in enumerate(text.split("\n"), 1):
        if (stripped := line.strip()) and not stripped.startswith("#"):
            yield stripped, number


def _line_fault(line: int) -> SourceFault:
    message = "This line is not the address of a page."
    hint = "Write one as in “practices/carers-cafe.html”, or delete the line."
    return SourceFault(SourcePosition(line, 1), "F139", message, hint)
