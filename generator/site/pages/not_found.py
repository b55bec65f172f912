"""The page that a web server shows at an address that has no page. It offers the search.

It is shown at any depth, so its links start at the root of the server. Without the address of the
site nobody can say where that is, and there is no such page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import FIND
from generator.site.parts.page import Layout, Page, PageFamily
from generator.site_paths import NOT_FOUND

_TITLE = "Page not found"
LAYOUT = Layout(NOT_FOUND, _TITLE)


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The values of the page: its words, and links to pages that are always there."""

    title: str
    summary: str
    links: tuple[InternalLink, ...]


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page, where the address of the site is known."""
    if not site.address:
        return
    summary = "There is no page at this address. It may have moved, or the link may be wrong."
    links = (InternalLink("Home", "index.html"), InternalLink(FIND, "find/index.html"))
    view = NotFoundView(_TITLE, summary, links)
    yield Page(LAYOUT.url, view.title, summary, LAYOUT, "not-found.html", view, searchable=False)


FAMILY = PageFamily((LAYOUT,), pages)
