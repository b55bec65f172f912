"""The page of all pages, to which “Menu” leads.

Its list is added by `theme/main.html`, because the host knows the hand-written pages too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import Layout, Page, PageFamily
from generator.site_paths import MENU

_TITLE = "All pages"
LAYOUT = Layout(MENU, _TITLE)


@dataclass(frozen=True, slots=True)
class AllPagesView:
    """The values of the page, above its list."""

    breadcrumbs: tuple[InternalLink, ...]
    title: str


def pages(site: SiteContent) -> Iterator[Page]:  # noqa: ARG001 - the same in every academy
    """Yield the page."""
    view = AllPagesView((InternalLink("Home", "index.html"),), _TITLE)
    summary = "Every list and every answer of this site, by section."
    yield Page(LAYOUT.url, _TITLE, summary, LAYOUT, "all-pages.html", view)


FAMILY = PageFamily((LAYOUT,), pages)
