"""Costs, benefits, and the programmes that are ready to adopt."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights import money, value_case
from generator.analysis.insights.programmes import programme_evidence
from generator.english import counted
from generator.model.display.vocabulary import format_amount
from generator.model.kinds.measure_words import NATURES
from generator.site.pages.answers.evidence.layouts import READY, VALUE
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Block, Callout, Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    count_inlines,
    figure_links,
    record_link,
    record_links,
    table_row,
    text_inlines,
    word_tag,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Text
from generator.site.parts.last_known import as_of
from generator.site.parts.limits import FEW_LINKS, ROWS_PER_PAGE, limit_items
from generator.site.parts.page import Page, PageSection
from generator.site.parts.readiness import THE_RULE, is_candidate, readiness_tag
from generator.site.parts.verdicts import (
    judges_suffix,
    practices_inside,
    programme_tags,
    verdict_tag,
)


def value_page(site: SiteContent) -> Page:
    """Return what each prototype cost and achieved, and the totals of comparable figures."""
    cases = value_case.value_cases(site.index)
    live = [case for case in cases.values() if case.prototype in site.index.in_practice_ids]
    worked = [case for case in live if case.verdict == "worked"]
    costed = sum(bool(case.costs) for case in worked)
    summary = (
        f"{capitalise(counted(len(worked), 'prototype', 'prototypes'))} in practice "
        f"worked{judges_suffix(site, (case.prototype for case in worked))}. "
        f"{capitalise(counted(costed, 'reports', 'report'))} what it cost or saved."
    )
    ordered = sorted(cases.values(), key=lambda case: (case.verdict != "worked", len(case.missing)))
    shown, more = limit_items(ordered, ROWS_PER_PAGE)
    rows = tuple(_case(site, case) for case in shown)
    columns = (
        "Prototype",
        "Did it work?",
        "Cost results",
        "Other results",
        "Resources used",
        "Expected (not results)",
    )
    table = Table("", columns, rows, more=more, name="Costs and benefits")
    sections = [
        PageSection("cases", "Costs and effects side by side", (table,)),
        PageSection("money", "Sums of money", tuple(_money(site))),
    ]
    return answer_page(VALUE, summary, sections)


def _case(site: SiteContent, case: value_case.ValueCase) -> TableRow:
    return table_row(
        record_link(site, case.prototype),
        (*verdict_tag(site, case.prototype), *as_of(site, site.index.prototype(case.prototype))),
        figure_links(site, case.costs, "No cost figure"),
        count_inlines(len(case.effects), "result", "results"),
        record_links(site, case.inputs, "None stated"),
        record_links(site, case.expected, "None stated"),
    )


def _money(site: SiteContent) -> Iterator[Block]:
    sums = money.money_figures(site.index)
    for refusal in sums.refused:
        title = site.catalogue.title(refusal.outcome)
        yield Callout(
            f"{title}: these sums are not added up, because {'; '.join(refusal.reasons)}."
        )
    shown, more = limit_items(sums.sums, ROWS_PER_PAGE)
    rows = tuple(
        table_row(
            record_link(site, item.measure),
            text_inlines(format_amount(item.value, item.currency)),
            word_tag(NATURES, item.nature),
            record_link(site, item.partner),
            text_inlines(item.model),
            text_inlines(item.period),
        )
        for item in shown
    )
    columns = ("Finding", "Sum", "Type", "Who pays or saves", "How it was worked out", "Period")
    yield Table("", columns, rows, more=more, name="Sums of money")
    if sums.totals:
        totals = tuple(
            table_row(
                record_link(site, item.outcome),
                text_inlines(format_amount(item.total, item.currency)),
                text_inlines(item.model),
                text_inlines(item.period),
                record_links(site, item.measures),
            )
            for item in sums.totals
        )
        heads = ("Outcome", "Total", "How it was worked out", "Period", "Made up of")
        yield Table("Totals that can be added up", heads, totals)


def ready_pages(site: SiteContent) -> Iterator[Page]:
    """Yield the programmes that are proven and costed, and those that are not ready yet."""
    programmes = value_case.ready_to_adopt(site.index)
    ready = [readiness for readiness in programmes if readiness.ready]
    candidates = sum(is_candidate(readiness) for readiness in programmes)
    summary = (
        f"{capitalise(counted(len(ready), 'programme is', 'programmes are'))} ready to adopt, "
        f"{counted(candidates, 'is a candidate', 'are candidates')}. {THE_RULE}"
    )
    rows = tuple(_ready(site, readiness) for readiness in programmes)
    columns = ("Programme", "Ready?", "Results with figures", "Cost result", "For and against")
    part = PageSection("all", "Ready, candidates, and not ready yet", ())
    table = Table("", columns, rows, name="Ready to adopt")
    yield from paginate(answer_page(READY, summary, []), part, table)


def _ready(site: SiteContent, readiness: value_case.Readiness) -> TableRow:
    programme = programme_evidence(site.index)[readiness.prototype]
    proved = counted(len(readiness.proved), "result") if readiness.proved else "None"
    return table_row(
        (*record_link(site, readiness.prototype), Text(practices_inside(programme))),
        (readiness_tag(readiness),),
        text_inlines(proved),
        record_links(site, readiness.costs, "No cost result", FEW_LINKS),
        programme_tags(programme),
    )
