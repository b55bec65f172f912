"""What there is to say of two academies: finished, sorted values, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record as a sentence names it. `id` is the later one where it has changed."""

    id: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class RenamedRecord:
    """A record with a new id. `merged`: the new id was that of another record already."""

    old: RecordRef
    new: RecordRef
    merged: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record that is on both sides.

    `before` and `after` are what readers see; empty where it is not stated, or too long to repeat.
    """

    record: RecordRef
    field: str
    label: str
    before: str
    after: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RelationChange:
    """Relations of one record, of one sort, that came or went."""

    gained: bool
    type: str
    record: str
    others: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer that has changed: of which sort, told of which records, in a sentence."""

    about: str
    records: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that is new, or that has gone. `record` is empty where it is of no record."""

    new: bool
    severity: str
    code: str
    record: str
    path: str
    message: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is new, has changed or has gone."""

    way: Literal["added", "changed", "removed"]
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is left out on both sides, since it cannot be read on one."""

    side: Side
    path: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two academies; nothing that does not.

    `pages` are only compared where neither side has faults: `faulty` names the sides that have.
    """

    added: tuple[RecordRef, ...] = ()
    removed: tuple[RecordRef, ...] = ()
    renamed: tuple[RenamedRecord, ...] = ()
    changed: tuple[FieldChange, ...] = ()
    terms: tuple[AnswerChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    insights: tuple[AnswerChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    pages: tuple[PageChange, ...] = ()
    unread: tuple[SkippedFile, ...] = ()
    faulty: tuple[Side, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has changed, and all of it could be compared."""
        return self == Difference()
