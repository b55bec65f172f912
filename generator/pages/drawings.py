"""Figures as blocks of a page, with the same facts as a table beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.figures.evidence_map import evidence_map
from generator.figures.grid import adoption_grid
from generator.figures.measures import measure_charts
from generator.figures.model import Figure, FigureCell
from generator.figures.neighbourhood import neighbourhood as neighbourhood_figure
from generator.figures.network import learning_network
from generator.figures.population import population_growth
from generator.figures.timeline import timeline as timeline_figure
from generator.insights.evidence import EvidenceMap
from generator.insights.learning import Network
from generator.insights.neighbourhood import neighbourhood
from generator.insights.pace import Timeline
from generator.insights.population import Growth
from generator.insights.spread import Grid
from generator.kinds.measure import Measure
from generator.kinds.outcome import Outcome
from generator.pages.amounts import ROWS_A_PAGE, cut
from generator.pages.answer import answer, paged
from generator.pages.model import (
    Block,
    Drawing,
    Note,
    Page,
    PageSection,
    Pieces,
    Plate,
    Row,
    Table,
    To,
    Words,
)
from generator.pages.site import Site
from generator.pages.values import SILENT, chip_of


def spread_figure(site: Site, whole: Grid) -> Figure:
    """The grid of areas and practices."""
    return adoption_grid(whole, site.named)


def network_figure(site: Site, whole: Network) -> Figure:
    """The learning network."""
    return learning_network(whole, site.named)


def evidence_figure(site: Site, whole: EvidenceMap) -> Figure:
    """The map of practices and outcomes."""
    return evidence_map(whole, site.named)


def growth_drawings(site: Site, found: tuple[Growth, ...]) -> Iterator[Block]:
    """How populations are projected to grow, an outcome at a time; the first of them."""
    shown, more = cut(found)
    for figure in population_growth(shown, site.named):
        yield drawing(site, figure)
    yield from _undrawn(more)


def timeline_drawing(site: Site, found: Timeline) -> Iterator[Block]:
    """How a practice spread over time; in words where no date is stated."""
    figure = timeline_figure(found, site.named)
    if figure is not None:
        yield drawing(site, figure)
    elif found.undated:
        yield Note("No dates are recorded for its use or adoption.")


def _undrawn(more: int) -> Iterator[Note]:
    if more:
        yield Note(f"{more:,} more are not drawn here.")


def measure_drawings(site: Site, measures: list[Measure]) -> Iterator[Block]:
    """Charts of measures, one for each unit; the first of them."""
    shown, more = cut(measures)

    def better(outcome: str) -> str | None:
        found = site.catalogue.find(outcome)
        return found.better if isinstance(found, Outcome) else None

    for figure in measure_charts(shown, site.named, better):
        yield drawing(site, figure)
    yield from _undrawn(more)


def neighbourhood_drawing(site: Site, record: str) -> Drawing | None:
    """A record and those around it; None for one that stands alone."""
    found = neighbourhood(site.index, record)
    return drawing(site, neighbourhood_figure(found, site.named)) if found.neighbours else None


def drawing(site: Site, figure: Figure, rest: str = "") -> Drawing:
    """A figure with its table; the rows that are too many for one page stand at `rest`."""
    whole = table_of(site, figure)
    more = len(whole.rows) - ROWS_A_PAGE
    if more <= 0:
        return Drawing(figure, whole)
    rows = whole.rows[:ROWS_A_PAGE]
    link = To(f"All {len(whole.rows):,} rows", rest) if rest else None
    return Drawing(figure, Table("", whole.columns, rows, more, whole.name, link))


def table_pages(site: Site, plate: Plate, url: str, figure: Figure) -> Iterator[Page]:
    """The whole table of a figure on pages of its own, where it is too long to stand beside it."""
    if len(figure.rows) > ROWS_A_PAGE:
        own = Plate(url, plate.door, f"{plate.listed}: every row")
        summary = "The facts that the picture shows, and those that it has no room for."
        part = PageSection("all", "Every row", ())
        for page in paged(answer(own, summary, []), part, table_of(site, figure)):
            yield replace(page, plate=plate)


def table_of(site: Site, figure: Figure) -> Table:
    """The facts of a figure as a table."""
    rows = (
        Row(tuple(_cell(site, cell) for cell in row), tuple(cell.sort for cell in row))
        for row in figure.rows
    )
    return Table("", figure.columns, tuple(rows), name=figure.title)


def _cell(site: Site, cell: FigureCell) -> Pieces:
    if cell.refs:
        return tuple(site.to(one) for one in cell.refs)
    if cell.option:
        return (chip_of(cell.option),)
    return (Words(cell.text),) if cell.text else SILENT
