"""All records of an academy, by id, with the place of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.field_path import FieldPath
from generator.model.fields.links import Reference, references
from generator.model.fields.prose import mentions_in
from generator.model.glossary import GlossaryTerm
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.record import Record
from generator.privacy import Redaction
from generator.records.catalogue.record_cache import RecordCache
from generator.records.source import SourceFile, SourcePosition

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class RecordLocation:
    """Where a record is written: its file, and the path inside the file (empty for most)."""

    source: SourceFile
    inside: FieldPath = ()


@dataclass(frozen=True)
class Catalogue:
    """All records that could be read.

    `records` are in the order of KINDS, then by id. `twins` are records whose id another has.
    `refused` are the ids of files that are there but could not be read. `terms` are the words
    that the academy explains. `redaction` masks the personal data in its files. `cache` holds
    answers about single records; a catalogue of mostly the same records can go on with it.
    """

    records: Mapping[str, Record]
    origins: Mapping[str, RecordLocation]
    duplicates: tuple[tuple[Record, RecordLocation], ...] = ()
    refused: frozenset[str] = frozenset()
    terms: tuple[GlossaryTerm, ...] = ()
    redaction: Redaction = field(default_factory=Redaction, repr=False)
    cache: RecordCache = field(default_factory=RecordCache, repr=False, compare=False)

    def records_of(self, model: type[R]) -> tuple[R, ...]:
        """All records of one model, in order."""
        kinds = (kind for kind in KINDS if issubclass(kind.model, model))
        some = (record for kind in kinds for record in self.records_of_kind(kind))
        return tuple(record for record in some if isinstance(record, model))

    def records_of_kind(self, kind: Kind) -> tuple[Record, ...]:
        """All records of one kind, in order."""
        return self._by_kind.get(kind.name, ())

    def resolve(self, target: str) -> str | None:
        """The id of the record that `target` names, by its id or an earlier one; else None."""
        if target in self.records:
            return target
        return self.aliases.get(target)

    def find(self, target: str) -> Record | None:
        """The record that `target` names, or None."""
        found = self.resolve(target)
        return self.records[found] if found else None

    def title(self, target: str) -> str:
        """The title to show for a record; its id when there is no such record."""
        return self._titles.get(self.resolve(target) or target, target)

    def place(self, record_id: str, path: FieldPath = ()) -> tuple[str, SourcePosition]:
        """The file and the place in it of a field of a record."""
        origin = self.origins[record_id]
        return origin.source.path, origin.source.place((*origin.inside, *path))

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Earlier id → the id of the record that had it; the first in order where two claim it."""
        found: dict[str, str] = {}
        for record in self.records.values():
            for alias in record.aliases:
                found.setdefault(alias, record.id)
        return found

    @cached_property
    def references(self) -> Mapping[str, tuple[Reference, ...]]:
        """Of each record, every place in its fields that names a record."""
        return {one.id: self.cache.answer(_references, one) for one in self.records.values()}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[tuple[FieldPath, str], ...]]:
        """Of each record, every `[[id]]` in its prose: where it stands, and the id."""
        return {one.id: self.cache.answer(_mentions, one) for one in self.records.values()}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        titles: dict[str, str] = {}

        def title(target: str) -> str:
            record = self.find(target)
            if record is None:
                return target
            if record.id not in titles:
                titles[record.id] = record.id  # records that name each other must not recurse
                titles[record.id] = KIND_OF[record.kind].title(record, title)
            return titles[record.id]

        for record_id in self.records:
            title(record_id)
        return titles

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        grouped: dict[str, list[Record]] = {}
        for record in self.records.values():
            grouped.setdefault(record.kind, []).append(record)
        return {kind: tuple(records) for kind, records in grouped.items()}


def _references(record: Record) -> tuple[Reference, ...]:
    return tuple(references(record))


def _mentions(record: Record) -> tuple[tuple[FieldPath, str], ...]:
    return tuple(mentions_in(record))
