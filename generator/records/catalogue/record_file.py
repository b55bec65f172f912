"""Read one file: its record, the measures in it, and every fault."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.fields.academy_vocabulary import AcademyVocabulary
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
    """The record of a file and the measures in it, its faults, and its personal data."""

    record_id: str
    records: tuple[tuple[Record, RecordLocation], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    personal: PersonalData = NO_PERSONAL_DATA


def read_file(
    record_file: RecordFile, waivers: Collection[Waiver], vocabulary: AcademyVocabulary
) -> ReadResult:
    """Return what is in one file. Raises nothing for bad content."""
    text = readable_text(record_file.file)
    personal = examine_text(record_file.path, text, waivers)
    source, faults = read_source(record_file.file, record_file.path)
    if source is None:
        return ReadResult(record_file.file.stem, (), tuple(faults), personal)
    records, wrong = _records(record_file, source, vocabulary)
    if records and not personal.findings:
        personal = examine_values(record_file.path, text, records[0][0], source, waivers)
    return ReadResult(record_file.file.stem, records, (*faults, *wrong), personal)


def _records(
    record_file: RecordFile, source: SourceFile, vocabulary: AcademyVocabulary
) -> tuple[tuple[tuple[Record, RecordLocation], ...], tuple[Diagnostic, ...]]:
    values = source.values()
    faults: list[SourceFault] = []
    if "id" in values:
        message, hint = (
            "Do not write “id” in the file.",
            "Delete this line. The id is the name of the file.",
        )
        faults.append(SourceFault(source.place(("id",), at_key=True), "M202", message, hint))
    try:
        record = record_file.kind.model.model_validate(
            {**values, "id": record_file.file.stem}, context=vocabulary
        )
    except ValidationError as error:
        faults += validation_faults(error, record_file.kind.model, source)
        return (), tuple(fault.in_file(record_file.path) for fault in faults)
    located = ((record, RecordLocation(source)), *nested_measures(record, source))
    return located, tuple(fault.in_file(record_file.path) for fault in faults)
