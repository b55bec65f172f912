"""Find: one page to search and narrow everything; without scripts it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import KINDS
from generator.site.parts.blocks import InternalLink, Layout, Page, PageFamily
from generator.site.parts.content import SiteContent
from generator.site.parts.navigation import FIND

PLATE = Layout("find/index.html", FIND, FIND)


@dataclass(frozen=True, slots=True)
class BrowseList:
    """A list to browse and how many records it has."""

    link: InternalLink
    count: int


@dataclass(frozen=True, slots=True)
class FindView:
    """What the page shows before anything is typed."""

    trail: tuple[InternalLink, ...]
    title: str
    summary: str
    lists: tuple[BrowseList, ...]


def pages(site: SiteContent) -> Iterator[Page]:
    """The one page."""
    summary = "Search every record and page, and narrow by place, stage, verdict and more."
    lists = (
        BrowseList(
            InternalLink(kind.labels, f"{kind.slug}/index.html"), len(site.catalogue.of_kind(kind))
        )
        for kind in KINDS
    )
    view = FindView(
        (InternalLink("Home", "index.html"),), PLATE.listed or "", summary, tuple(lists)
    )
    yield Page(PLATE.url, view.title, summary, PLATE, "find.html", view, found=False)


FAMILY = PageFamily((PLATE,), pages)
