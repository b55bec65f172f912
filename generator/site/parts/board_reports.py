"""Where the board report of an area is, and the link to it."""

from __future__ import annotations

from generator.model.fields.full_names import file_stem
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import InternalLink


def report_url(area: str) -> str:
    """Return the URL of the board report of an area."""
    return f"boards/{file_stem(area)}.html"


def report_link(site: SiteContent, area: str) -> InternalLink:
    """Return a link to the board report of an area."""
    return InternalLink(f"Board report for {site.catalogue.title(area)}", report_url(area))
