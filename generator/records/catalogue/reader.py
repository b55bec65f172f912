"""Files to records, with everything that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, sort_findings
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.parallel import batches, parallel_map
from generator.privacy import Redaction, Waiver, spelling
from generator.privacy.waivers import WAIVERS_FILE
from generator.records.catalogue.catalogue import Catalogue, RecordLocation
from generator.records.catalogue.folders import (
    GLOSSARY_FILE,
    RecordFile,
    find_record_files,
    numbered_file_names,
)
from generator.records.catalogue.glossary_file import read_terms
from generator.records.catalogue.privacy_gate import PersonalData, examine_file, examine_name
from generator.records.catalogue.read_cache import ReadCache
from generator.records.catalogue.record_cache import RecordCache
from generator.records.catalogue.record_file import ReadResult, read_file
from generator.records.catalogue.waiver_file import read_waivers

Progress = Callable[[int, int], None]
_FILES_A_BATCH = 100


def read_catalogue(
    root: Path, progress: Progress | None = None, memory: ReadCache | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read every record and term below `root`.

    Gives what could be read, and every fault of what could not with all personal data that no
    waiver lets in. Raises nothing for bad content. `progress` is called with the number of files
    read and their total. What `memory` holds of a file that has not changed is not read again.
    """
    files, findings = find_record_files(root)
    waivers, wrong = read_waivers(root)
    known = memory.unchanged(files, waivers) if memory else {}
    found = list(_all(files, waivers, known, progress or _silent))
    if memory:
        memory.keep(found)
    catalogue = _catalogue([read for _, read in found], memory.answers if memory else RecordCache())
    terms, of_terms = read_terms(root, catalogue)
    own = examine_file(root / WAIVERS_FILE, WAIVERS_FILE, waivers)
    # a waiver that cannot be read lets nothing in: its own fault is the one to mend
    own = replace(own, findings=()) if wrong else own
    personal = (own, *_personal(root, waivers, [read for _, read in found]))
    people = (one for held in personal for one in held.findings)
    faults = (fault for _, read in found for fault in read.faults)
    return replace(catalogue, terms=terms, redaction=_redaction(personal, waivers)), sort_findings(
        (*findings, *wrong, *faults, *of_terms, *people)
    )


def _personal(
    root: Path, waivers: Collection[Waiver], reads: Iterable[ReadResult]
) -> Iterator[PersonalData]:
    """What the privacy gate finds in every file and every name."""
    yield examine_file(root / GLOSSARY_FILE, GLOSSARY_FILE, waivers)
    for path, number, count in numbered_file_names(root):
        yield examine_name(path, number, count, waivers)
    for read in reads:
        yield read.personal


def _redaction(personal: Iterable[PersonalData], waivers: Collection[Waiver]) -> Redaction:
    known = frozenset(one for held in personal for one in held.known)
    return Redaction(known, frozenset(spelling(waiver.text) for waiver in waivers))


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _all(
    files: Sequence[RecordFile],
    waivers: Collection[Waiver],
    known: Mapping[str, ReadResult],
    progress: Progress,
) -> Iterator[tuple[RecordFile, ReadResult]]:
    yield from ((one, known[one.path]) for one in files if one.path in known)
    done = len(known)
    parts = batches([one for one in files if one.path not in known], _FILES_A_BATCH)
    for part, some in zip(parts, parallel_map(partial(_some, waivers=waivers), parts), strict=True):
        yield from zip(part, some, strict=True)
        done += len(part)
        progress(done, len(files))


def _some(files: Sequence[RecordFile], waivers: Collection[Waiver]) -> list[ReadResult]:
    return [read_file(one, waivers) for one in files]


def _catalogue(reads: Iterable[ReadResult], cache: RecordCache) -> Catalogue:
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    some = list(reads)
    found = [one for read in some for one in read.records]
    found.sort(key=lambda one: (order[one[0].kind], one[0].id))
    records: dict[str, Record] = {}
    origins: dict[str, RecordLocation] = {}
    twins: list[tuple[Record, RecordLocation]] = []
    for record, origin in found:
        if record.id in records:
            twins.append((record, origin))
        else:
            records[record.id], origins[record.id] = record, origin
    refused = frozenset(read.record_id for read in some if read.faults) - records.keys()
    return Catalogue(records, origins, tuple(twins), refused, cache=cache)
