"""The page families of the site. `PAGES` is the list; a new family is a module and a line here."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from generator.model.kinds import KIND_OF
from generator.site.pages import (
    academies,
    find,
    home,
    keeping,
    menu_page,
    not_found,
    offline,
    redirects,
    share,
    whats_new,
)
from generator.site.pages.answers import ANSWER_FAMILIES
from generator.site.pages.records import record_lists, record_page
from generator.site.pages.reference import (
    data_gaps,
    downloads,
    formatting,
    glossary,
    review_dates,
    rules,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.navigation import ABOUT, FIND, NAV_SECTIONS, NEW
from generator.site.parts.page import Layout, Page, PageBatch, PageFamily

__all__ = [
    "ABOUT",
    "PAGES",
    "Layout",
    "Page",
    "PageBatch",
    "PageFamily",
    "SiteContent",
    "all_layouts",
    "all_pages",
    "menu",
    "page_parts",
    "pages_at",
    "site_layouts",
]

Menu = list[Any]  # Entries as in `nav` of mkdocs.yml: a page, or {title: page or entries}.

PAGES: tuple[PageFamily, ...] = (
    home.FAMILY,
    whats_new.FAMILY,
    find.FAMILY,
    *ANSWER_FAMILIES,
    record_lists.FAMILY,
    record_page.FAMILY,
    redirects.FAMILY,
    keeping.FAMILY,
    data_gaps.FAMILY,
    downloads.FAMILY,
    review_dates.FAMILY,
    rules.FAMILY,
    formatting.FAMILY,
    share.FAMILY,
    offline.FAMILY,
    academies.FAMILY,
    glossary.FAMILY,
    menu_page.FAMILY,
    not_found.FAMILY,
)


# the lists of records that stand before the other pages of their section
_FIRST_LISTS = frozenset(
    f"{KIND_OF[name].slug}/index.html"
    for section in NAV_SECTIONS
    if section.lists_first
    for name in section.kinds
    if name in KIND_OF
)


def all_layouts() -> tuple[Layout, ...]:
    """Return every layout that each site has, in the order of the families."""
    return tuple(dict.fromkeys(layout for family in PAGES for layout in family.layouts))


def site_layouts(site: SiteContent) -> tuple[Layout, ...]:
    """Return every layout that the host must render for a site."""
    usual = all_layouts()
    urls = {layout.url for layout in usual}
    added = redirects.redirect_layouts(site)
    return (*usual, *(layout for layout in added if layout.url not in urls))


def all_pages(site: SiteContent) -> Iterator[Page]:
    """Yield every page of the site, except the hand-written ones."""
    for family in PAGES:
        yield from family.pages(site)


def page_parts(site: SiteContent) -> dict[str, PageBatch]:
    """Return functions that together make every page but those of records, by names that stay."""
    parts: dict[str, PageBatch] = {}
    for family in PAGES:
        if family.parts is not None:
            parts |= family.parts(site)
        elif family is not record_page.FAMILY:
            parts[family.pages.__module__] = family.pages
    return parts


def pages_at(site: SiteContent, url: str) -> Iterator[Page]:
    """Yield the page at a URL, and none where no page is there.

    Where that page cannot be made without others of its families, those are yielded too.
    """
    alone = (family.page_at(site, url) for family in PAGES if family.page_at)
    if page := next(filter(None, alone), None):
        yield page
        return
    folder = posixpath.dirname(url)
    for family in PAGES:
        folders = {posixpath.dirname(layout.url) for layout in family.layouts}
        if family.page_at is None and (not folders or folder in folders):
            yield from family.pages(site)


def menu(handwritten: Menu) -> Menu:
    """Return the menu of the site: the sections of generated pages, then the hand-written pages.

    The generated pages of the section “About” join the hand-written entry of that name.
    """
    by_section: dict[str, Menu] = {}
    for layout in sorted(all_layouts(), key=lambda layout: layout.url not in _FIRST_LISTS):
        if layout.menu_title:
            source = layout.url.removesuffix(".html") + ".md"
            by_section.setdefault(layout.nav_section, []).append({layout.menu_title: source})
    about_pages = by_section.pop(ABOUT, [])
    home_pages = [*by_section.pop("Home", []), *by_section.pop(FIND, []), *by_section.pop(NEW, [])]
    order = [section.title for section in NAV_SECTIONS]
    sections = [
        {title: by_section[title]}
        for title in sorted(by_section, key=lambda section_title: _position(order, section_title))
    ]
    handwritten_entries = [_with_about_pages(entry, about_pages) for entry in handwritten]
    if not any(isinstance(entry, dict) and ABOUT in entry for entry in handwritten):
        handwritten_entries.append({ABOUT: about_pages})
    return [*home_pages, *sections, *handwritten_entries]


def _position(order: list[str], title: str) -> int:
    return order.index(title) if title in order else len(order)


def _with_about_pages(entry: Any, about: Menu) -> Any:
    """Return a hand-written entry of the menu, the one called “About” with more pages."""
    if not isinstance(entry, dict) or ABOUT not in entry:
        return entry
    pages = entry[ABOUT]
    return {ABOUT: [*(pages if isinstance(pages, list) else [pages]), *about]}
