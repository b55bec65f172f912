"""Find: the search page. Without scripts it links to the list of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import KINDS
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.navigation import FIND
from generator.site.parts.page import Layout, Page, PageFamily

LAYOUT = Layout("find/index.html", FIND, FIND)


@dataclass(frozen=True, slots=True)
class BrowseList:
    """A link to a list of records, and the number of records in it."""

    link: InternalLink
    count: int


@dataclass(frozen=True, slots=True)
class FindView:
    """The values of the page, as it is before the script adds the search."""

    breadcrumbs: tuple[InternalLink, ...]
    title: str
    summary: str
    lists: tuple[BrowseList, ...]


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the search page."""
    summary = "Search every record and page, and narrow by place, stage, verdict and more."
    lists = (
        BrowseList(
            InternalLink(kind.labels, f"{kind.slug}/index.html"),
            len(site.catalogue.records_of_kind(kind)),
        )
        for kind in KINDS
    )
    view = FindView(
        (InternalLink("Home", "index.html"),), LAYOUT.menu_title or "", summary, tuple(lists)
    )
    yield Page(LAYOUT.url, view.title, summary, LAYOUT, "find.html", view, searchable=False)


FAMILY = PageFamily((LAYOUT,), pages)
