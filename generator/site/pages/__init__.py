"""Page families. `PAGES` is the list: a new family is one module and one line here."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from generator.site.pages import find, home, offline, share
from generator.site.pages.answers import ANSWERING
from generator.site.pages.records import record_lists, record_page, redirects
from generator.site.pages.reference import data_gaps, downloads, glossary, review_dates, rules
from generator.site.parts.blocks import Layout, Page, PageBatch, PageFamily
from generator.site.parts.content import SiteContent
from generator.site.parts.navigation import ABOUT, FIND, NAV_SECTIONS

__all__ = [
    "ABOUT",
    "PAGES",
    "Layout",
    "Page",
    "PageBatch",
    "PageFamily",
    "SiteContent",
    "all_batches",
    "all_layouts",
    "all_pages",
    "menu",
    "pages_about",
]

Menu = list[Any]  # a page, or {title: page or entries}, as MkDocs reads them

PAGES: tuple[PageFamily, ...] = (
    home.FAMILY,
    find.FAMILY,
    *ANSWERING,
    record_lists.FAMILY,
    record_page.FAMILY,
    redirects.FAMILY,
    data_gaps.FAMILY,
    downloads.FAMILY,
    review_dates.FAMILY,
    rules.FAMILY,
    share.FAMILY,
    offline.FAMILY,
    glossary.FAMILY,
)


def all_layouts() -> tuple[Layout, ...]:
    """Every frame the host has to render, in the order of the families."""
    return tuple(dict.fromkeys(plate for family in PAGES for plate in family.plates))


def all_pages(site: SiteContent) -> Iterator[Page]:
    """Every page of the site but the hand-written ones."""
    for family in PAGES:
        yield from family.pages(site)


def all_batches(site: SiteContent) -> tuple[tuple[PageBatch, ...], tuple[PageBatch, ...]]:
    """What makes every page: first each family that is made as a whole, then the shares of those
    that are cut.
    """
    whole = tuple(family.pages for family in PAGES if family.shares is None)
    cut = (share for family in PAGES if family.shares for share in family.shares(site))
    return whole, tuple(cut)


def pages_about(site: SiteContent, url: str) -> Iterator[Page]:
    """The page at an address; or, where it cannot be made alone, the pages among which it is if
    there is one.
    """
    alone = (family.at(site, url) for family in PAGES if family.at)
    if found := next(filter(None, alone), None):
        yield found
        return
    folder = posixpath.dirname(url)
    for family in PAGES:
        folders = {posixpath.dirname(plate.url) for plate in family.plates}
        if family.at is None and (not folders or folder in folders):
            yield from family.pages(site)


def menu(handwritten: Menu) -> Menu:
    """The site's menu: the doors, then the hand-written pages.

    What stands behind the door “About” joins the hand-written entry of that name.
    """
    doors: dict[str, Menu] = {}
    for plate in all_layouts():
        if plate.listed:
            source = plate.url.removesuffix(".html") + ".md"
            doors.setdefault(plate.door, []).append({plate.listed: source})
    about = doors.pop(ABOUT, [])
    home = [*doors.pop("Home", []), *doors.pop(FIND, [])]
    order = [door.title for door in NAV_SECTIONS]
    own = [{title: doors[title]} for title in sorted(doors, key=lambda one: _place(order, one))]
    rest = [_joined(entry, about) for entry in handwritten]
    if not any(isinstance(entry, dict) and ABOUT in entry for entry in handwritten):
        rest.append({ABOUT: about})
    return [*home, *own, *rest]


def _place(order: list[str], title: str) -> int:
    return order.index(title) if title in order else len(order)


def _joined(entry: Any, about: Menu) -> Any:
    """A hand-written entry of the menu; the one called “About” takes in the program's own pages."""
    if not isinstance(entry, dict) or ABOUT not in entry:
        return entry
    pages = entry[ABOUT]
    return {ABOUT: [*(pages if isinstance(pages, list) else [pages]), *about]}
