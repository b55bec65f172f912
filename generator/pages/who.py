"""Who decides, and where each organisation fits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insights.governance import Body, Place, bodies, where_each_fits
from generator.kinds.group import TYPES as GROUP_TYPES
from generator.kinds.group import Group
from generator.kinds.prototype import ROLES
from generator.pages.answer import (
    answer,
    chip,
    link,
    links,
    paged,
    row,
    sentence,
    several,
    without,
    words,
)
from generator.pages.doors import WHO
from generator.pages.model import Family, Page, PageSection, Pieces, Plate, Row, Table
from generator.pages.site import Site

DECIDES = Plate("who/decides.html", WHO, "Who decides", "Who decides what?")
FITS = Plate("who/where-do-i-fit.html", WHO, "Where do I fit", "Where does my organisation fit?")
PLATES = (DECIDES, FITS)


def pages(site: Site) -> Iterator[Page]:
    """Groups by area, then partners with what they belong to; long lists on several pages."""
    yield from _decides(site)
    yield from _fits(site)


def _decides(site: Site) -> Iterator[Page]:
    found = bodies(site.index)
    oversee = sum(bool(one.oversees) for one in found.values())
    summary = (
        f"{sentence(several(len(found), 'group', 'groups'))}: the members of each, how often it "
        f"meets and what it oversees. "
        f"{sentence(several(oversee, 'group oversees', 'groups oversee'))} a prototype."
    )
    page = answer(DECIDES, summary, [], PLATES)
    ordered = sorted(found.values(), key=lambda one: (_area(site, one), one.group))
    rows = tuple(_body(site, one) for one in ordered)
    columns = ("Group", "Area", "What it is", "Members", "Chair and how often it meets", "Oversees")
    table = Table("", columns, rows, name="Groups by area")
    yield from paged(page, PageSection("groups", "Groups, area by area", ()), table)


def _area(site: Site, body: Body) -> str:
    return site.catalogue.title(body.area).casefold() if body.area else ""


def _body(site: Site, one: Body) -> Row:
    record = site.catalogue.records[one.group]
    kind = record.type if isinstance(record, Group) else None
    chairs = getattr(record, "chairs", None)
    rhythm = getattr(record, "cadence", None)
    how = "; ".join(
        part for part in (chairs and f"Chaired by {chairs}", rhythm and f"meets {rhythm}") if part
    )
    named: Pieces = link(site, one.group)
    if one.parent:
        named = (*named, site.to(one.parent, "reports to it"))
    return row(
        named,
        link(site, one.area),
        chip(GROUP_TYPES, kind),
        links(site, one.members),
        words(how),
        links(site, one.oversees),
    )


def _fits(site: Site) -> Iterator[Page]:
    found = where_each_fits(site.index)
    summary = (
        f"Find your organisation among {several(len(found), 'partner', 'partners')}: the groups it "
        "belongs to, what it takes part in, and the places it serves."
    )
    page = answer(FITS, summary, [], PLATES)
    ordered = sorted(found.values(), key=lambda one: site.catalogue.title(one.partner).casefold())
    rows = tuple(_place(site, one) for one in ordered)
    columns = ("Organisation", "Serves", "Member of", "And so reaches", "Takes part in")
    table = Table("", columns, rows, name="Organisations")
    if not any(one.through for one in ordered):
        table = without(table, "And so reaches")
    yield from paged(page, PageSection("partners", "Organisations from A to Z", ()), table)


def _place(site: Site, one: Place) -> Row:
    part = tuple(
        site.to(prototype, ", ".join(ROLES.label(role).lower() for role in roles))
        for prototype, roles in one.prototypes.items()
    )
    return row(
        link(site, one.partner),
        links(site, one.areas),
        links(site, one.groups),
        links(site, one.through, "None"),
        part or links(site, ()),
    )


FAMILY = Family(PLATES, pages)
