"""Figures as blocks of a page, with the same facts as a table beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.evidence import EvidenceMap
from generator.analysis.insights.learning import LearningNetwork
from generator.analysis.insights.neighbourhood import neighbourhood
from generator.analysis.insights.pace import PracticeTimeline
from generator.analysis.insights.population import PopulationProjection
from generator.analysis.insights.spread import AdoptionGrid
from generator.model.kinds.measure import Measure
from generator.model.kinds.outcome import Outcome
from generator.site.figures.adoption_grid import adoption_grid
from generator.site.figures.evidence_map import evidence_map
from generator.site.figures.measure_chart import measure_charts
from generator.site.figures.neighbourhood_diagram import neighbourhood as neighbourhood_figure
from generator.site.figures.network_diagram import learning_network
from generator.site.figures.population_chart import population_growth
from generator.site.figures.shapes import Figure, FigureCell
from generator.site.figures.timeline import timeline as timeline_figure
from generator.site.parts.answer_page import answer, paged
from generator.site.parts.blocks import (
    Block,
    Callout,
    FigureBlock,
    Inlines,
    InternalLink,
    Layout,
    Page,
    PageSection,
    Table,
    TableRow,
    Text,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, chip_of
from generator.site.parts.limits import ROWS_A_PAGE, cut


def spread_figure(site: SiteContent, whole: AdoptionGrid) -> Figure:
    """The grid of areas and practices."""
    return adoption_grid(whole, site.named)


def network_figure(site: SiteContent, whole: LearningNetwork) -> Figure:
    """The learning network."""
    return learning_network(whole, site.named)


def evidence_figure(site: SiteContent, whole: EvidenceMap) -> Figure:
    """The map of practices and outcomes."""
    return evidence_map(whole, site.named)


def growth_drawings(site: SiteContent, found: tuple[PopulationProjection, ...]) -> Iterator[Block]:
    """How populations are projected to grow, an outcome at a time; the first of them."""
    shown, more = cut(found)
    for figure in population_growth(shown, site.named):
        yield drawing(site, figure)
    yield from _undrawn(more)


def timeline_drawing(site: SiteContent, found: PracticeTimeline) -> Iterator[Block]:
    """How a practice spread over time; in words where no date is stated."""
    figure = timeline_figure(found, site.named)
    if figure is not None:
        yield drawing(site, figure)
    elif found.undated:
        yield Callout("No dates are recorded for its use or adoption.")


def _undrawn(more: int) -> Iterator[Callout]:
    if more:
        yield Callout(f"{more:,} more are not drawn here.")


def measure_drawings(site: SiteContent, measures: list[Measure]) -> Iterator[Block]:
    """Charts of measures, one for each unit; the first of them."""
    shown, more = cut(measures)

    def better(outcome: str) -> str | None:
        found = site.catalogue.find(outcome)
        return found.better if isinstance(found, Outcome) else None

    for figure in measure_charts(shown, site.named, better):
        yield drawing(site, figure)
    yield from _undrawn(more)


def neighbourhood_drawing(site: SiteContent, record: str) -> FigureBlock | None:
    """A record and those around it; None for one that stands alone."""
    found = neighbourhood(site.index, record)
    return drawing(site, neighbourhood_figure(found, site.named)) if found.neighbours else None


def drawing(site: SiteContent, figure: Figure, rest: str = "") -> FigureBlock:
    """A figure with its table; the rows that are too many for one page stand at `rest`."""
    whole = table_of(site, figure)
    more = len(whole.rows) - ROWS_A_PAGE
    if more <= 0:
        return FigureBlock(figure, whole)
    rows = whole.rows[:ROWS_A_PAGE]
    link = InternalLink(f"All {len(whole.rows):,} rows", rest) if rest else None
    return FigureBlock(figure, Table("", whole.columns, rows, more, whole.name, link))


def table_pages(site: SiteContent, plate: Layout, url: str, figure: Figure) -> Iterator[Page]:
    """The whole table of a figure on pages of its own, where it is too long to stand beside it."""
    if len(figure.rows) > ROWS_A_PAGE:
        own = Layout(url, plate.door, f"{plate.listed}: every row")
        summary = "The facts that the picture shows, and those that it has no room for."
        part = PageSection("all", "Every row", ())
        for page in paged(answer(own, summary, []), part, table_of(site, figure)):
            yield replace(page, plate=plate)


def table_of(site: SiteContent, figure: Figure) -> Table:
    """The facts of a figure as a table."""
    rows = (
        TableRow(tuple(_cell(site, cell) for cell in row), tuple(cell.sort for cell in row))
        for row in figure.rows
    )
    return Table("", figure.columns, tuple(rows), name=figure.title)


def _cell(site: SiteContent, cell: FigureCell) -> Inlines:
    if cell.refs:
        return tuple(site.to(one) for one in cell.refs)
    if cell.option:
        return (chip_of(cell.option),)
    return (Text(cell.text),) if cell.text else NOTHING_STATED
