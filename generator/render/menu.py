"""The menu as the theme draws it: titles made safe, each entry with the pages behind it."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page in the menu, by its title as HTML and its URL from the root."""

    title: Markup
    url: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the menu: the page it leads to, and those behind it (none for a lone page)."""

    title: Markup
    first: str
    pages: tuple[MenuPage, ...]


def menu_entry(title: str, pages: Iterable[tuple[str, str]], *, alone: bool) -> MenuEntry:
    """An entry made from titles and URLs; titles may hold entities, as Markdown leaves them."""
    found = tuple(MenuPage(_safe(one), url) for one, url in pages)
    return MenuEntry(_safe(title), found[0].url if found else "", () if alone else found)


def _safe(title: str) -> Markup:
    """A title that may hold entities, as HTML that shows each letter once."""
    return escape(html.unescape(title))
