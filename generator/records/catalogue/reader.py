"""Read all files of an academy into a catalogue and the faults of its files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, sort_findings
from generator.model.fields.academy_vocabulary import VOCABULARY_FILE
from generator.model.kinds import KINDS, build_validators
from generator.model.record import Record
from generator.privacy import Redaction, Waiver, spelling, use_country
from generator.privacy.waivers import WAIVERS_FILE
from generator.records.catalogue.catalogue import Catalogue, RecordLocation
from generator.records.catalogue.folders import (
    GLOSSARY_FILE,
    RecordFile,
    find_record_files,
    numbered_file_names,
)
from generator.records.catalogue.glossary_file import read_terms
from generator.records.catalogue.media_folder import numbered_media_names, read_media
from generator.records.catalogue.media_privacy import examine_documents
from generator.records.catalogue.privacy_gate import PersonalData, examine_file, examine_name
from generator.records.catalogue.read_cache import ReadCache, file_digest
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.record_file import ReadResult, read_file
from generator.records.catalogue.releases_folder import examine_releases, read_releases
from generator.records.catalogue.vocabulary_file import read_vocabulary
from generator.records.catalogue.waiver_file import read_waivers
from generator.records.settings import SETTINGS_FILE, read_identity

Progress = Callable[[int, int], None]
_FILES_A_STEP = 100  # of the progress that is shown


def read_catalogue(
    root: Path,
    progress: Progress | None = None,
    memory: ReadCache | None = None,
    settings_file: str = SETTINGS_FILE,
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Return the records and terms below `root`, and all faults and personal data as findings.

    Raises nothing for bad content. `progress` is called with the number of files read and their
    total. Files that have not changed since they went into `memory` are not read again.
    """
    identity = read_identity(root, settings_file)
    use_country(identity.country)
    files, findings = find_record_files(root)
    waivers, waiver_faults = read_waivers(root)
    vocabulary, vocabulary_faults = read_vocabulary(root, settings_file)
    rules = digest_of_rules(root, root, identity.country, identity.currency)
    known = memory.unchanged(files, rules) if memory else {}
    read_with_rules = partial(read_file, waivers=waivers, vocabulary=vocabulary)
    results = list(read_files(files, read_with_rules, known, progress or _ignore_progress))
    if memory:
        memory.keep(results)
    media, media_faults = read_media(root, memory.media if memory else None)
    catalogue = _catalogue(
        [read for _, read in results], memory.answers if memory else RecordCache()
    )
    catalogue = replace(catalogue, media=media)
    terms, term_faults = read_terms(root, catalogue)
    releases, release_faults = read_releases(root)
    waiver_data = examine_file(root / WAIVERS_FILE, WAIVERS_FILE, waivers)
    # With a fault in the waiver file, report that fault and not what it was meant to allow.
    waiver_data = replace(waiver_data, findings=()) if waiver_faults else waiver_data
    documents = examine_documents(catalogue, waivers)
    personal = (waiver_data, documents, *_personal(root, waivers, [read for _, read in results]))
    personal_findings = (finding for data in personal for finding in data.findings)
    faults = (fault for _, read in results for fault in read.faults)
    whole = replace(
        catalogue,
        terms=terms,
        vocabulary=vocabulary,
        releases=releases,
        redaction=_redaction(personal, waivers),
    )
    shared_faults = (
        *waiver_faults, *vocabulary_faults, *term_faults, *media_faults, *release_faults
    )  # fmt: skip
    return whole, sort_findings((*findings, *shared_faults, *faults, *personal_findings))


def digest_of_rules(root: Path, place: Path, country: str, currency: str) -> bytes:
    """Return a digest of what files are read by, beside the engine.

    That is the waivers of the academy at `root`, and the vocabulary of the one at `place`.
    """
    files = (file_digest(file) or b"" for file in (root / WAIVERS_FILE, place / VOCABULARY_FILE))
    return b"\n".join((*files, country.encode(), currency.encode()))


def _personal(
    root: Path, waivers: Collection[Waiver], reads: Iterable[ReadResult]
) -> Iterator[PersonalData]:
    """Yield what the privacy gate finds in each file and each file name."""
    for path in (GLOSSARY_FILE, VOCABULARY_FILE):
        yield examine_file(root / path, path, waivers)
    yield from examine_releases(root, waivers)
    for path, number, count in (*numbered_file_names(root), *numbered_media_names(root)):
        yield examine_name(path, number, count, waivers)
    for read in reads:
        yield read.personal


def _redaction(personal: Iterable[PersonalData], waivers: Collection[Waiver]) -> Redaction:
    known = frozenset(text for data in personal for text in data.known)
    return Redaction(known, frozenset(spelling(waiver.text) for waiver in waivers))


def _ignore_progress(done: int, total: int) -> None:
    """The default for `progress`."""


def read_files(
    files: Sequence[RecordFile],
    read: Callable[[RecordFile], ReadResult],
    known: Mapping[str, ReadResult],
    progress: Progress = _ignore_progress,
) -> Iterator[tuple[RecordFile, ReadResult]]:
    """Yield each file with what is in it: those that are `known`, by path, then the others.

    In one process, because handing results over between processes takes as long as reading.
    """
    yield from ((file, known[file.path]) for file in files if file.path in known)
    new = [file for file in files if file.path not in known]
    if new:
        build_validators()
    for done, file in enumerate(new, len(known) + 1):
        yield file, read(file)
        if done % _FILES_A_STEP == 0 or done == len(files):
            progress(done, len(files))


def _catalogue(reads: Iterable[ReadResult], cache: RecordCache) -> Catalogue:
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    results = list(reads)
    located = [pair for result in results for pair in result.records]
    located.sort(key=lambda pair: (order[pair[0].kind], pair[0].id))
    records: dict[str, Record] = {}
    origins: dict[str, RecordLocation] = {}
    duplicates: list[tuple[Record, RecordLocation]] = []
    for record, origin in located:
        if record.id in records:
            duplicates.append((record, origin))
        else:
            records[record.id], origins[record.id] = record, origin
    refused = frozenset(result.record_id for result in results if result.faults) - records.keys()
    return Catalogue(records, origins, tuple(duplicates), refused, cache=cache)
