"""Files to records, with everything that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.folders import content_files
from generator.catalogue.glossary import read_terms
from generator.catalogue.measures import measures_of
from generator.catalogue.model import Catalogue, Origin
from generator.diagnostics import Diagnostic, in_order
from generator.kinds import KINDS, Kind, Record
from generator.kinds.faults import faults_of
from generator.source import Fault, Source, read_source

Progress = Callable[[int, int], None]


def read_catalogue(
    root: Path, progress: Progress | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read every record and term below `root`.

    Gives what could be read and every fault of what could not. Raises nothing for bad content.
    `progress` is called with the number of files read and their total.
    """
    files, findings = content_files(root)
    builder = _Builder()
    for number, (kind, file, path) in enumerate(files, 1):
        source, faults = read_source(file, path)
        if source is not None:
            faults += builder.add(kind, file.stem, source)
        if faults:
            builder.refused.add(file.stem)
        findings += faults
        if progress is not None:
            progress(number, len(files))
    catalogue = builder.catalogue()
    terms, faults_of_terms = read_terms(root, catalogue)
    return replace(catalogue, terms=terms), in_order((*findings, *faults_of_terms))


class _Builder:
    """Collects records; knows how measures leave the record they are written in."""

    def __init__(self) -> None:
        self._found: list[tuple[Record, Origin]] = []
        self.refused: set[str] = set()

    def add(self, kind: Kind, record_id: str, source: Source) -> Iterator[Diagnostic]:
        values = source.values()
        if "id" in values:
            message, hint = "“id” is not written in the file.", "Delete it: it is the file's name."
            yield Fault(source.place(("id",), at_key=True), "M202", message, hint).at(source.path)
        try:
            record = kind.model.model_validate({**values, "id": record_id})
        except ValidationError as error:
            for fault in faults_of(error, kind.model, source):
                yield fault.at(source.path)
            return
        self._found.append((record, Origin(source)))
        self._found += measures_of(record, source)

    def catalogue(self) -> Catalogue:
        order = {kind.name: number for number, kind in enumerate(KINDS)}
        self._found.sort(key=lambda found: (order[found[0].kind], found[0].id))
        records: dict[str, Record] = {}
        origins: dict[str, Origin] = {}
        twins: list[tuple[Record, Origin]] = []
        for record, origin in self._found:
            if record.id in records:
                twins.append((record, origin))
            else:
                records[record.id], origins[record.id] = record, origin
        return Catalogue(records, origins, tuple(twins), frozenset(self.refused - records.keys()))
