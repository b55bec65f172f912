"""Files to records, with everything that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.folders import content_files
from generator.catalogue.glossary import read_terms
from generator.catalogue.measures import measures_of
from generator.catalogue.model import Catalogue, Origin
from generator.diagnostics import Diagnostic, in_order
from generator.kinds import KINDS, Kind, Record
from generator.kinds.faults import faults_of
from generator.source import Fault, read_source
from generator.workers import batches, spread

Progress = Callable[[int, int], None]
_FILES_A_BATCH = 100


def read_catalogue(
    root: Path, progress: Progress | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read every record and term below `root`.

    Gives what could be read and every fault of what could not. Raises nothing for bad content.
    `progress` is called with the number of files read and their total.
    """
    files, findings = content_files(root)
    found: list[tuple[Record, Origin]] = []
    refused: set[str] = set()
    done = 0
    for batch in spread(_read_all, batches(files, _FILES_A_BATCH)):
        for one in batch:
            found += one.records
            findings += one.faults
            if one.faults:
                refused.add(one.record_id)
        done += len(batch)
        if progress is not None:
            progress(done, len(files))
    catalogue = _catalogue(found, refused)
    terms, faults_of_terms = read_terms(root, catalogue)
    return replace(catalogue, terms=terms), in_order((*findings, *faults_of_terms))


@dataclass(frozen=True, slots=True)
class _Read:
    """What one file holds: its record and the measures in it, and every fault."""

    record_id: str
    records: tuple[tuple[Record, Origin], ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def _read_all(files: Sequence[tuple[Kind, Path, str]]) -> list[_Read]:
    return [_read(kind, file, path) for kind, file, path in files]


def _read(kind: Kind, file: Path, path: str) -> _Read:
    source, faults = read_source(file, path)
    if source is None:
        return _Read(file.stem, (), tuple(faults))
    values = source.values()
    if "id" in values:
        message, hint = "“id” is not written in the file.", "Delete it: it is the file's name."
        faults.append(
            Fault(source.place(("id",), at_key=True), "M202", message, hint).at(source.path)
        )
    try:
        record = kind.model.model_validate({**values, "id": file.stem})
    except ValidationError as error:
        faults += (one.at(source.path) for one in faults_of(error, kind.model, source))
        return _Read(file.stem, (), tuple(faults))
    return _Read(file.stem, ((record, Origin(source)), *measures_of(record, source)), tuple(faults))


def _catalogue(found: list[tuple[Record, Origin]], refused: set[str]) -> Catalogue:
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    found.sort(key=lambda one: (order[one[0].kind], one[0].id))
    records: dict[str, Record] = {}
    origins: dict[str, Origin] = {}
    twins: list[tuple[Record, Origin]] = []
    for record, origin in found:
        if record.id in records:
            twins.append((record, origin))
        else:
            records[record.id], origins[record.id] = record, origin
    return Catalogue(records, origins, tuple(twins), frozenset(refused - records.keys()))
