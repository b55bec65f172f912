"""The days that records tell of: when each last changed, and the newest of them all.

Nothing here reads the clock, so that the same records give the same files on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.analysis.index import AdoptionIndex, memoised
from generator.model.fields.links import direct_fields, nested_model
from generator.model.fields.types import EventDate, PartialDate
from generator.model.record import Record

EPOCH = "SOURCE_DATE_EPOCH"
EARLIEST = date(1980, 1, 1)  # where no record tells of a day: no archive can hold an earlier one


def last_change(record: Record) -> PartialDate | None:
    """The newest day on which something happened in a record, or None when it tells of none.

    Days that are still to come, as that of the next review, are none of them.
    """
    return max(_days(record), key=_order, default=None)


@memoised
def newest_date(index: AdoptionIndex) -> PartialDate:
    """The newest day that any record tells of: “today” as far as the records know."""
    catalogue = index.catalogue
    found = (catalogue.cache.answer(last_change, one) for one in catalogue.records.values())
    return max((day for day in found if day), key=_order, default=PartialDate(1))


def built_on(index: AdoptionIndex, environ: Mapping[str, str]) -> date:
    """The day that files carry as that of their making: the newest day of the records, or that of
    SOURCE_DATE_EPOCH where `environ` has it.

    Raises ValueError when that is no number of seconds.
    """
    said = environ.get(EPOCH)
    if said is None:
        return max(date(*newest_date(index).earliest), EARLIEST)
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{EPOCH} is not a number of seconds: “{said}”.") from None


def _order(day: PartialDate) -> tuple[tuple[int, int, int], str]:
    # of 2020 and 2020-01-01, which begin on one day, the one that says more
    return day.earliest, str(day)


def _days(value: BaseModel) -> Iterator[PartialDate]:
    for name, marked in _dated(type(value)):
        held: Any = getattr(value, name)
        for one in held if isinstance(held, tuple) else (held,):
            if one is not None and marked:
                yield one
            elif one is not None:
                yield from _days(one)


@cache
def _dated(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields that hold such a day (True), or parts that do (False)."""
    found = []
    for name, info in direct_fields(model):
        inner = nested_model(info.annotation)
        marked = any(isinstance(mark, EventDate) for mark in info.metadata)
        if marked or (inner is not None and _dated(inner)):
            found.append((name, marked))
    return tuple(found)
