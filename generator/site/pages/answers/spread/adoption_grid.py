"""The adoption grid: which practice is in use in which area."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import learning
from generator.analysis.insights.practice_reach import adoption_counts
from generator.analysis.insights.practice_status import AdoptionGrid, adoption_grid
from generator.english import counted
from generator.model.kinds.adoption_words import LEVELS, STATUSES
from generator.site.pages.answers.spread.layouts import GRID
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, Callout, Statistic, Statistics, Table
from generator.site.parts.cells import capitalise, link_list, table_row
from generator.site.parts.content import SiteContent
from generator.site.parts.figure_blocks import (
    adoption_grid_figure,
    figure_block,
    figure_table_pages,
)
from generator.site.parts.inlines import Text
from generator.site.parts.page import Page, PageSection


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the grid, then its whole table on further pages where it is long."""
    grid = adoption_grid(site.index)
    silent = _without(grid)
    used = sum(cell.practised == "yes" for cell in grid.standings.values())
    unknown = sum(cell.practised == "unknown" for cell in grid.standings.values())
    summary = (
        f"{capitalise(counted(len(grid.practices), 'practice', 'practices'))} in use, "
        f"planned or stopped in {len(grid.areas) - len(silent)} of "
        f"{counted(len(grid.areas), 'area', 'areas')}: where they differ, and "
        "where nobody knows."
    )
    numbers = Statistics(
        (
            Statistic(f"{used:,}", f"{_pairs(used)} of an area and a practice in use there"),
            Statistic(f"{unknown:,}", f"more {_pairs(unknown)} may be in use (adopters not named)"),
            *_statuses(site),
        )
    )
    note = Callout(
        "A practice in use in a wider area counts for the places inside it, unless such a place "
        "has stopped it. An empty cell means that nobody has said so. It does not mean no."
    )
    figure, rows = adoption_grid_figure(site, grid), "spread/rows.html"
    sections = [
        PageSection(
            "grid",
            "Areas and practices",
            (numbers, note, figure_block(site, figure, rows), *_silent(site, silent)),
        ),
        PageSection("levels", "At what level partners work together", (_levels(site),)),
    ]
    yield answer_page(GRID, summary, sections)
    yield from figure_table_pages(site, GRID, rows, figure)


def _pairs(number: int) -> str:
    return "pair" if number == 1 else "pairs"


def _statuses(site: SiteContent) -> Iterator[Statistic]:
    """Yield the number of adoptions with each status."""
    for status, count in adoption_counts(site.index).items():
        label = STATUSES.label(status).lower()
        yield Statistic(f"{count:,}", f"adoptions {label}", "adoptions/index.html")


def _without(grid: AdoptionGrid) -> list[str]:
    """Return the areas without any recorded practice."""
    known = {area for area, _ in grid.standings}
    return [area for area in grid.areas if area not in known]


def _silent(site: SiteContent, silent: list[str]) -> Iterator[Block]:
    """Yield a list of the areas without any recorded practice, if there are any."""
    if silent:
        label = "Areas with no practice recorded as in use, planned or stopped"
        yield link_list(site, label, silent)


def _levels(site: SiteContent) -> Table:
    counts = learning.adoption_levels(site.index)
    rows = tuple(
        table_row((Text(LEVELS.label(word)),), (Text(f"{n:,}"),)) for word, n in counts.items()
    )
    return Table("", ("Level", "Adoptions"), rows, name="Adoptions by level")
