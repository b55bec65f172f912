"""The menu for the theme: escaped titles, each entry with its pages."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup, escape

# what people look for at the end of a page; “Menu” leads to all others
_FOOTER_PAGES = ("boards/index.html", "about.html", "accessibility.html", "data/index.html")


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page in the menu: its title as HTML and its root-relative URL."""

    title: Markup
    url: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the menu: the page that it opens, and its pages (none for a single page)."""

    title: Markup
    first: str
    pages: tuple[MenuPage, ...]


class HostMenuItem(Protocol):
    """An entry of a host's menu: a page, or a section with entries of its own."""

    title: str | None
    children: Any


def menu_entries(items: Iterable[HostMenuItem]) -> tuple[MenuEntry, ...]:
    """Return the menu of a host as two levels; deeper entries move up to the second."""
    return tuple(_entry(item) for item in items)


def footer_pages(entries: Iterable[MenuEntry]) -> tuple[MenuPage, ...]:
    """Return the pages of the menu that the end of every page links to."""
    pages = {page.url: page for entry in entries for page in entry.pages}
    return tuple(pages[url] for url in _FOOTER_PAGES if url in pages)


def _entry(item: HostMenuItem) -> MenuEntry:
    pages = tuple(MenuPage(_escaped_title(str(page.title)), page.url) for page in _pages(item))
    first = pages[0].url if pages else ""
    return MenuEntry(_escaped_title(str(item.title)), first, pages if item.children else ())


def _pages(item: Any) -> Iterator[Any]:
    if not item.children:
        yield item
    for child in item.children or ():
        yield from _pages(child)


def _escaped_title(title: str) -> Markup:
    """Return a title that may contain HTML entities as HTML that escapes them once."""
    return escape(html.unescape(title))
