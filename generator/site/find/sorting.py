"""By what a list of results can be sorted. `SORTS` is the list.

Each gives a rank from 0 to `MOST` to everything that can be found; the highest comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis.insights.evidence import rank
from generator.model.fields.types import PartialDate
from generator.model.record import Record
from generator.site.find.facets import near, strength, year_of
from generator.site.parts.content import SiteContent

MOST = 2000


@dataclass(frozen=True, slots=True)
class SortOrder:
    """A way to sort. `of` gives a record's rank, 0 for what has none."""

    key: str
    title: str
    of: Callable[[SiteContent, Record], int]


def _newest(site: SiteContent, record: Record) -> int:  # noqa: ARG001
    """Months since 1900 of the newest date that a record tells of itself."""
    values = vars(record)
    dates = [record.reviewed_on, values.get("adopted_on"), values.get("started")]
    dates += [step.date for step in getattr(record, "history", ())]
    known = [date.earliest for date in dates if isinstance(date, PartialDate)]
    year = year_of(record)
    if year is not None:
        known.append((year, 1, 1))
    if not known:
        return 0
    year, month, _ = max(known)
    return min(max((year - 1900) * 12 + month, 0), MOST)


def _adopted(site: SiteContent, record: Record) -> int:
    """How many adoptions have to do with it."""
    return min(len(near(site.index).get(record.id, {}).get("adoption", ())), MOST)


def _strongest(site: SiteContent, record: Record) -> int:
    return rank(strength(site, record))


SORTS = (
    SortOrder("newest", "Newest first", _newest),
    SortOrder("adopted", "Most adopted first", _adopted),
    SortOrder("evidence", "Strongest evidence first", _strongest),
)
