"""A page at each address that has moved, so that old links and bookmarks still work.

Those are the earlier ids of records, and the pages that the list of published addresses leads on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kind import url_of
from generator.model.kinds import KIND_OF, KINDS
from generator.site.pages.records.record_page import record_layout
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import Layout, Page, PageFamily
from generator.site_paths import LAYOUT_NAME

_HOME = InternalLink("Home", "index.html")
_RECORD_LAYOUTS = {kind.slug: record_layout(kind) for kind in KINDS}


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The values of a page that says that something has moved, and where."""

    breadcrumbs: tuple[InternalLink, ...]
    link: InternalLink


def redirect_layouts(site: SiteContent) -> tuple[Layout, ...]:
    """Return the layouts of the pages that have moved: one in each folder."""
    return tuple(dict.fromkeys(_layout(page.url) for page in site.catalogue.moved_pages))


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield a page for every earlier id, and for every page that has moved."""
    for alias, record_id in site.catalogue.aliases.items():
        kind = KIND_OF[site.catalogue.records[record_id].kind]
        steps = (_HOME, InternalLink(kind.labels, f"{kind.slug}/index.html"))
        summary = f"This {kind.label.lower()} has a new address."
        yield _page(url_of(kind, alias), summary, RedirectView(steps, site.link(record_id)))
    for moved in site.catalogue.moved_pages:
        link = InternalLink(moved.title or moved.moved_to, moved.moved_to)
        yield _page(moved.url, "This page has a new address.", RedirectView((_HOME,), link))


def _page(url: str, summary: str, view: RedirectView) -> Page:
    return Page(
        url=url,
        title=f"Moved: {view.link.title}",
        summary=summary,
        layout=_layout(url),
        template="moved.html",
        view=view,
        searchable=False,
        moved_to=view.link.url,
    )


def _layout(url: str) -> Layout:
    folder = posixpath.dirname(url)
    return _RECORD_LAYOUTS.get(folder) or Layout(posixpath.join(folder, LAYOUT_NAME), "")


FAMILY = PageFamily((), pages)
