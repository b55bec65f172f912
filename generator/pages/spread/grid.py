"""What is in use where: areas by practices."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights import learning
from generator.insights.spread import Grid, by_status, grid
from generator.kinds.adoption import LEVELS, STATUSES
from generator.pages.answer import answer, bullets, row, sentence, several
from generator.pages.drawings import drawing, spread_figure, table_pages
from generator.pages.model import Block, Note, Number, Numbers, Page, PageSection, Table, Words
from generator.pages.site import Site
from generator.pages.spread.plates import GRID, PLATES


def pages(site: Site) -> Iterator[Page]:
    """The grid, and its rows on pages of their own where they are many."""
    whole = grid(site.index)
    silent = _without(whole)
    used = sum(cell.practised == "yes" for cell in whole.standings.values())
    unknown = sum(cell.practised == "unknown" for cell in whole.standings.values())
    summary = (
        f"{sentence(several(len(whole.practices), 'practice', 'practices'))} in use, planned "
        f"or stopped in {len(whole.areas) - len(silent)} of "
        f"{several(len(whole.areas), 'area', 'areas')}: where they differ, and where nobody knows."
    )
    numbers = Numbers(
        (
            Number(f"{used:,}", "places where a practice is in use"),
            Number(f"{unknown:,}", "may be using it (adopters not named)"),
            *_statuses(site),
        )
    )
    note = Note(
        "A practice in use in a wider area counts for the places inside it, unless such a place "
        "has stopped it. An empty cell means that nobody has said so. It does not mean no."
    )
    figure, rows = spread_figure(site, whole), "spread/rows.html"
    sections = [
        PageSection(
            "grid",
            "Areas and practices",
            (numbers, note, drawing(site, figure, rows), *_silent(site, silent)),
        ),
        PageSection("levels", "At what level partners work together", (_levels(site),)),
    ]
    yield answer(GRID, summary, sections, PLATES)
    yield from table_pages(site, GRID, rows, figure)


def _statuses(site: Site) -> Iterator[Number]:
    """Adoptions by their status."""
    for status, count in by_status(site.index).items():
        label = STATUSES.label(status).lower()
        yield Number(f"{count:,}", f"adoptions {label}", "adoptions/index.html")


def _without(whole: Grid) -> list[str]:
    """The areas of which no practice is recorded."""
    known = {area for area, _ in whole.standings}
    return [area for area in whole.areas if area not in known]


def _silent(site: Site, silent: list[str]) -> Iterator[Block]:
    """These areas are not left out in silence."""
    if silent:
        label = "Areas where no practice in use, planned or stopped is recorded"
        yield bullets(site, label, silent)


def _levels(site: Site) -> Table:
    found = learning.levels(site.index)
    rows = tuple(row((Words(LEVELS.label(word)),), (Words(f"{n:,}"),)) for word, n in found.items())
    return Table("", ("Level", "Adoptions"), rows, name="Adoptions by level")
