"""Dates of past events in records: the last change of each record, and the newest of all.

Nothing reads the clock, so that the same records give the same files on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.analysis.index import AdoptionIndex, memoised
from generator.model.fields.links import direct_fields, nested_model
from generator.model.fields.marks import mark_of
from generator.model.fields.types import EventDate, PartialDate
from generator.model.record import Record

EPOCH = "SOURCE_DATE_EPOCH"
EARLIEST = date(1980, 1, 1)  # for academies without dates; zip archives cannot store earlier ones


def last_change(record: Record) -> PartialDate | None:
    """Return the newest event date in a record, or None.

    Dates to come, such as that of the next review, are not event dates.
    """
    return max(_days(record), key=_order, default=None)


@memoised
def newest_date(index: AdoptionIndex) -> PartialDate:
    """Return the newest event date in any record, which stands in for today; year 1 for none."""
    catalogue = index.catalogue
    records = catalogue.records.values()
    days = (catalogue.cache.answer(last_change, record) for record in records)
    return max((day for day in days if day), key=_order, default=PartialDate(1))


def built_on(index: AdoptionIndex, environ: Mapping[str, str]) -> date:
    """Return the build date: that of SOURCE_DATE_EPOCH in `environ`, or else `newest_date`.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises ValueError when the
    variable is not a number of seconds.
    """
    seconds = environ.get(EPOCH)
    if seconds is None:
        return max(date(*newest_date(index).earliest), EARLIEST)
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{EPOCH} is not a number of seconds: “{seconds}”.") from None


def _order(day: PartialDate) -> tuple[tuple[int, int, int], str]:
    # 2020 and 2020-01-01 start on one day; the more exact one is newer.
    return day.earliest, str(day)


def _days(value: BaseModel) -> Iterator[PartialDate]:
    for name, marked in _dated(type(value)):
        values: Any = getattr(value, name)
        for item in values if isinstance(values, tuple) else (values,):
            if item is not None and marked:
                yield item
            elif item is not None:
                yield from _days(item)


@cache
def _dated(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields with event dates, each with True, or False for nested models with some."""
    fields = []
    for name, info in direct_fields(model):
        inner = nested_model(info.annotation)
        marked = mark_of(info, EventDate) is not None
        if marked or (inner is not None and _dated(inner)):
            fields.append((name, marked))
    return tuple(fields)
