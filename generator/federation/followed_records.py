"""The records of the academies that this one follows, beside its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, sort_findings
from generator.federation.followed_media import examine_names, read_followed_media
from generator.federation.full_names import with_full_names
from generator.federation.joined_records import with_joined_records
from generator.federation.media_names import with_media_names
from generator.federation.snapshot import SNAPSHOT_FILE, Snapshot, read_snapshots
from generator.intake.submission.record_paths import kind_at
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.full_names import full_name, is_own
from generator.model.fields.media import name_among_academies
from generator.model.identity import AcademyIdentity
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.privacy import Redaction, Waiver
from generator.records.catalogue import (
    Catalogue,
    MediaFile,
    PersonalData,
    ReadCache,
    RecordLocation,
    digest_of_rules,
    examine_documents,
    examine_text,
    media_uses,
    read_files,
    read_vocabulary,
    read_waivers,
    vocabulary_in_currency,
)
from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.record_file import ReadResult, read_file
from generator.records.settings import SETTINGS_FILE, read_identity

_Located = tuple[Record, RecordLocation]


def with_followed(
    catalogue: Catalogue,
    root: Path,
    settings_file: str = SETTINGS_FILE,
    memory: ReadCache | None = None,
    only: Collection[str] | None = None,
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Return the catalogue with the records of followed academies, and what is wrong with those.

    They have full names as ids. The privacy gate of this academy applies to them. One that names a
    record of an academy that nobody follows here is left out, and so is what names that one. Files
    that have not changed are taken from `memory`. With `only`, other academies than these, by id,
    are passed over.
    """
    snapshots, faults = read_snapshots(root, only)
    caches = (memory or ReadCache()).of_followed(snapshot.place for snapshot in snapshots)
    if not snapshots:
        return catalogue, faults
    waivers, identity = read_waivers(root)[0], read_identity(root, settings_file)
    findings = list(faults)
    located: list[_Located] = []
    media: dict[str, MediaFile] = {}
    personal: list[PersonalData] = []
    for snapshot in snapshots:
        cache = caches[snapshot.place]
        reads = _read(root, snapshot, waivers, cache, identity)
        shown = read_followed_media(root, snapshot, cache.media)
        media |= shown
        located += _as_shown(catalogue, reads, shown)
        named = examine_text(f"{snapshot.place}/{SNAPSHOT_FILE}", snapshot.academy.name, waivers)
        personal += (named, *examine_names(snapshot, waivers), *(read.personal for read in reads))
        findings += (fault for read in reads for fault in read.faults)
    whole = _joined(catalogue, located)
    personal.append(examine_documents(replace(whole, media=media), waivers))
    findings += (fault for held in personal for fault in held.findings)
    known = frozenset(text for held in personal for text in held.known)
    whole = replace(
        whole,
        academies=tuple(snapshot.academy for snapshot in snapshots),
        media={**catalogue.media, **media},
        redaction=catalogue.redaction | Redaction(known),
    )
    return with_joined_records(whole), sort_findings(findings)


def _read(
    root: Path,
    snapshot: Snapshot,
    waivers: tuple[Waiver, ...],
    cache: ReadCache,
    identity: AcademyIdentity,
) -> list[ReadResult]:
    """Return what is in each file of a snapshot, its records under their full names."""
    files = [*_record_files(root, snapshot)]
    place, academy = root / snapshot.place, snapshot.academy.id
    rules = digest_of_rules(root, place, identity.country, snapshot.currency)
    known = cache.unchanged(files, rules + f"\n{academy} {identity.id}".encode())
    vocabulary = vocabulary_in_currency(read_vocabulary(place)[0], snapshot.currency)
    read = partial(
        _read_renamed, waivers=waivers, vocabulary=vocabulary, academy=academy, own=identity.id
    )
    reads = {file.path: result for file, result in read_files(files, read, known)}
    cache.keep((file, reads[file.path]) for file in files)
    return [reads[file.path] for file in files]


def _read_renamed(
    file: RecordFile,
    waivers: tuple[Waiver, ...],
    vocabulary: AcademyVocabulary,
    academy: str,
    own: str,
) -> ReadResult:
    """Return what is in a file of an academy, under full names; `own` is the id of this academy."""

    def rename(record_id: str) -> str:
        if is_own(record_id):
            return full_name(academy, record_id)
        # it names a record of this academy, or of a third one, by its full name
        return record_id.removeprefix(full_name(own, ""))

    read = read_file(file, waivers, vocabulary)
    rename_file = partial(name_among_academies, academy)
    renamed = (
        (with_full_names(with_media_names(record, rename_file), rename), location)
        for record, location in read.records
    )
    return replace(read, records=tuple(renamed))


def _record_files(root: Path, snapshot: Snapshot) -> Iterator[RecordFile]:
    for path in sorted(snapshot.files):
        kind = kind_at(path)
        if kind is not None:
            place = f"{snapshot.place}/{path}"
            yield RecordFile(kind, root / place, place)


def _as_shown(
    catalogue: Catalogue, reads: Iterable[ReadResult], media: Collection[str]
) -> Iterator[_Located]:
    """Yield records as they are shown: without pictures and documents that are not in `media`."""
    for record, location in (pair for read in reads for pair in read.records):
        uses = catalogue.cache.answer(media_uses, record)
        if all(use.file in media for use in uses):
            yield record, location
        else:
            rename = partial(_kept, media)
            yield with_media_names(record, rename), location


def _kept(media: Collection[str], name: str) -> str | None:
    return name if name in media else None


def _joined(catalogue: Catalogue, located: Iterable[_Located]) -> Catalogue:
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    own = [(record, catalogue.origins[record.id]) for record in catalogue.records.values()]
    pairs = sorted(
        (*own, *_whole(catalogue, located)), key=lambda pair: (order[pair[0].kind], pair[0].id)
    )
    return replace(
        catalogue,
        records={record.id: record for record, _ in pairs},
        origins={record.id: location for record, location in pairs},
    )


def _whole(catalogue: Catalogue, located: Iterable[_Located]) -> list[_Located]:
    """Return the records that name only records that are there."""
    kept = list(located)
    while True:
        names = {*catalogue.records, *catalogue.aliases, *catalogue.refused}
        names |= {name for record, _ in kept for name in (record.id, *record.aliases)}
        whole = [pair for pair in kept if catalogue.targets(pair[0]) <= names]
        if len(whole) == len(kept):
            return whole
        kept = whole
