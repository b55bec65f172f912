"""The year in which what a record says was last known to be so, from its sources and reviews."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.insights.dates import newest_date
from generator.model.display.inferred import is_inferred
from generator.model.fields.dated_fields import dated_fields
from generator.model.fields.dates import WrittenDate
from generator.model.kinds.resource import Resource
from generator.model.record import Record
from generator.site.parts.content import SiteContent, remembered
from generator.site.parts.inlines import Inlines, Text
from generator.site.parts.source_date import dated_documents

_FRESH_YEARS = 3


@dataclass(frozen=True, slots=True)
class LastKnown:
    """What to say of the last year that the sources and events of a record reach.

    `is_old`: more than three years before the newest date of the academy, and nobody has reviewed
    the record since. `year` says the year alone: “2013”, or “about 2013” where it is estimated.
    """

    text: str
    is_old: bool
    year: str


@remembered
def last_known(site: SiteContent, record: Record) -> LastKnown | None:
    """Return when what a record says was last known, or None where nothing tells.

    “As of 2013, not checked since”, or “Checked in March 2026” where somebody reviewed it later.
    """
    documents = dated_documents(site, record)
    newest = max(documents, key=lambda document: document.year or 0, default=None)
    happened = (d for d in dated_fields(record) if d.event and not d.event.of_record)
    events = [dated.date.first.year for dated in happened]
    reviewed = record.reviewed_on
    years = [*([newest.year or 0] if newest else []), *events]
    if not years:
        return None
    year = max(years)
    if reviewed is not None and reviewed.first.year >= year:
        return _checked(site, reviewed)
    estimated = newest is not None and newest.year == year and is_inferred(newest, "year")
    about = "about " if estimated and year not in events else ""
    return LastKnown(
        f"As of {about}{year}, not checked since", _is_old(site, year), f"{about}{year}"
    )


def as_of(site: SiteContent, record: Record) -> Inlines:
    """Return the year of a status or a verdict, to stand beside its tag; nothing where unknown."""
    known = last_known(site, record)
    return as_of_year(known.year) if known else ()


def first_known(site: SiteContent, record: Record) -> str:
    """Return the year of the oldest document that a record cites: “about 2013”; empty for none."""
    oldest = next(iter(dated_documents(site, record)), None)
    if oldest is None:
        return ""
    return f"about {oldest.year}" if is_inferred(oldest, "year") else str(oldest.year)


def year_told(site: SiteContent, documents: Iterable[str]) -> str:
    """Return the year of the newest of these documents, by their ids: “about 2013”; empty for none.

    For a statement with documents of its own, which may be older than others of its record.
    """
    records = (site.catalogue.find(document) for document in documents)
    dated = [record for record in records if isinstance(record, Resource) and record.year]
    newest = max(dated, key=lambda document: document.year or 0, default=None)
    if newest is None:
        return ""
    return f"about {newest.year}" if is_inferred(newest, "year") else str(newest.year)


def as_of_year(year: str) -> Inlines:
    """Return a year that stands beside the tag of a status; nothing for an empty one."""
    return (Text(f"as of {year}"),) if year else ()


def _checked(site: SiteContent, reviewed: WrittenDate) -> LastKnown:
    year = reviewed.first.year
    return LastKnown(f"Checked in {reviewed.words}", _is_old(site, year), str(year))


def _is_old(site: SiteContent, year: int) -> bool:
    return newest_date(site.index).year - year > _FRESH_YEARS
