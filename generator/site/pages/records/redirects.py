"""A page at each earlier URL of a record, so that old links and bookmarks still work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.site.pages.records.record_page import record_layout
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink
from generator.site.parts.page import Page, PageFamily


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The values of a page that says that a record has moved, and where."""

    breadcrumbs: tuple[InternalLink, ...]
    link: InternalLink


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield a page for every earlier id, in the layout of its record's kind."""
    for alias, record_id in site.catalogue.aliases.items():
        kind = KIND_OF[site.catalogue.records[record_id].kind]
        breadcrumbs = (
            InternalLink("Home", "index.html"),
            InternalLink(kind.labels, f"{kind.slug}/index.html"),
        )
        link = site.link(record_id)
        yield Page(
            url=url_of(kind, alias),
            title=f"Moved: {link.title}",
            summary=f"This {kind.label.lower()} has a new address.",
            layout=record_layout(kind),
            template="moved.html",
            view=RedirectView(breadcrumbs, link),
            searchable=False,
            moved_to=link.url,
        )


FAMILY = PageFamily((), pages)
