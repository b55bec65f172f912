"""A release: a dated entry that says what changed in an academy since the one before."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import AfterValidator

from generator.diagnostics import join_words
from generator.model.fields.dates import WrittenDate
from generator.model.fields.refusals import refuse
from generator.model.fields.types import Date, Id, Line, Lines, WholeNumber
from generator.model.kinds import KIND_OF
from generator.model.record import Model

RELEASES_FOLDER = "releases"
CHANGE_LISTS = ("added", "changed", "renamed", "removed")
# the field of a kind whose steps are news: how far a piece of work has come
STEP_FIELDS = {"prototype": "stage", "adoption": "status"}


def _exact_day(written: WrittenDate) -> WrittenDate:
    if written.exact_day is None:
        raise refuse("M280", "The date of a release is a day.", "Write it like 31 March 2020.")
    return written


def _known_kind(word: str) -> str:
    if word not in KIND_OF:
        hint = f"The kinds are {join_words(KIND_OF)}."
        raise refuse("M281", f"There is no kind of record “{word}”.", hint)
    return word


ReleaseDay = Annotated[Date, AfterValidator(_exact_day)]
KindName = Annotated[Line, AfterValidator(_known_kind)]


class ReleasedRecord(Model):
    """A record that a release names, with its title at that time."""

    record: Id
    kind: KindName
    title: Line


class ChangedRecord(ReleasedRecord):
    """A record that changed: the names of its changed fields, and its step before and after."""

    fields: Lines
    was: Line | None = None
    now: Line | None = None


class RenamedEntry(ReleasedRecord):
    """A record with a new id. `was` is the old one."""

    was: Id


class Release(Model):
    """What changed in an academy up to a day.

    `records` is the number of records, where the release is the first. `left_out` counts changes
    that a release of an earlier version of the program did not list, because there were very many.
    """

    date: ReleaseDay
    note: Line | None = None
    records: WholeNumber | None = None
    added: tuple[ReleasedRecord, ...] = ()
    changed: tuple[ChangedRecord, ...] = ()
    renamed: tuple[RenamedEntry, ...] = ()
    removed: tuple[ReleasedRecord, ...] = ()
    left_out: WholeNumber | None = None

    @property
    def day(self) -> datetime.date:
        """The day of the release."""
        return self.date.first

    @property
    def path(self) -> str:
        """The path of its file in the academy, or of the first of its files."""
        return self.part_path(1)

    def part_path(self, number: int) -> str:
        """Return the path of one of its files, from 1. Very many changes take several."""
        part = f"-{number}" if number > 1 else ""
        return f"{RELEASES_FOLDER}/{self.day.isoformat()}{part}.yaml"

    def with_part(self, part: Release) -> Release:
        """Return the release with the changes that another of its files lists."""
        return self.model_copy(
            update={name: getattr(self, name) + getattr(part, name) for name in CHANGE_LISTS}
        )
