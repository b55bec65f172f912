"""The catalogue: all records of an academy, by id, with the location of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from generator.field_path import FieldPath
from generator.lookups import TracedField, traced_property
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.full_names import academy_of, is_own
from generator.model.fields.links import Reference, references
from generator.model.fields.media import academy_of_media
from generator.model.fields.prose import Mention, mentions_in
from generator.model.followed_academy import FollowedAcademy
from generator.model.glossary import GlossaryTerm
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.record import Record
from generator.model.release import Release
from generator.privacy import Redaction
from generator.records.catalogue.display_names import display_names
from generator.records.catalogue.media_folder import MediaFile
from generator.records.catalogue.media_uses import MediaUse, media_uses
from generator.records.catalogue.name_index import ANY_KIND, NameIndex, other_names
from generator.records.catalogue.published_file import MovedPage
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.vocabulary_file import default_vocabulary
from generator.records.source import SourceFile, SourcePosition

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class RecordLocation:
    """Where a record is written: its file, and its path in the file (empty for most)."""

    source: SourceFile
    inside: FieldPath = ()


@dataclass(frozen=True)
class Catalogue:
    """All records that could be read.

    `records` are in the order of `KINDS`, then by id. `duplicates` are records whose id another
    record has. `refused` are the ids of files that could not be read. `terms` are the academy's
    glossary, `vocabulary` its types, units and topics, `media` the files of its media folder by
    path and those of others by the names that they have here, `releases` what changed from one
    release to the next, newest first, `academies` those that it follows: their records have full
    names as ids. `moved_pages` are pages with another address now. `joined` says for a record that
    is the same as others what each academy states, the record's own academy first. `redaction`
    masks the personal data in its files. `cache` holds answers about single records, and can serve
    the next catalogue too. `part` says which part of another catalogue this one is; empty for a
    whole one.
    """

    records: TracedField[Mapping[str, Record]] = TracedField()  # noqa: RUF009 - a descriptor
    origins: TracedField[Mapping[str, RecordLocation]] = TracedField()  # noqa: RUF009 - a descriptor
    duplicates: tuple[tuple[Record, RecordLocation], ...] = ()
    refused: frozenset[str] = frozenset()
    terms: tuple[GlossaryTerm, ...] = ()
    vocabulary: AcademyVocabulary = field(default_factory=default_vocabulary, repr=False)
    media: TracedField[Mapping[str, MediaFile]] = TracedField(dict)  # noqa: RUF009 - a descriptor
    releases: tuple[Release, ...] = ()
    academies: TracedField[tuple[FollowedAcademy, ...]] = TracedField(tuple)  # noqa: RUF009 - a descriptor
    moved_pages: tuple[MovedPage, ...] = ()
    joined: TracedField[Mapping[str, tuple[Record, ...]]] = TracedField(dict)  # noqa: RUF009 - a descriptor
    redaction: Redaction = field(default_factory=Redaction, repr=False)
    cache: RecordCache = field(default_factory=RecordCache, repr=False, compare=False)
    part: str = field(default="", compare=False)

    def academy_of(self, record_id: str) -> FollowedAcademy | None:
        """Return the academy that a record comes from; None for a record of this one.

        It changes with each state of the academy. Ask for the name where that is enough.
        """
        return self._academies.get(academy_of(record_id))

    def academy_name_of(self, record_id: str) -> str:
        """Return the name of the academy that a record comes from; empty for this one."""
        return self.academy_names.get(academy_of(record_id), "")

    @cached_property
    def own(self) -> Catalogue:
        """This academy without the records of those that it follows."""
        if not self.academy_names:
            return self
        records = {
            name: self.joined[name][0] if name in self.joined else record
            for name, record in self.records.items()
            if is_own(name)
        }
        origins = {name: self.origins[name] for name in records}
        media = {name: file for name, file in self.media.items() if not academy_of_media(name)}
        return replace(
            self, records=records, origins=origins, media=media,
            academies=(), joined={}, part="this academy",
        )  # fmt: skip

    @traced_property
    def statements(self) -> Mapping[str, Record]:
        """What each academy states, by id: a record that is joined comes once for each of them."""
        stated = {record.id: record for records in self.joined.values() for record in records}
        return {**self.records, **stated}

    def resolve_statement(self, name: str) -> str | None:
        """Return the id in `statements` that an id or alias means; else None."""
        return name if name in self.statements else self.aliases.get(name)

    @traced_property
    def academy_names(self) -> Mapping[str, str]:
        """The names of the academies that this one follows, by id."""
        return {academy.id: academy.name for academy in self.academies}

    @traced_property
    def _academies(self) -> Mapping[str, FollowedAcademy]:
        # where it was followed from is on no page
        return {academy.id: replace(academy, fingerprint="") for academy in self.academies}

    def records_of(self, model: type[R]) -> tuple[R, ...]:
        """Return all records of one model, in order."""
        kinds = (kind for kind in KINDS if issubclass(kind.model, model))
        records = (record for kind in kinds for record in self.records_of_kind(kind))
        return tuple(record for record in records if isinstance(record, model))

    def records_of_kind(self, kind: Kind) -> tuple[Record, ...]:
        """Return all records of one kind, in order."""
        return self._by_kind.get(kind.name, ())

    def resolve(self, target: str) -> str | None:
        """Return the id of the record with the id or alias `target`; else None."""
        if target in self.records:
            return target
        return self.aliases.get(target)

    def resolve_all(self, targets: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the records that `targets` name, each once, in their order."""
        resolved = (self.resolve(target) for target in targets)
        return tuple(dict.fromkeys(record_id for record_id in resolved if record_id is not None))

    def find(self, target: str) -> Record | None:
        """Return the record with the id or alias `target`, or None."""
        record_id = self.resolve(target)
        return self.records[record_id] if record_id else None

    def title(self, target: str) -> str:
        """Return the name to show for a record; `target` when there is no such record.

        It is the title, with what tells the record from others of its kind with the same title.
        """
        return self._titles.get(self.resolve(target) or target, target)

    def sourced_title(self, target: str) -> str:
        """Return the name of a record, with its academy where that is another one."""
        title, academy = self.title(target), self.academy_name_of(self.resolve(target) or target)
        return title if not academy or academy in title else f"{title} (from {academy})"

    def named(self, name: str, kinds: Collection[str] = (ANY_KIND,)) -> tuple[str, ...]:
        """Return the ids of the records of `kinds` that people can mean by a name."""
        return self.names.ids(name, kinds)

    @traced_property
    def written_in(self) -> Mapping[str, tuple[str, FieldPath]]:
        """Where each record is written: the path of its file, and its path in the file."""
        return {
            record_id: (origin.source.path, origin.inside)
            for record_id, origin in self.origins.items()
        }

    def place(self, record_id: str, path: FieldPath = ()) -> tuple[str, SourcePosition]:
        """Return the path of a record's file, and the position of a field in it."""
        origin = self.origins[record_id]
        return origin.source.path, origin.source.place((*origin.inside, *path))

    @traced_property
    def aliases(self) -> Mapping[str, str]:
        """Alias → id of the record; the first in order where two records have the alias.

        The ids of records that are joined to another are aliases of that one.
        """
        aliases: dict[str, str] = {}
        for record in self.records.values():
            for alias in record.aliases:
                aliases.setdefault(alias, record.id)
        for record_id, statements in self.joined.items():
            for statement in statements[1:] if record_id in self.records else ():
                for name in (statement.id, *statement.aliases):
                    aliases.setdefault(name, record_id)
        return aliases

    @traced_property
    def references(self) -> Mapping[str, tuple[Reference, ...]]:
        """The references in the fields of each record, by its id."""
        return {
            record.id: self.cache.answer(_references, record) for record in self.records.values()
        }

    @traced_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """The `[[id]]` mentions in the prose of each record, by its id."""
        return {record.id: self.cache.answer(_mentions, record) for record in self.records.values()}

    @traced_property
    def names(self) -> NameIndex:
        """Every record of this academy by the names that people use for it."""
        index = NameIndex()
        for record in self.own.records.values():
            titles = {self.title(record.id)}
            if "title" in record.model_fields_set:
                titles.add(record.title)
            index.add(record.id, record.kind, titles, other_names(record))
        return index

    def targets(self, record: Record) -> set[str]:
        """Return the ids that a record names, in fields and in text."""
        named = {reference.target for reference in self.cache.answer(_references, record)}
        return named | {mention.target for mention in self.cache.answer(_mentions, record)}

    @traced_property
    def media_uses(self) -> Mapping[str, tuple[MediaUse, ...]]:
        """The places in each record that show a file of the media folder, by its id."""
        return {
            record.id: self.cache.answer(media_uses, record) for record in self.records.values()
        }

    @traced_property
    def _titles(self) -> Mapping[str, str]:
        titles = display_names(self.records, self.academy_names)

        def title(target: str) -> str:
            record = self.find(target)
            if record is None:
                return target
            if record.id not in titles:
                titles[record.id] = record.id  # records may name each other
                titles[record.id] = KIND_OF[record.kind].title(record, title)
            return titles[record.id]

        for record_id in self.records:
            title(record_id)
        return titles

    @traced_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        grouped: dict[str, list[Record]] = {}
        for record in self.records.values():
            grouped.setdefault(record.kind, []).append(record)
        return {kind: tuple(records) for kind, records in grouped.items()}


def _references(record: Record) -> tuple[Reference, ...]:
    return tuple(references(record))


def _mentions(record: Record) -> tuple[Mention, ...]:
    return tuple(mentions_in(record))
