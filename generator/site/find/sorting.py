"""By what a list of results can be sorted. `SORTS` is the list.

Each gives a rank from 0 to `MAX_RANK` to everything that can be found; the highest comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis.insights.evidence import rank
from generator.model.fields.types import PartialDate
from generator.model.record import Record
from generator.site.find.facet_values import evidence_strength, record_year, related_records
from generator.site.parts.content import SiteContent

MAX_RANK = 2000


@dataclass(frozen=True, slots=True)
class SortOrder:
    """A way to sort. `of` gives a record's rank, 0 for what has none."""

    key: str
    title: str
    of: Callable[[SiteContent, Record], int]


def _newest_rank(site: SiteContent, record: Record) -> int:  # noqa: ARG001
    """Months since 1900 of the newest date that a record tells of itself."""
    values = vars(record)
    dates = [record.reviewed_on, values.get("adopted_on"), values.get("started")]
    dates += [step.date for step in getattr(record, "history", ())]
    known = [date.earliest for date in dates if isinstance(date, PartialDate)]
    year = record_year(record)
    if year is not None:
        known.append((year, 1, 1))
    if not known:
        return 0
    year, month, _ = max(known)
    return min(max((year - 1900) * 12 + month, 0), MAX_RANK)


def _adoption_rank(site: SiteContent, record: Record) -> int:
    """How many adoptions have to do with it."""
    return min(len(related_records(site.index).get(record.id, {}).get("adoption", ())), MAX_RANK)


def _evidence_rank(site: SiteContent, record: Record) -> int:
    return rank(evidence_strength(site, record))


SORTS = (
    SortOrder("newest", "Newest first", _newest_rank),
    SortOrder("adopted", "Most adopted first", _adoption_rank),
    SortOrder("evidence", "Strongest evidence first", _evidence_rank),
)
