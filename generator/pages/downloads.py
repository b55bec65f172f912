"""The data as files: what each is for, and how to put it to use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.exports import EXPORTS, DataFile, Edition, Export
from generator.exports.base import FOLDER, Example
from generator.pages.answer import answer, several
from generator.pages.doors import ABOUT
from generator.pages.model import (
    Block,
    Bullets,
    Code,
    Family,
    Fold,
    Note,
    Page,
    PageSection,
    Passage,
    Plate,
    Prose,
    Steps,
    Thing,
    To,
    Words,
)
from generator.pages.site import Site

DATA = Plate(f"{FOLDER}index.html", ABOUT, "Download the data", "Can I use the data?")
_FEW = 14  # files that are listed at once; of more, the rest is a click away


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    edition = Edition(site.index, site.name, site.about)
    records = several(len(site.catalogue.records), "record", "records")
    summary = (
        f"All {records} and every relation between them, as files for a spreadsheet, for "
        "statistics and for programs. You may copy, change and share them under the Open "
        "Government Licence v3.0, as long as you say where they come from."
    )
    parts = (_which(edition), *(_part(edition, export) for export in EXPORTS))
    page = answer(DATA, summary, parts)
    yield replace(page, thing=Thing("Dataset", f"{site.name}: data", summary))


def _which(edition: Edition) -> PageSection:
    """A first choice, for those who do not know the names of the formats."""
    choices = []
    for export in EXPORTS:
        none = "" if any(True for _ in export.files(edition)) else "none yet"
        link = To(export.title, f"{DATA.url}#{export.name}", none)
        choices.append((Words(f"{export.wish}:"), link))
    how = Note(
        "The programs on this page run in the folder “data” of a copy of this site, with Python "
        "3.11 or later. Those that draw on the network also need the library networkx."
    )
    return PageSection("which", "Which one do I need?", (Bullets("", tuple(choices)), how))


def _part(edition: Edition, export: Export) -> PageSection:
    files = tuple(one for one in export.files(edition) if one.title)
    blocks: list[Block] = [Passage("", Prose(export.about))]
    if not files:
        return PageSection(export.name, export.title, (*blocks, Note(export.none)))
    blocks.append(Bullets("Files", tuple((_to(one),) for one in files[:_FEW])))
    if rest := files[_FEW:]:
        more = Bullets("", tuple((_to(one),) for one in rest))
        blocks.append(Fold(f"{len(rest)} more files", (more,)))
    return PageSection(export.name, export.title, (*blocks, *map(_example, export.examples)))


def _to(file: DataFile) -> To:
    return To(file.title, file.url, file.url.removeprefix(FOLDER))


def _example(example: Example) -> Steps | Code:
    if example.kind == "steps":
        return Steps(example.title, example.lines)
    return Code(f"In Python: {example.title[:1].lower()}{example.title[1:]}",
                "\n".join(example.lines))  # fmt: skip


FAMILY = Family((DATA,), pages)
