"""The orders in which results can be sorted. `SORTS` is the list.

Each order gives every entry a rank from 0 to `MAX_RANK`; the highest rank comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.evidence import evidence_rank
from generator.analysis.release_news import added_days
from generator.model.fields.dates import WrittenDate
from generator.model.record import Record
from generator.site.find.facet_values import evidence_strength, record_years, related_records
from generator.site.parts.content import SiteContent

MAX_RANK = 2000


@dataclass(frozen=True, slots=True)
class SortOrder:
    """A sort order. `of` returns the rank of a record, 0 for none."""

    key: str
    title: str
    of: Callable[[SiteContent, Record], int]


def _newest_rank(site: SiteContent, record: Record) -> int:
    """Return the number of the release that added a record, from the first one with records."""
    day = added_days(site.index).get(record.id)
    return min(_release_numbers(site.index)[day], MAX_RANK) if day else 0


@memoised
def _release_numbers(index: AdoptionIndex) -> dict[date, int]:
    """Return the number of each day on which records were added, from 1 for the first."""
    days = sorted(set(added_days(index).values()))
    return {day: number for number, day in enumerate(days, 1)}


def _recent_rank(site: SiteContent, record: Record) -> int:  # noqa: ARG001
    """Return the newest date of a record in months since 1900."""
    values = vars(record)
    dates = [record.reviewed_on, values.get("adopted_on"), values.get("started")]
    dates += [step.date for step in getattr(record, "history", ())]
    known = [(d.first.year, d.first.month) for d in dates if isinstance(d, WrittenDate)]
    known += [(year, 1) for year in record_years(record)[:1]]
    if not known:
        return 0
    year, month = max(known)
    return min(max((year - 1900) * 12 + month, 0), MAX_RANK)


def _adoption_rank(site: SiteContent, record: Record) -> int:
    """Return the number of adoptions related to the record."""
    return min(len(related_records(site.index).get(record.id, {}).get("adoption", ())), MAX_RANK)


def _evidence_rank(site: SiteContent, record: Record) -> int:
    return evidence_rank(evidence_strength(site, record))


SORTS = (
    SortOrder("newest", "Newest first", _newest_rank),
    SortOrder("recent", "Most recent work first", _recent_rank),
    SortOrder("adopted", "Most adopted first", _adoption_rank),
    SortOrder("evidence", "Strongest evidence first", _evidence_rank),
)
