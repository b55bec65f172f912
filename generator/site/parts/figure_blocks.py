"""Figures as blocks of a page, each with a table of the same facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.analysis.insights.effect_direction import effect_directions, share_one_scale
from generator.analysis.insights.learning import LearningNetwork
from generator.analysis.insights.pace import PracticeTimeline
from generator.analysis.insights.population import PopulationProjection
from generator.analysis.insights.practice_status import AdoptionGrid
from generator.analysis.insights.programmes import ProgrammeEvidence
from generator.model.kinds.measure import Measure
from generator.model.kinds.outcome import Outcome
from generator.site.figures.adoption_grid import adoption_grid
from generator.site.figures.effect_direction_plot import effect_direction_plot
from generator.site.figures.evidence_map import ProgrammeResults, evidence_map
from generator.site.figures.figure import Figure, FigureCell
from generator.site.figures.measure_chart import measure_charts
from generator.site.figures.network_diagram import network_diagram
from generator.site.figures.population_chart import population_charts
from generator.site.figures.timeline import timeline_chart as timeline_figure
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Block, Callout, FigureBlock, Table, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.figure_dates import dated_figure
from generator.site.parts.inlines import Inlines, InternalLink, Text
from generator.site.parts.limits import MAX_FIGURE_ROWS, ROWS_PER_PAGE, sample_items
from generator.site.parts.page import Layout, Page, PageSection

_FEWEST_IN_CHART = 3


def adoption_grid_figure(site: SiteContent, grid: AdoptionGrid) -> Figure:
    """Return the grid of areas and practices."""
    return adoption_grid(grid, site.name_in_figures)


def learning_network_figure(site: SiteContent, network: LearningNetwork) -> Figure:
    """Return the learning network of areas."""
    return network_diagram(network, site.name_in_figures)


def evidence_map_block(
    site: SiteContent, programmes: Iterable[ProgrammeEvidence], result_url: Callable[[str], str]
) -> FigureBlock:
    """Return the map of programmes and their results; `result_url` gives the row of a result.

    The page has tables with the same facts.
    """
    shown = [
        ProgrammeResults(
            programme.prototype,
            tuple(site.index.measure(result) for result in programme.results),
        )
        for programme in programmes
    ]
    figure = evidence_map(shown, site.name_in_figures, result_url)
    return FigureBlock(dated_figure(site, figure))


def population_blocks(
    site: SiteContent, projections: tuple[PopulationProjection, ...]
) -> Iterator[Block]:
    """Yield a chart of projected growth for each outcome, for the first projections.

    Fewer than three are no chart: a table says as much.
    """
    shown, more = sample_items(projections)
    for figure in population_charts(shown, site.name_in_figures):
        yield _figure_or_table(site, figure)
    yield from _left_out_note(more)


def timeline_blocks(site: SiteContent, timeline: PracticeTimeline) -> Iterator[Block]:
    """Yield the timeline of a practice, or a note where no date is stated.

    Fewer than three entries are a table.
    """
    figure = timeline_figure(timeline, site.name_in_figures)
    if figure is not None:
        yield _figure_or_table(site, figure)
    elif timeline.undated:
        yield Callout("No dates are recorded for its use or adoption.")


def _figure_or_table(site: SiteContent, figure: Figure) -> FigureBlock | Table:
    """Return a figure, or only its table where a picture would show too little."""
    if len(figure.rows) >= _FEWEST_IN_CHART:
        return figure_block(site, figure)
    return replace(figure_table(site, figure), label=figure.title)


def _left_out_note(more: int) -> Iterator[Callout]:
    if more:
        yield Callout(f"{more:,} more are not shown here.")


def measure_chart_blocks(site: SiteContent, measures: list[Measure]) -> Iterator[Block]:
    """Yield a chart for each unit with enough measures to compare, of the first measures.

    Pages list the same measures in a table of their own.
    """
    shown, more = sample_items(measures, MAX_FIGURE_ROWS)

    def better(outcome: str) -> str | None:
        record = site.catalogue.find(outcome)
        return record.better if isinstance(record, Outcome) else None

    for figure in measure_charts(shown, site.name_in_figures, better):
        if len(figure.rows) >= _FEWEST_IN_CHART:
            yield FigureBlock(dated_figure(site, figure))
    yield from _left_out_note(more)


def effect_direction_blocks(
    site: SiteContent, results: Sequence[Measure], key: str
) -> Iterator[Block]:
    """Yield the effect direction plot of results that do not share one scale.

    Nothing for fewer than three results of prototypes, nor where one chart can draw them all.
    """
    directions = effect_directions(site.index, results)
    count = sum(len(cell.measures) for cell in directions)
    if count >= _FEWEST_IN_CHART and not share_one_scale(results):
        yield figure_block(site, effect_direction_plot(directions, site.name_in_figures, key))


def figure_block(site: SiteContent, figure: Figure, rest: str = "") -> FigureBlock:
    """Return a figure with its table.

    A table of more rows than a page holds is on pages of its own, from the URL `rest`. A figure
    without such a page is one of several on the page of a record, and its table shows fewer rows:
    the records there have them all.
    """
    figure = dated_figure(site, figure)
    if rest and len(figure.rows) > ROWS_PER_PAGE:
        link = InternalLink(f"The same facts as a table: {len(figure.rows):,} rows", rest)
        return FigureBlock(figure, rest=link)
    table = figure_table(site, figure)
    rows, more = sample_items(table.rows, ROWS_PER_PAGE if rest else MAX_FIGURE_ROWS)
    return FigureBlock(figure, replace(table, rows=tuple(rows), more=more))


def figure_table_pages(
    site: SiteContent, layout: Layout, url: str, figure: Figure
) -> Iterator[Page]:
    """Yield pages with the whole table of a figure, where it is too long for the figure's page."""
    if len(figure.rows) > ROWS_PER_PAGE:
        rows_layout = Layout(url, layout.nav_section, f"{layout.menu_title}: every row")
        summary = "All the facts in the picture, and those that did not fit in it."
        part = PageSection("all", "Every row", ())
        for page in paginate(
            answer_page(rows_layout, summary, []), part, figure_table(site, figure)
        ):
            yield replace(page, layout=layout)


def figure_table(site: SiteContent, figure: Figure) -> Table:
    """Return the table of a figure, with links to its records."""
    rows = (
        TableRow(tuple(_cell_inlines(site, cell) for cell in row), tuple(cell.sort for cell in row))
        for row in figure.rows
    )
    return Table("", figure.columns, tuple(rows), name=figure.title)


def _cell_inlines(site: SiteContent, cell: FigureCell) -> Inlines:
    if cell.refs:
        return tuple(site.link(ref) for ref in cell.refs)
    if cell.option:
        return (option_tag(cell.option),)
    return (Text(cell.text),) if cell.text else NOTHING_STATED
