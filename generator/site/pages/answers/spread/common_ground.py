"""What places share: the practices that several use and the principles that several state."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.insights.common_ground import principles_by_place, shared_practices
from generator.english import counted
from generator.site.pages.answers.spread.layouts import COPY, SHARED
from generator.site.parts.answer_page import answer_page, paginate
from generator.site.parts.blocks import Block, BulletList, Callout, Table
from generator.site.parts.cells import capitalise, link_list, record_link, record_links, table_row
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.limits import FEW_LINKS, sample_items
from generator.site.parts.page import Page, PageSection


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the principles by place and the practices; a long list takes several pages."""
    practices = shared_practices(site.index)
    principles = principles_by_place(site.index)
    common = sum(len(principle.areas) > 1 for principle in principles)
    summary = (
        f"{capitalise(counted(len(practices), 'practice is', 'practices are'))} used or planned in "
        f"more than one place. {capitalise(counted(common, 'principle is', 'principles are'))} "
        "stated by more than one."
    )
    parts = [PageSection("principles", "Principles", tuple(_principles(site)))]
    page = answer_page(SHARED, summary, parts if principles else [])
    rows = tuple(
        table_row(
            record_link(site, principle.practice),
            record_links(site, principle.in_practice, "Nowhere yet", FEW_LINKS),
            record_links(site, principle.planned, "None stated", FEW_LINKS),
        )
        for principle in practices
    )
    columns = ("Practice", "In practice in", "Planned in")
    section = PageSection("practices", "Practices", ())
    yield from paginate(page, section, Table("", columns, rows, name="Practices that places share"))


def _principles(site: SiteContent) -> Iterator[Block]:
    stated = principles_by_place(site.index)
    several_areas = [principle for principle in stated if len(principle.areas) > 1]
    shown, more = sample_items(several_areas)
    rows = tuple(
        table_row(record_link(site, principle.principle), record_links(site, principle.areas))
        for principle in shown
    )
    if rows:
        yield Table("Stated by several places", ("Principle", "Stated by"), rows, more=more)
    by_area: dict[str, list[str]] = {}
    for principle in stated:
        if len(principle.areas) == 1:
            by_area.setdefault(principle.areas[0], []).append(principle.principle)
    for area, principles in by_area.items():
        label = f"Stated only by {site.catalogue.title(area)}"
        yield link_list(site, label, tuple(principles))
    if by_area:
        yield Callout(
            "Where one place states a principle and another does not, they may pull in different "
            "directions: one may want to copy what works exactly, another to adapt it."
        )
        yield BulletList(
            "", ((InternalLink(COPY.menu_title or "", COPY.url, "what adoptions did"),),)
        )
