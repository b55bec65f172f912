"""A board report for each area: what is proven, in use, planned and blocked, for printing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.analysis.insights.assurance import Assurance, assurance
from generator.analysis.insights.gaps import gaps_from_level
from generator.analysis.insights.tried_near import tried_near
from generator.english import counted, lower_first
from generator.model.kinds.area import Area
from generator.model.kinds.group import Group
from generator.site.pages.records.extras.tables import (
    barrier_blocks,
    gap_table,
    halted_blocks,
    no_gap_text,
)
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
    TextBlock,
    TwoColumns,
)
from generator.site.parts.board_reports import report_url
from generator.site.parts.cells import capitalise, link_list, record_links, table_row, text_inlines
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink, MarkdownText
from generator.site.parts.navigation import WHO
from generator.site.parts.page import (
    Layout,
    Page,
    PageBatch,
    PageFamily,
    PageSection,
    single_page,
)
from generator.site.parts.verdicts import judges_suffix
from generator.site_paths import LAYOUT_NAME

INDEX = Layout(
    "boards/index.html",
    WHO,
    "Board reports",
    "What should our board know?",
    also_asked=("Board papers", "Reports for the board"),
)
REPORT = Layout(f"boards/{LAYOUT_NAME}", WHO)
# a sheet is one page of A4; the page of the area holds the rest
_MOST_LISTED, _MOST_BARRIERS = 6, 8


def parts(site: SiteContent) -> dict[str, PageBatch]:
    """Return the functions that make the list of the reports, and the report of each area."""
    areas = site.catalogue.records_of(Area)
    reports = {f"board of {area.id}": partial(_report, area=area.id) for area in areas}
    return {
        "boards": single_page(_index),
        **{name: single_page(one) for name, one in reports.items()},
    }


def _index(site: SiteContent) -> Page:
    rows = tuple(_row(site, report) for report in assurance(site.index).values())
    columns = ("Report", "In practice", "Planned", "Could adopt", "Barriers met or expected")
    table = Table("", columns, rows, name="Board reports")
    summary = (
        "A report for each area: what works and is in use, what is planned, what was stopped, "
        "what it could adopt, and what gets in the way."
    )
    return answer_page(INDEX, summary, [PageSection("all", "Every area", (table,))])


def _row(site: SiteContent, area_assurance: Assurance) -> TableRow:
    title = site.catalogue.title(area_assurance.area)
    counts = (
        len(area_assurance.here),
        len(area_assurance.pending),
        len(area_assurance.gaps),
        len(area_assurance.barriers),
    )
    return table_row(
        (InternalLink(title, report_url(area_assurance.area)),),
        *(text_inlines(f"{count:,}") for count in counts),
    )


def _report(site: SiteContent, area: str) -> Page:
    area_assurance = assurance(site.index)[area]
    layout = Layout(
        report_url(area_assurance.area),
        WHO,
        f"Board report: {site.catalogue.title(area_assurance.area)}",
    )
    summary = (
        f"{capitalise(counted(len(area_assurance.here), 'prototype', 'prototypes'))} in practice "
        f"here or in the wider area, {_worked(site, area_assurance)}. "
        f"{capitalise(counted(len(area_assurance.pending), 'adoption', 'adoptions'))} planned."
    )
    boards = tuple(
        group.id
        for group in site.catalogue.records_of(Group)
        if group.type == "board" and site.index.id(group.area) == area_assurance.area
    )
    parts = [
        PageSection(
            "now",
            "Where we stand",
            (
                *_for(site, area_assurance.area, boards),
                *_numbers(site, area_assurance),
                *_halves(site, area_assurance),
            ),
        ),
        PageSection("gaps", "What we could adopt", tuple(_gaps(site, area_assurance))),
        PageSection("blocked", "What gets in the way", tuple(_barriers(site, area_assurance))),
    ]
    if area_assurance.halted:
        halted = tuple(halted_blocks(site, area_assurance.halted))
        parts.insert(1, PageSection("halted", "What was paused, stopped or declined", halted))
    page = answer_page(layout, summary, parts)
    return replace(page, layout=REPORT, view=replace(page.view, is_sheet=True))


def _numbers(site: SiteContent, area_assurance: Assurance) -> Iterator[Block]:
    """Yield the numbers of the report in a row, without those that are zero."""
    solved = len(area_assurance.barriers) - len(area_assurance.open_barriers)
    numbers = (
        (len(area_assurance.worked), f"worked{judges_suffix(site, area_assurance.worked)}"),
        (len(area_assurance.taken), "adopted from others"),
        (len(area_assurance.pending), "planned to adopt from others"),
        (len(area_assurance.halted), "paused, stopped or declined"),
        (len(area_assurance.gaps), _gaps_label(len(area_assurance.gaps))),
        (len(area_assurance.barriers), f"{_barriers_label(area_assurance)}, {solved} solved here"),
    )
    statistics = tuple(Statistic(f"{count:,}", what) for count, what in numbers if count)
    if statistics:
        yield Statistics(statistics)


def _worked(site: SiteContent, area_assurance: Assurance) -> str:
    """Return how many prototypes worked, and who gave the verdicts."""
    if not area_assurance.worked:
        return "none recorded as having worked"
    return f"{len(area_assurance.worked):,} worked{judges_suffix(site, area_assurance.worked)}"


def _halves(site: SiteContent, area_assurance: Assurance) -> Iterator[Block]:
    """Yield two columns: prototypes of the area by verdict, and learning to and from it.

    Lists without any record are named together below them.
    """
    left = (
        ("Worked", area_assurance.worked),
        ("In practice, no verdict yet", _open(area_assurance)),
        ("Worked in part, or not", area_assurance.not_worked),
        ("Planned: not in practice yet", area_assurance.coming),
    )
    right = (
        ("In practice in part of the area", area_assurance.inside),
        ("Others have learnt from us", area_assurance.teaches),
        ("Others plan to learn from us", area_assurance.to_teach),
        ("Adopted from others", area_assurance.taken),
        ("Planned: to adopt from others", area_assurance.pending),
    )
    area = area_assurance.area
    columns = TwoColumns(_lists(site, area, left), _lists(site, area, right))
    if columns.left or columns.right:
        yield columns
    empty = [lower_first(label) for label, ids in (*left, *right) if not ids]
    if empty:
        yield TextBlock("", MarkdownText(f"Nothing recorded as: {'; '.join(empty)}."))


def _lists(
    site: SiteContent, area: str, lists: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[BulletList, ...]:
    return tuple(_list(site, area, label, ids) for label, ids in lists if ids)


def _gaps(site: SiteContent, area_assurance: Assurance) -> Iterator[Block]:
    if area_assurance.gaps:
        yield gap_table(site, "Gaps", list(area_assurance.gaps))
    else:
        yield from _accounts(site, area_assurance.area)


def _open(area_assurance: Assurance) -> tuple[str, ...]:
    """Return the prototypes in practice in the area that have no verdict."""
    judged = {*area_assurance.worked, *area_assurance.not_worked}
    return tuple(prototype for prototype in area_assurance.here if prototype not in judged)


def _accounts(site: SiteContent, area: str) -> Iterator[Block]:
    """Yield how many gaps rest only on accounts, for an area without gaps backed by figures."""
    yield Callout(no_gap_text(site, area))
    number = len(gaps_from_level(site.index, area, "account"))
    if number:
        programmes = counted(number, "programme has", "programmes have")
        yield Callout(
            f"{capitalise(programmes)} worked elsewhere by accounts in words. We have "
            "no record of use here."
        )
        page = InternalLink(
            f"All of them, on the page of {site.catalogue.title(area)}", site.link(area).url
        )
        yield BulletList("", ((page,),))


def _for(site: SiteContent, area: str, boards: tuple[str, ...]) -> Iterator[Block]:
    """Yield for which boards the report is, and the page that says more than one sheet of paper."""
    rows = [SummaryRow("For", record_links(site, boards))] if boards else []
    yield SummaryList((*rows, SummaryRow("More about it", (site.link(area),))))


def _list(site: SiteContent, area: str, label: str, ids: tuple[str, ...]) -> BulletList:
    rest = _section_url(site, area, _section(site, area, ids))
    label = f"{label}{judges_suffix(site, ids)}"
    return replace(link_list(site, label, ids, most=_MOST_LISTED), rest=rest)


def _section(site: SiteContent, area: str, ids: tuple[str, ...]) -> str:
    """Return the section of the area's page that has the records which a list leaves out.

    It is empty where no section has them all.
    """
    left_out = ids[_MOST_LISTED:]
    if any(site.catalogue.records[record].kind == "adoption" for record in left_out):
        return "spread"
    own = site.index.prototypes_in.get(area, ())
    if any(prototype in own for prototype in left_out):
        return "here"
    near = tried_near(site.index, area)
    return "nearby" if near.around or near.inside else ""


def _section_url(site: SiteContent, area: str, section: str) -> str:
    url = site.link(area).url
    return f"{url}#{section}" if section else url


def _gaps_label(number: int) -> str:
    programmes = "programme" if number == 1 else "programmes"
    return f"{programmes} with figures elsewhere, not in use here"


def _barriers_label(area_assurance: Assurance) -> str:
    return f"{'barrier' if len(area_assurance.barriers) == 1 else 'barriers'} met or expected"


def _barriers(site: SiteContent, area_assurance: Assurance) -> Iterator[Block]:
    number = len(area_assurance.barriers)
    if not number:
        yield Callout("No barrier is recorded here.")
    for table in barrier_blocks(site, area_assurance.barriers, _MOST_BARRIERS):
        link = site.link(area_assurance.area)
        words = f"All {number:,}, on the page of {link.title}"
        url = _section_url(site, area_assurance.area, "barriers")
        rest = InternalLink(words, url) if table.more else None
        yield replace(table, more=0, rest=rest)


FAMILY = PageFamily.in_parts((INDEX, REPORT), parts)
