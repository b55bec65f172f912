"""Who decides, and which groups each organisation belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analysis.insights.governance import (
    GroupPlace,
    PartnerPlace,
    group_places,
    partner_places,
)
from generator.english import counted
from generator.model.kinds.group import Group
from generator.model.kinds.prototype import role_in_words
from generator.site.parts.answer_page import answer_page, drop_column, paginate
from generator.site.parts.blocks import Table, TableRow
from generator.site.parts.cells import (
    capitalise,
    record_link,
    record_links,
    table_row,
    term_tag,
    text_inlines,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Inlines
from generator.site.parts.limits import FEW_LINKS
from generator.site.parts.navigation import WHO
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

DECIDES = Layout("who/decides.html", WHO, "Who decides", "Who decides what?")
FITS = Layout("who/where-do-i-fit.html", WHO, "Where do I fit", "Where does my organisation fit?")
LAYOUTS = (DECIDES, FITS)


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield groups by area, then partners with their groups; long lists take several pages."""
    yield from _decides(site)
    yield from _fits(site)


def _decides(site: SiteContent) -> Iterator[Page]:
    groups = group_places(site.index)
    oversee = sum(bool(group.oversees) for group in groups.values())
    summary = (
        f"{capitalise(counted(len(groups), 'group', 'groups'))}: the members of each, how often it "
        f"meets and what it oversees. "
        f"{capitalise(counted(oversee, 'group oversees', 'groups oversee'))} a prototype."
    )
    page = answer_page(DECIDES, summary, [])
    ordered = sorted(groups.values(), key=lambda group: (_area(site, group), group.group))
    rows = tuple(_body(site, group) for group in ordered)
    columns = ("Group", "Area", "What it is", "Members", "Chair and how often it meets", "Oversees")
    table = Table("", columns, rows, name="Groups by area")
    yield from paginate(page, PageSection("groups", "Groups, area by area", ()), table)


def _area(site: SiteContent, body: GroupPlace) -> str:
    return site.catalogue.title(body.area).casefold() if body.area else ""


def _body(site: SiteContent, group: GroupPlace) -> TableRow:
    record = site.catalogue.records[group.group]
    kind = record.type if isinstance(record, Group) else None
    chairs = getattr(record, "chairs", None)
    rhythm = getattr(record, "cadence", None)
    how = "; ".join(
        part for part in (chairs and f"Chaired by {chairs}", rhythm and f"meets {rhythm}") if part
    )
    named: Inlines = record_link(site, group.group)
    if group.parent:
        named = (*named, site.link(group.parent, "reports to it"))
    return table_row(
        named,
        record_link(site, group.area),
        term_tag(kind),
        record_links(site, group.members),
        text_inlines(how),
        record_links(site, group.oversees),
    )


def _fits(site: SiteContent) -> Iterator[Page]:
    partners = partner_places(site.index)
    summary = (
        f"Find your organisation among {counted(len(partners), 'partner', 'partners')}: the groups "
        "it belongs to, what it takes part in, and the places it serves."
    )
    page = answer_page(FITS, summary, [])
    ordered = sorted(
        partners.values(), key=lambda partner: site.catalogue.title(partner.partner).casefold()
    )
    rows = tuple(_place(site, partner) for partner in ordered)
    columns = ("Organisation", "Serves", "Member of", "Wider groups", "Takes part in")
    table = Table("", columns, rows, name="Organisations")
    if not any(partner.through for partner in ordered):
        table = drop_column(table, "Wider groups")
    yield from paginate(page, PageSection("partners", "Organisations from A to Z", ()), table)


def _place(site: SiteContent, partner: PartnerPlace) -> TableRow:
    notes = {
        prototype: _roles(site, prototype, roles) for prototype, roles in partner.prototypes.items()
    }
    return table_row(
        record_link(site, partner.partner),
        record_links(site, partner.areas, most=FEW_LINKS),
        record_links(site, partner.groups, most=FEW_LINKS),
        record_links(site, partner.through, "None", FEW_LINKS),
        record_links(site, notes, most=FEW_LINKS, notes=notes),
    )


def _roles(site: SiteContent, prototype: str, roles: Iterable[str]) -> str:
    record = site.index.prototype(prototype)
    return ", ".join(role_in_words(record, role).lower() for role in roles)


FAMILY = PageFamily(LAYOUTS, pages)
