"""One file to its record, the measures in it, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.record import Record
from generator.privacy import Waiver
from generator.records.catalogue.catalogue import RecordLocation
from generator.records.catalogue.folders import RecordFile
from generator.records.catalogue.nested_measures import nested_measures
from generator.records.catalogue.privacy_gate import (
    NO_PERSONAL_DATA,
    PersonalData,
    examine_text,
    examine_values,
    readable_text,
)
from generator.records.model_faults import validation_faults
from generator.records.source import SourceFault, SourceFile, read_source


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a file holds: its record and the measures in it; every fault; personal data."""

    record_id: str
    records: tuple[tuple[Record, RecordLocation], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    personal: PersonalData = NO_PERSONAL_DATA


def read_file(one: RecordFile, waivers: Collection[Waiver]) -> ReadResult:
    """Read one file. Raises nothing for bad content."""
    text = readable_text(one.file)
    personal = examine_text(one.path, text, waivers)
    source, faults = read_source(one.file, one.path)
    if source is None:
        return ReadResult(one.file.stem, (), tuple(faults), personal)
    found, wrong = _records(one, source)
    if found and not personal.findings:
        personal = examine_values(one.path, text, found[0][0], source, waivers)
    return ReadResult(one.file.stem, found, (*faults, *wrong), personal)


def _records(
    one: RecordFile, source: SourceFile
) -> tuple[tuple[tuple[Record, RecordLocation], ...], tuple[Diagnostic, ...]]:
    values = source.values()
    faults: list[SourceFault] = []
    if "id" in values:
        message, hint = "“id” is not written in the file.", "Delete it: it is the file's name."
        faults.append(SourceFault(source.place(("id",), at_key=True), "M202", message, hint))
    try:
        record = one.kind.model.model_validate({**values, "id": one.file.stem})
    except ValidationError as error:
        faults += validation_faults(error, one.kind.model, source)
        return (), tuple(fault.in_file(one.path) for fault in faults)
    found = ((record, RecordLocation(source)), *nested_measures(record, source))
    return found, tuple(fault.in_file(one.path) for fault in faults)
