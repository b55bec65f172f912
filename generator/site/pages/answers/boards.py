"""A board report for each area: proven, in use, pending and blocked, fit to print on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.insights.assurance import Assurance, assurance
from generator.analysis.insights.gaps import gaps_at
from generator.english import counted
from generator.model.kinds.group import Group
from generator.site.pages.records.extras.area import report_url
from generator.site.pages.records.extras.tables import barrier_blocks, gap_table, halted_blocks
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Callout,
    Statistic,
    Statistics,
    SummaryList,
    SummaryRow,
    Table,
    TableRow,
    TwoColumns,
)
from generator.site.parts.cells import capitalise, link_list, record_links, table_row, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import WHO
from generator.site.parts.page import Layout, Page, PageFamily, PageSection
from generator.site.parts.verdicts import judges_suffix

INDEX = Layout("boards/index.html", WHO, "Board reports", "What should our board know?")
REPORT = Layout("boards/-layout.html", WHO)
_MAX_ROWS = 12


def pages(site: SiteContent) -> Iterator[Page]:
    """A list of the reports, then one for each area."""
    found = assurance(site.index)
    rows = tuple(_row(site, one) for one in found.values())
    columns = ("Report", "In practice", "Planned", "Could adopt", "Barriers met or expected")
    table = Table("", columns, rows, name="Board reports")
    summary = (
        "A report for each area: what works and is in use, what is planned, what was stopped, "
        "what it could adopt, and what gets in the way."
    )
    yield answer_page(INDEX, summary, [PageSection("all", "Every area", (table,))])
    for one in found.values():
        yield _report(site, one)


def _row(site: SiteContent, one: Assurance) -> TableRow:
    title = site.catalogue.title(one.area)
    counts = (len(one.here), len(one.pending), len(one.gaps), len(one.barriers))
    return table_row(
        (InternalLink(title, report_url(one.area)),),
        *(text_inlines(f"{count:,}") for count in counts),
    )


def _report(site: SiteContent, one: Assurance) -> Page:
    layout = Layout(report_url(one.area), WHO, f"Board report: {site.catalogue.title(one.area)}")
    summary = (
        f"{capitalise(counted(len(one.here), 'prototype', 'prototypes'))} in practice here or in "
        f"the wider area, {_worked(site, one)}. "
        f"{capitalise(counted(len(one.pending), 'adoption', 'adoptions'))} planned."
    )
    boards = tuple(
        group.id
        for group in site.catalogue.of(Group)
        if group.type == "board" and site.index.id(group.area) == one.area
    )
    parts = [
        PageSection(
            "now", "Where we stand", (*_for(site, boards), _numbers(site, one), _halves(site, one))
        ),
        PageSection("gaps", "What we could adopt", tuple(_gaps(site, one))),
        PageSection("blocked", "What gets in the way", tuple(_barriers(site, one))),
    ]
    if one.halted:
        halted = tuple(halted_blocks(site, one.halted))
        parts.insert(1, PageSection("halted", "What was paused, stopped or declined", halted))
    return replace(answer_page(layout, summary, parts), layout=REPORT)


def _numbers(site: SiteContent, one: Assurance) -> Statistics:
    solved = len(one.barriers) - len(one.open_barriers)
    return Statistics(
        tuple(
            Statistic(f"{count:,}", what)
            for count, what in (
                (len(one.worked), f"worked{judges_suffix(site, one.worked)}"),
                (len(one.taken), "adopted from others"),
                (len(one.pending), "planned"),
                (len(one.halted), "paused, stopped or declined"),
                (len(one.gaps), "with figures elsewhere, not in use in all of it"),
                (len(one.barriers), f"{_barriers_label(one)}, {solved} solved"),
            )
        )
    )


def _worked(site: SiteContent, one: Assurance) -> str:
    """How many prototypes worked, with who judged."""
    if not one.worked:
        return "none recorded as having worked"
    return f"{len(one.worked):,} worked{judges_suffix(site, one.worked)}"


def _halves(site: SiteContent, one: Assurance) -> TwoColumns:
    """What runs here and how it went, and who learnt from which places."""
    return TwoColumns(
        (
            _list(site, "Worked", one.worked),
            _list(site, "In practice, no verdict yet", _open(one)),
            _list(site, "Worked in part, or not", one.not_worked),
            _list(site, "Planned: not in practice yet", one.coming),
            *_inside(site, one),
        ),
        (
            _list(site, "Others have learnt from us", one.teaches),
            _list(site, "Others plan to learn from us", one.to_teach),
            _list(site, "Adopted from others", one.taken),
            _list(site, "Planned: to adopt from others", one.pending),
        ),
    )


def _inside(site: SiteContent, one: Assurance) -> Iterator[Block]:
    if one.inside:
        yield _list(site, "In practice in part of the area", one.inside)


def _gaps(site: SiteContent, one: Assurance) -> Iterator[Block]:
    if one.gaps:
        yield gap_table(site, "Gaps", list(one.gaps))
    else:
        yield from _accounts(site, one.area)


def _open(one: Assurance) -> tuple[str, ...]:
    """What runs here of which nobody has said whether it worked."""
    judged = {*one.worked, *one.not_worked}
    return tuple(prototype for prototype in one.here if prototype not in judged)


def _accounts(site: SiteContent, area: str) -> Iterator[Block]:
    """Where figures are behind nothing: how much rests on accounts, and where that is listed."""
    yield Callout("No practice with reported figures is left to adopt here.")
    number = len(gaps_at(site.index, area, "account"))
    if number:
        practices = counted(number, "practice has", "practices have")
        yield Callout(
            f"{capitalise(practices)} worked elsewhere by the account of those involved. We have "
            "no record of use here."
        )
        page = InternalLink(
            f"All of them, on the page of {site.catalogue.title(area)}", site.link(area).url
        )
        yield BulletList("", ((page,),))


def _for(site: SiteContent, boards: tuple[str, ...]) -> Iterator[Block]:
    if boards:
        yield SummaryList((SummaryRow("For", record_links(site, boards)),))


def _list(site: SiteContent, label: str, ids: tuple[str, ...]) -> Block:
    return link_list(site, f"{label}{judges_suffix(site, ids)}", ids, "None recorded", _MAX_ROWS)


def _barriers_label(one: Assurance) -> str:
    return f"{'barrier' if len(one.barriers) == 1 else 'barriers'} met or expected"


def _barriers(site: SiteContent, one: Assurance) -> Iterator[Block]:
    if one.barriers:
        yield from barrier_blocks(site, one.barriers, _MAX_ROWS)
    else:
        yield Callout("No barrier is recorded here.")


FAMILY = PageFamily((INDEX, REPORT), pages)
