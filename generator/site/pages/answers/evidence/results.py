"""The list of results and other figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.results import result_counts
from generator.english import counted
from generator.model.kinds.measure import Measure
from generator.model.kinds.measure_words import NATURES
from generator.site.pages.answers.evidence.layouts import RESULTS
from generator.site.parts.answer_page import add_section, answer_page, paginate
from generator.site.parts.blocks import Callout, Statistic, Statistics
from generator.site.parts.cells import capitalise
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import ROWS_PER_PAGE, limit_items
from generator.site.parts.measure_tables import (
    ILLUSTRATION,
    ILLUSTRATIONS_TITLE,
    measure_table,
    results_first,
)
from generator.site.parts.page import Page, PageSection


def results_pages(site: SiteContent) -> Iterator[Page]:
    """Yield every figure, results first; illustrations are in a section of their own."""
    counts = result_counts(site.index)
    total = counts.natures["result"]
    other_count = sum(counts.natures.values()) - total
    summary = (
        f"{capitalise(counted(total, 'result', 'results'))}, and {other_count} other figures that "
        "are not results: targets, projections, estimates, context and illustrations."
    )
    statistics = Statistics(
        tuple(
            Statistic(f"{n:,}", NATURES.label(word).lower()) for word, n in counts.natures.items()
        )
    )
    base = Callout(
        f"{len(counts.numeric_baseline)} of {total} results have a starting value as a figure. "
        f"{len(counts.worded_baseline)} have one in words. {len(counts.in_words)} results are "
        "in words, without a figure."
    )
    ordered = results_first(site.catalogue.records_of(Measure))
    made_up = [measure for measure in ordered if measure.nature == ILLUSTRATION]
    sections = [PageSection("count", "How many of each", (statistics, base))]
    page = answer_page(RESULTS, summary, sections)
    part = PageSection("all", "Results first, then other figures by type", ())
    real = [measure for measure in ordered if measure.nature != ILLUSTRATION]
    first, *rest = paginate(page, part, measure_table(site, "", real, name="All figures"))
    yield add_section(first, _made_up(site, made_up)) if made_up else first
    yield from rest


def _made_up(site: SiteContent, measures: list[Measure]) -> PageSection:
    shown, more = limit_items(measures, ROWS_PER_PAGE)
    table = measure_table(site, "", shown, name=ILLUSTRATIONS_TITLE)
    return PageSection("made-up", ILLUSTRATIONS_TITLE, (replace(table, more=more),))
