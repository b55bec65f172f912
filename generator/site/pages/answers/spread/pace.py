"""How fast practices spread, and the results of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import pace
from generator.analysis.insights.practice_reach import PracticeReach, practice_reach
from generator.english import counted
from generator.model.display.vocabulary import format_number
from generator.site.pages.answers.spread.layouts import PACE
from generator.site.parts.adoption_counts import adoption_counts
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Callout, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    text_inlines,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import FEW_LINKS, sample_items
from generator.site.parts.page import Page, PageSection


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield how long adoption takes, then each practice with its spread and results."""
    months = pace.adoption_delay(site.index)
    if months.median is None:
        summary = (
            f"We cannot say how long adoption takes: {months.dated} of {months.adoptions} "
            "adoptions have both dates, when it was shown to work and when it was adopted."
        )
    else:
        both = counted(months.dated, "adoption has", "adoptions have")
        summary = (
            f"{capitalise(both)} both dates, of {months.adoptions} in all. Of "
            f"{'it' if months.dated == 1 else 'these'}, half took {format_number(months.median)} "
            "months or less from proof to adoption."
        )
    page = answer_page(PACE, summary, tuple(_saved(site)))
    spread = [
        practice_reach
        for practice_reach in practice_reach(site.index).values()
        if _moves(practice_reach)
    ]
    spread.sort(
        key=lambda practice_reach: (
            -len(practice_reach.areas),
            -len(practice_reach.actual),
            practice_reach.practice,
        )
    )
    columns = ("Practice", "In practice in", "Prototypes in practice", "Adoptions", "Results")
    rows = tuple(_reach(site, practice_reach) for practice_reach in spread)
    unreported = sum(
        bool(practice_reach.areas) and not site.index.results_using(practice_reach.practice)
        for practice_reach in spread
    )
    note = Callout(
        f"{capitalise(counted(unreported, 'practice is', 'practices are'))} in practice without "
        "any result reported."
    )
    part = PageSection("reach", "How far each practice has spread", (note,))
    yield from paginate(page, part, Table("", columns, rows, name="Reach of each practice"))


def _saved(site: SiteContent) -> Iterator[PageSection]:
    """Yield a section on the months that adoptions are expected to save, if any are stated."""
    estimates, more = sample_items(pace.months_saved(site.index))
    rows = tuple(
        table_row(
            record_link(site, estimate.adoption),
            text_inlines(f"{format_number(estimate.months)} months"),
        )
        for estimate in estimates
    )
    if rows:
        note = Callout("These are estimates made beforehand. They are not results.")
        columns = ("Adoption", "Expected to save")
        table = Table("", columns, rows, more, "Months expected to be saved")
        yield PageSection("saved", "Time that adoption should save", (note, table))


def _moves(practice_reach: PracticeReach) -> bool:
    return bool(
        practice_reach.areas
        or practice_reach.actual
        or practice_reach.planned
        or practice_reach.halted
    )


def _reach(site: SiteContent, practice_reach: PracticeReach) -> TableRow:
    adoptions = adoption_counts(
        site.index,
        (*practice_reach.actual, *practice_reach.planned, *practice_reach.halted),
        "None recorded",
    )
    unnamed = f" ({practice_reach.unnamed} areas not named)" if practice_reach.unnamed else ""
    results = len(site.index.results_using(practice_reach.practice))
    return table_row(
        record_link(site, practice_reach.practice),
        record_links(site, practice_reach.areas, "Nowhere yet", FEW_LINKS),
        text_inlines(f"{len(practice_reach.prototypes):,}"),
        text_inlines(adoptions + unnamed),
        text_inlines(capitalise(counted(results, "result", "results"))),
    )
