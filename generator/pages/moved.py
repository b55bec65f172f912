"""A page at each earlier address of a record, so that old links and bookmarks lead on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import KIND_OF
from generator.kinds.base import url_of
from generator.pages.model import Family, Page, To
from generator.pages.record import plate_of
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class MovedView:
    """What the page says: that the record moved, and where to."""

    trail: tuple[To, ...]
    link: To


def pages(site: Site) -> Iterator[Page]:
    """A page for every earlier id, in the frame of its record's kind."""
    for alias, record_id in site.catalogue.aliases.items():
        kind = KIND_OF[site.catalogue.records[record_id].kind]
        trail = (To("Home", "index.html"), To(kind.labels, f"{kind.slug}/index.html"))
        link = site.to(record_id)
        yield Page(
            url=url_of(kind, alias),
            title=f"Moved: {link.title}",
            summary=f"This {kind.label.lower()} has a new address.",
            plate=plate_of(kind),
            template="moved.html",
            view=MovedView(trail, link),
            found=False,
        )


FAMILY = Family((), pages)
