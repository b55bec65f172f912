"""The documents that a record cites, by their years, and a year as pages say it."""

from __future__ import annotations

from generator.model.display.inferred import is_inferred
from generator.model.kinds.resource import Resource
from generator.model.record import Record
from generator.site.parts.content import SiteContent, remembered


def source_date(document: Resource) -> str:
    """Return the year of a document, and whether it is our estimate."""
    estimated = " (our estimate: the document is undated)"
    return f"{document.year}{estimated if is_inferred(document, 'year') else ''}"


def source_dates(oldest: Resource, newest: Resource) -> str:
    """Return the years of the oldest and the newest document, and whether they are our estimate."""
    if oldest.year == newest.year:
        return source_date(newest)
    estimated = [is_inferred(document, "year") for document in (oldest, newest)]
    if all(estimated):
        return f"{oldest.year} to {newest.year} (our estimates: the documents are undated)"
    return f"{source_date(oldest)} to {source_date(newest)}"


@remembered
def dated_documents(site: SiteContent, record: Record) -> tuple[Resource, ...]:
    """Return the documents with a year that a record cites, oldest first."""
    cited = (site.catalogue.find(citation.resource) for citation in site.citations(record))
    dated = [document for document in cited if isinstance(document, Resource) and document.year]
    return tuple(sorted(dated, key=lambda document: document.year or 0))
