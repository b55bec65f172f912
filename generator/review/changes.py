"""The values that describe a difference, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A reference to a record. `id` is the later one if it has changed."""

    id: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A field of a new record: its label, and its text or the text of each item."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordContents:
    """A new record in full, under a heading that names it and its file."""

    record: RecordRef
    heading: str
    lines: tuple[ContentLine, ...]


@dataclass(frozen=True, slots=True)
class RenamedRecord:
    """A record with a new id. `merged` is true if the new id belonged to another record before."""

    old: RecordRef
    new: RecordRef
    merged: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A changed field of a record on both sides.

    `before` and `after` are the texts that readers see, in full; empty for a list, and for a value
    that is not stated. The sentence holds them all.
    """

    record: RecordRef
    field: str
    label: str
    before: str
    after: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RelationChange:
    """Relations of one record and one type that were added or removed."""

    gained: bool
    type: str
    record: str
    others: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A changed answer: its type, the records it concerns, and the sentence."""

    about: str
    records: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that is new or resolved. `record` is empty if it belongs to no record."""

    new: bool
    severity: str
    code: str
    record: str
    path: str
    message: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that was added, changed or removed."""

    way: Literal["added", "changed", "removed"]
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file left out of the comparison because it cannot be read on one side."""

    side: Side
    path: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All differences between two states of an academy.

    `contents` are the `added` records in full. `pages` are compared only if neither side has
    faults; `faulty` names the sides that have.
    """

    added: tuple[RecordRef, ...] = ()
    contents: tuple[RecordContents, ...] = ()
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
        """True if nothing has changed and everything could be compared."""
        return self == Difference()
