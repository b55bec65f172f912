"""One file to its record, the measures in it, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import ValidationError

from generator.catalogue.folders import Candidate
from generator.catalogue.gate import (
    NOTHING_PERSONAL,
    PersonalData,
    examine_text,
    examine_values,
    text_of,
)
from generator.catalogue.measures import measures_of
from generator.catalogue.model import Origin
from generator.diagnostics import Diagnostic
from generator.kinds import Record
from generator.kinds.faults import faults_of
from generator.privacy import Waiver
from generator.source import Fault, Source, read_source


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds: its record and the measures in it; every fault; personal data."""

    record_id: str
    records: tuple[tuple[Record, Origin], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    personal: PersonalData = NOTHING_PERSONAL


def read_file(one: Candidate, waivers: Collection[Waiver]) -> Read:
    """Read one file. Raises nothing for bad content."""
    text = text_of(one.file)
    personal = examine_text(one.path, text, waivers)
    source, faults = read_source(one.file, one.path)
    if source is None:
        return Read(one.file.stem, (), tuple(faults), personal)
    found, wrong = _records(one, source)
    if found and not personal.findings:
        personal = examine_values(one.path, text, found[0][0], source, waivers)
    return Read(one.file.stem, found, (*faults, *wrong), personal)


def _records(
    one: Candidate, source: Source
) -> tuple[tuple[tuple[Record, Origin], ...], tuple[Diagnostic, ...]]:
    values = source.values()
    faults: list[Fault] = []
    if "id" in values:
        message, hint = "“id” is not written in the file.", "Delete it: it is the file's name."
        faults.append(Fault(source.place(("id",), at_key=True), "M202", message, hint))
    try:
        record = one.kind.model.model_validate({**values, "id": one.file.stem})
    except ValidationError as error:
        faults += faults_of(error, one.kind.model, source)
        return (), tuple(fault.at(one.path) for fault in faults)
    found = ((record, Origin(source)), *measures_of(record, source))
    return found, tuple(fault.at(one.path) for fault in faults)
