"""A check of dates that may not mean what they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.check import CheckFinding, warning
from generator.model.fields.date_forms import YEAR_AND_TWO_DIGITS
from generator.model.fields.dated_fields import DatedField, dated_fields
from generator.model.fields.refusals import REFUSALS
from generator.model.record_refusals import PAST_DATES, RECORD_REFUSALS
from generator.records.catalogue import Catalogue

_TIME_ZONES = timedelta(days=1)


def dates_are_plain(catalogue: Catalogue) -> Iterator[CheckFinding]:
    """A date says what it means: “2009-10” could also be the financial year 2009/10. Nobody can
    have reviewed or confirmed a record on a day to come, and no work has ended on one.
    """
    today = date.today() + _TIME_ZONES  # noqa: DTZ011 - no file is made from it
    for record in catalogue.records.values():
        for dated in dated_fields(record):
            if fault := _doubt(dated) or _foresight(dated, today):
                yield CheckFinding(record.id, dated.path, *fault)


def _doubt(dated: DatedField) -> tuple[str, str] | None:
    written = dated.date
    year = written.year
    if written.first.month != (year + 1) % 100 or not YEAR_AND_TWO_DIGITS.fullmatch(
        written.text.lower()
    ):
        return None
    financial = f"{year}/{(year + 1) % 100:02}"
    return REFUSALS["date_doubt"].words(text=written, words=written.words, financial=financial)


def _foresight(dated: DatedField, today: date) -> tuple[str, str] | None:
    if dated.event is None or dated.date.earliest <= today:
        return None
    if not dated.event.of_record and dated.path != ("ended",):
        return None
    return RECORD_REFUSALS[PAST_DATES[str(dated.path[-1])]].words(date=dated.date)


CHECKS = (warning("C350", dates_are_plain),)
