"""Folders of files to one `Catalogue` of typed records, with everything that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, clip, in_order
from generator.kinds import KIND_OF, KINDS, Kind, Record
from generator.kinds.faults import faults_of
from generator.kinds.measure import Measure, MeasureEntry
from generator.kinds.types import id_fault
from generator.source import START, Fault, FieldPath, Place, Source, read_source

R = TypeVar("R", bound=Record)

# the field of a measure that names the record it is written in, by that record's kind
_SUBJECT = {"prototype": "prototype", "area": "area", "group": "group"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record is written: its file, and the path inside the file (empty for most)."""

    source: Source
    inside: FieldPath = ()


@dataclass(frozen=True)
class Catalogue:
    """All records that could be read.

    `records` are in the order of KINDS, then by id. `twins` are records whose id another has.
    `refused` are the ids of files that are there but could not be read.
    """

    records: Mapping[str, Record]
    origins: Mapping[str, Origin]
    twins: tuple[tuple[Record, Origin], ...] = ()
    refused: frozenset[str] = frozenset()
    _titles: dict[str, str] = field(default_factory=dict, repr=False)

    def of(self, model: type[R]) -> tuple[R, ...]:
        """All records of one model, in order."""
        return tuple(r for r in self.records.values() if isinstance(r, model))

    def of_kind(self, kind: Kind) -> tuple[Record, ...]:
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
        known = self._titles.get(target)
        if known is None:
            record = self.find(target)
            known = KIND_OF[record.kind].title(record, self.title) if record else target
            self._titles[target] = known
        return known

    def place(self, record_id: str, path: FieldPath = ()) -> tuple[str, Place]:
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
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        grouped: dict[str, list[Record]] = {}
        for record in self.records.values():
            grouped.setdefault(record.kind, []).append(record)
        return {kind: tuple(records) for kind, records in grouped.items()}


Progress = Callable[[int, int], None]


def read_catalogue(
    root: Path, progress: Progress | None = None
) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read every record below `root`.

    Gives what could be read and every fault of what could not. Raises nothing for bad content.
    `progress` is called with the number of files read and their total.
    """
    files, findings = _files(root)
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
    return builder.catalogue(), in_order(findings)


def _files(root: Path) -> tuple[list[tuple[Kind, Path, str]], list[Diagnostic]]:
    files: list[tuple[Kind, Path, str]] = []
    findings: list[Diagnostic] = []
    for kind in KINDS:
        if kind.folder is None:
            continue
        folder = root / kind.folder
        if folder.is_symlink() or not folder.is_dir():
            continue
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.startswith("."):
                continue
            path = f"{kind.folder}/{file.name}"
            fault = _name_fault(file, kind)
            if fault:
                findings.append(_at_start(path, *fault))
            else:
                files.append((kind, file, path))
    return files, findings


def _name_fault(file: Path, kind: Kind) -> tuple[str, str, str] | None:
    if file.is_dir() and not file.is_symlink():
        return "F131", "A folder cannot stand here.", "Put its files beside the others."
    if file.suffix != kind.suffix:
        example = f"my-{kind.name.replace('_', '-')}{kind.suffix}"
        message = f"This is not a file of a {kind.label.lower()}: its name must end {kind.suffix}."
        return "F132", message, f"Rename it, for example to “{example}”, or move it elsewhere."
    fault = id_fault(file.stem)
    if fault:
        return "F130", f"The file's name is not an id. {fault[0]}", fault[1]
    return None


def _at_start(path: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(clip(path, 200), START.line, START.column, code, message, hint)


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
        self._found += _measures(record, source)

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


def _measures(record: Record, source: Source) -> Iterator[tuple[Record, Origin]]:
    entries: Iterable[MeasureEntry] = getattr(record, "measures", ())
    taken: set[str] = set()
    for number, entry in enumerate(entries):
        measure_id = entry.id or _derived_id(record.id, entry.outcome, taken)
        taken.add(measure_id)
        yield _measure(record, entry, measure_id), Origin(source, ("measures", number))


def _derived_id(parent: str, outcome: str, taken: set[str]) -> str:
    base = f"{parent}-{outcome}"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def _measure(parent: Record, entry: MeasureEntry, measure_id: str) -> Measure:
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    values["id"] = measure_id
    values["sources"] = entry.sources or parent.sources
    values[_SUBJECT[parent.kind]] = parent.id
    if "area" not in entry.model_fields_set and parent.kind != "area":
        areas = getattr(parent, "areas", None) or (getattr(parent, "area", None),)
        values["area"] = areas[0] if len(areas) == 1 else None
    given = entry.model_fields_set | {"id", "sources", "area", _SUBJECT[parent.kind]}
    return Measure.model_construct(_fields_set=given, title="-", **values)
