"""Figures compared with other places, outcomes by horizon, and population projections."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import outliers, population
from generator.analysis.insights.results import HORIZONS, outcome_framework
from generator.english import counted
from generator.model.display.inferred import is_inferred, mark_inferred
from generator.model.display.vocabulary import format_amount
from generator.model.kinds.measure_words import POSITIONS
from generator.model.kinds.outcome import HORIZONS as TERMS
from generator.model.kinds.outcome import TYPES, Outcome
from generator.site.pages.answers.evidence.layouts import GROWTH, OUTLIERS, WHEN
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Callout, Table
from generator.site.parts.cells import (
    capitalise,
    count_inlines,
    record_link,
    table_row,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag
from generator.site.parts.figure_blocks import population_blocks
from generator.site.parts.inlines import Inlines
from generator.site.parts.limits import ROWS_PER_PAGE, limit_items
from generator.site.parts.measure_tables import measure_tag
from generator.site.parts.page import Page, PageSection


def _are_worse(count: int) -> str:
    if not count:
        return "None is worse."
    return f"{count:,} {'is' if count == 1 else 'are'} worse."


def outliers_pages(site: SiteContent) -> Iterator[Page]:
    """Yield the figures that are compared with those of other places, the worst first."""
    compared = outliers.comparator_results(site.index)
    worse = sum(result.outlier for result in compared)
    summary = (
        f"{capitalise(counted(len(compared), 'figure is', 'figures are'))} compared with "
        f"those of other places. {_are_worse(worse)}"
    )
    rows = tuple(
        table_row(
            record_link(site, result.measure),
            record_link(site, result.area),
            _position(site, result),
            record_link(site, result.beside),
            text_inlines(
                format_amount(result.gap, site.index.measure(result.measure).unit)
                if result.gap
                else None
            ),
            measure_tag(site.index.measure(result.measure), "change"),
            measure_tag(site.index.measure(result.measure), "nature"),
        )
        for result in compared
    )
    columns = ("Figure", "Where", "Position", "Compared with", "Gap", "Change", "Type")
    note = Callout(
        "We give a gap only if both figures are stated. To say how fast a gap closes, we need "
        "figures from two dates."
    )
    part = PageSection("all", "Worst first", (note,))
    table = Table("", columns, rows, name="Figures compared with others")
    yield from paginate(answer_page(OUTLIERS, summary, []), part, table)


def _position(site: SiteContent, result: outliers.ComparatorResult) -> Inlines:
    inferred = is_inferred(site.index.measure(result.measure), "comparator", "position")
    if result.position is None:
        return NOTHING_STATED
    return (option_tag(mark_inferred(POSITIONS.option(result.position), inferred=inferred)),)


def when_page(site: SiteContent) -> Page:
    """Return the outcomes by the time after which they are expected."""
    groups = outcome_framework(site.index)
    stated = sum(len(groups[word]) for word in HORIZONS)
    summary = (
        f"{stated} outcomes say when they should show. For {len(groups['not-stated'])} nobody has "
        "said."
    )
    sections = [
        PageSection(
            f"term-{word}",
            f"{TERMS.label(word)} ({len(ids)})",
            (_outcomes(site, TERMS.label(word), ids),),
        )
        for word, ids in groups.items()
        if ids
    ]
    return answer_page(WHEN, summary, sections)


def _outcomes(site: SiteContent, term: str, ids: tuple[str, ...]) -> Table:
    rows = []
    shown, more = limit_items(ids, ROWS_PER_PAGE)
    for outcome in shown:
        record = site.catalogue.records[outcome]
        kind = record.type if isinstance(record, Outcome) else None
        measures = [site.index.measure(m) for m in site.index.measures_by_outcome.get(outcome, ())]
        count = sum(m.nature == "result" for m in measures)
        rows.append(
            table_row(
                record_link(site, outcome),
                word_tag(TYPES, kind),
                count_inlines(count, "result", "results"),
            )
        )
    columns = ("Outcome", "Type", "Results so far")
    return Table("", columns, tuple(rows), more=more, name=f"Outcomes: {term.lower()}")


def growth_page(site: SiteContent) -> Page:
    """Return the projections of population growth."""
    projections = population.population_projections(site.index)
    summary = (
        f"{capitalise(counted(len(projections), 'projection', 'projections'))} of how many people "
        "there will be. A projection is not a result."
    )
    sections = [PageSection("growth", "From and to", tuple(population_blocks(site, projections)))]
    return answer_page(GROWTH, summary, sections if projections else [])
