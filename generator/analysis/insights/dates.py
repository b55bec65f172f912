"""Dates of past events in records: the last change of each record, and the newest of all.

Nothing reads the clock, so that the same records give the same files on any day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from generator.analysis.index import AdoptionIndex, memoised
from generator.model.fields.dated_fields import dated_fields
from generator.model.fields.dates import WrittenDate
from generator.model.record import Record

EPOCH = "SOURCE_DATE_EPOCH"
EARLIEST = date(1980, 1, 1)  # for academies without dates; zip archives cannot store earlier ones


def last_change(record: Record) -> WrittenDate | None:
    """Return the newest date on which somebody reviewed or confirmed a record, or None.

    What the record tells of may be much older: a record added today can be about 2013.
    """
    looks = (d.date for d in dated_fields(record) if d.event and d.event.of_record)
    return max(looks, key=_order, default=None)


def _newest_event(record: Record) -> WrittenDate | None:
    """Return the newest event date in a record, or None. A review to come is no event."""
    return max((d.date for d in dated_fields(record) if d.event), key=_order, default=None)


@memoised
def newest_date(index: AdoptionIndex) -> date:
    """Return the newest event date in any record, or the day of the last release if that is later.

    It stands in for today; `date.min` for no date.

    A period counts as its first day.
    """
    catalogue = index.catalogue
    records = catalogue.records.values()
    dates = (catalogue.cache.answer(_newest_event, record) for record in records)
    days = (newest.first for newest in dates if newest)
    released = (release.day for release in catalogue.releases)
    return max((*days, *released), default=date.min)


def built_on(index: AdoptionIndex, environ: Mapping[str, str]) -> date:
    """Return the build date: that of SOURCE_DATE_EPOCH in `environ`, or else `newest_date`.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises ValueError when the
    variable is not a number of seconds.
    """
    seconds = environ.get(EPOCH)
    if seconds is None:
        return max(newest_date(index), EARLIEST)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{EPOCH} is not a number of seconds: “{seconds}”.") from None


def _order(written: WrittenDate) -> str:
    return written.sort_key
