"""Find: one page to search and narrow everything; without scripts it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import KINDS
from generator.pages.doors import FIND
from generator.pages.model import Family, Page, Plate, To
from generator.pages.site import Site

PLATE = Plate("find/index.html", FIND, FIND)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list to browse and how many records it has."""

    link: To
    count: int


@dataclass(frozen=True, slots=True)
class FindView:
    """What the page shows before anything is typed."""

    trail: tuple[To, ...]
    title: str
    summary: str
    lists: tuple[Listed, ...]


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    summary = "Search every record and page, and narrow by place, stage, verdict and more."
    lists = (
        Listed(To(kind.labels, f"{kind.slug}/index.html"), len(site.catalogue.of_kind(kind)))
        for kind in KINDS
    )
    view = FindView((To("Home", "index.html"),), PLATE.listed or "", summary, tuple(lists))
    yield Page(PLATE.url, view.title, summary, PLATE, "find.html", view, found=False)


FAMILY = Family((PLATE,), pages)
