"""What stands out beside others, what shows when, and how the population grows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import outliers, population
from generator.analysis.insights.results import HORIZONS, framework
from generator.english import counted
from generator.model.display.inferred import is_inferred, marked
from generator.model.display.vocabulary import read_amount
from generator.model.kinds.measure import POSITIONS
from generator.model.kinds.outcome import HORIZONS as TERMS
from generator.model.kinds.outcome import TYPES, Outcome
from generator.site.pages.answers.evidence.layouts import GROWTH, OUTLIERS, PLATES, WHEN
from generator.site.parts.answer_page import (
    answer,
    chip,
    count_inlines,
    link,
    paged,
    row,
    sentence,
    words,
)
from generator.site.parts.blocks import Callout, Inlines, Page, PageSection, Table
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, chip_of
from generator.site.parts.figure_blocks import growth_drawings
from generator.site.parts.limits import ROWS_A_PAGE, cut
from generator.site.parts.measure_tables import word_of


def _are_worse(count: int) -> str:
    if not count:
        return "None is worse."
    return f"{count:,} {'is' if count == 1 else 'are'} worse."


def outliers_pages(site: SiteContent) -> Iterator[Page]:
    """Figures compared with those of other places, the worst first."""
    found = outliers.compared(site.index)
    worse = sum(one.outlier for one in found)
    summary = (
        f"{sentence(counted(len(found), 'figure is', 'figures are'))} compared with "
        f"those of other places. {_are_worse(worse)}"
    )
    rows = tuple(
        row(
            link(site, one.measure),
            link(site, one.area),
            _position(site, one),
            link(site, one.beside),
            words(read_amount(one.gap, site.index.measure(one.measure).unit) if one.gap else None),
            word_of(site.index.measure(one.measure), "change"),
            word_of(site.index.measure(one.measure), "nature"),
        )
        for one in found
    )
    columns = ("Figure", "Where", "Position", "Compared with", "Gap", "Change", "Type")
    note = Callout(
        "A gap is given only where both figures are stated. How fast a gap closes takes figures at "
        "two times, and is left out where they are missing."
    )
    part = PageSection("all", "Worst first", (note,))
    table = Table("", columns, rows, name="Figures compared with others")
    yield from paged(answer(OUTLIERS, summary, [], PLATES), part, table)


def _position(site: SiteContent, one: outliers.ComparatorResult) -> Inlines:
    inferred = is_inferred(site.index.measure(one.measure), "comparator", "position")
    if one.position is None:
        return NOTHING_STATED
    return (chip_of(marked(POSITIONS.option(one.position), inferred=inferred)),)


def when_page(site: SiteContent) -> Page:
    """Outcomes by how soon they show."""
    groups = framework(site.index)
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
    return answer(WHEN, summary, sections, PLATES)


def _outcomes(site: SiteContent, term: str, ids: tuple[str, ...]) -> Table:
    rows = []
    shown, more = cut(ids, ROWS_A_PAGE)
    for one in shown:
        record = site.catalogue.records[one]
        kind = record.type if isinstance(record, Outcome) else None
        measures = [site.index.measure(m) for m in site.index.measures_by_outcome.get(one, ())]
        count = sum(m.nature == "result" for m in measures)
        rows.append(
            row(link(site, one), chip(TYPES, kind), count_inlines(count, "result", "results"))
        )
    columns = ("Outcome", "Type", "Results so far")
    return Table("", columns, tuple(rows), more=more, name=f"Outcomes: {term.lower()}")


def growth_page(site: SiteContent) -> Page:
    """How the population is expected to grow."""
    found = population.growth(site.index)
    summary = (
        f"{sentence(counted(len(found), 'projection', 'projections'))} of how many people there "
        "will be. A projection is not a result."
    )
    sections = [PageSection("growth", "From and to", tuple(growth_drawings(site, found)))]
    return answer(GROWTH, summary, sections if found else [], PLATES)
