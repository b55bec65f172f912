"""Plan which files an import writes; one refused row refuses the whole import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from generator.intake.sheets.columns import ID_HEADING
from generator.intake.sheets.consequences import without_consequences
from generator.intake.sheets.id_clashes import (
    existing_record_fault,
    id_clashes,
    record_path,
    unreadable_record_fault,
)
from generator.intake.sheets.import_checks import (
    ImportedRow,
    import_faults,
    import_findings,
)
from generator.intake.sheets.kept_fields import add_kept_fields, lost_values
from generator.intake.sheets.mixed_items import mixed_item_faults
from generator.intake.sheets.row_records import RecordFields, record_fields
from generator.intake.sheets.sheet import CellFault, RecordRow, Sheet, sort_faults
from generator.intake.sheets.sheet_messages import sheet_message
from generator.intake.sheets.title_lookup import TitleLookup
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.model.fields.id_suggestions import suggest_id
from generator.model.fields.types import id_fault
from generator.model.kinds import Kind
from generator.model.questions import questions_of
from generator.privacy import PERSONAL_DATA_TYPES, Redaction, scan, scan_name, spellings
from generator.records.catalogue import Catalogue
from generator.records.model_faults import validation_faults
from generator.records.source import PlainValue, SourceFault, parse_source
from generator.records.source.file_text import decode_text
from generator.records.source.writer import write_record

PathExists = Callable[[str], bool]  # whether there is a file at a path in the project


@dataclass(frozen=True)
class ImportPlan:
    """The files to write, by path, or the faults that prevent the import.

    `replaced` are the paths that exist. `losses` are the values that a record would lose, by the
    path of its file. `warnings` are about hidden cells, and about
    records that may exist twice.
    """

    files: dict[str, str]
    replaced: tuple[str, ...]
    refusals: tuple[CellFault, ...]
    losses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    warnings: tuple[CellFault, ...] = ()


def plan_import(
    sheet: Sheet, kind: Kind, catalogue: Catalogue, exists: PathExists, *, may_replace: bool = False
) -> ImportPlan:
    """Return the plan for a sheet: a file for every row, or every fault. Nothing is written.

    `exists` says whether a path of the project exists. With `may_replace`, a row may take the place
    of a record with its id.
    """
    names = TitleLookup(catalogue, sheet.rows, kind)
    clashes = dict(id_clashes(sheet.rows, kind, catalogue))
    refusals = [*sheet.refusals, *clashes.values(), *_personal_data_faults(sheet.rows)]
    made = []
    for row in sheet.rows:
        path = record_path(row.id, kind)
        now = _stored_values(catalogue, row.id, path)
        if row.id and may_replace and exists(path) and now is None:
            refusals.append(unreadable_record_fault(row, path))
        if now is not None and may_replace:
            refusals += mixed_item_faults(row, sheet, now, names, kind)
        whole = add_kept_fields(row, sheet, now, kind) if now is not None else row
        fields = record_fields(whole, names, kind)
        imported, row_faults = _import_row(fields, kind, catalogue.vocabulary)
        refusals += row_faults
        if row.cell in clashes:
            continue
        if exists(path) and row.id and not may_replace:
            refusals.append(existing_record_fault(row, kind))
        if imported is not None:
            made.append(imported)
    findings = import_findings(made, sheet.rows, catalogue)
    faults, doubles = import_faults(findings, made, sheet.rows, kind, catalogue)
    refusals += faults
    refusals = list(without_consequences(refusals, sheet, kind))
    if refusals:
        return ImportPlan({}, (), _masked(refusals, sheet.rows, catalogue))
    files = {
        imported.source.path: imported.text
        for imported in sorted(made, key=lambda imported: imported.source.path)
    }
    return ImportPlan(
        files,
        tuple(path for path in files if exists(path)),
        (),
        dict(_lost_by_file(made, kind, catalogue)),
        (*sheet.notes, *sort_faults(doubles)),
    )


def _masked(
    refusals: list[CellFault], rows: tuple[RecordRow, ...], catalogue: Catalogue
) -> tuple[CellFault, ...]:
    """Return the faults in the order of the file, without the personal data of its cells."""
    known = spellings(hit for row in rows for answer in row.answers for hit in scan(answer.text))
    return Redaction(known, catalogue.redaction.allowed).mask_value(sort_faults(refusals))


def _stored_values(
    catalogue: Catalogue, record_id: str, path: str
) -> Mapping[str, PlainValue] | None:
    """Return the values of the record at a path; None if no record could be read there."""
    origin = catalogue.origins.get(record_id)
    return origin.source.values() if origin and origin.source.path == path else None


def _lost_by_file(
    made: list[ImportedRow], kind: Kind, catalogue: Catalogue
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for imported in made:
        before = _stored_values(catalogue, imported.record.id, imported.source.path)
        lost = lost_values(before, imported.source.values(), kind) if before is not None else ()
        if lost:
            yield imported.source.path, lost


def _personal_data_faults(rows: tuple[RecordRow, ...]) -> Iterator[CellFault]:
    """Yield a fault for each cell with personal data, before any record is made from it."""
    for row in rows:
        own_id = row.id if row.id != suggest_id(row.name) else ""  # the title is scanned below
        for sort in dict.fromkeys(hit.sort for hit in scan_name(own_id)):
            cell = replace(row.cell, column=1, heading=ID_HEADING)
            message = f"The id contains what looks like {PERSONAL_DATA_TYPES[sort].name}."
            yield CellFault(cell, message, "Choose an id that says what the record is about.")
        for answer in row.answers:
            for sort in dict.fromkeys(hit.sort for hit in scan(answer.text)):
                message = f"This looks like {PERSONAL_DATA_TYPES[sort].name}."
                yield CellFault(answer.cell, message, "Remove it. Give a job title instead.")


def _import_row(
    fields: RecordFields, kind: Kind, vocabulary: AcademyVocabulary
) -> tuple[ImportedRow | None, list[CellFault]]:
    """Return the record of a row, read back from the text of its file, and the faults of the row.

    Reading back ensures that what is written is what was checked.
    """
    refused = list(fields.refusals)
    text = write_record(fields.values, kind.suffix)
    path = record_path(fields.row.id or "x", kind)
    whole, faults = decode_text(text.encode())
    source, more = parse_source(whole, path) if whole is not None else (None, [])
    findings = [*(fault.in_file(path) for fault in faults), *more]
    if source is None:
        return None, [
            *refused,
            *(CellFault(fields.row.cell, finding.message, finding.hint) for finding in findings),
        ]
    try:
        values = {**source.values(), "id": _id_to_check(fields.row)}
        record = kind.model.model_validate(values, context=vocabulary)
    except ValidationError as error:
        refused_cells = {fault.cell for fault in refused}
        for fault in validation_faults(error, kind.model, source):
            refusal = _cell_fault(fault, fields, kind)
            if refusal.cell not in refused_cells:
                refused.append(refusal)
        return None, refused
    return (ImportedRow(fields, source, text, record), []) if not refused else (None, refused)


def _id_to_check(row: RecordRow) -> str:
    # `id_clashes` reports an invalid id
    return "x" if not row.id or id_fault(row.id) else row.id


def _cell_fault(fault: SourceFault, fields: RecordFields, kind: Kind) -> CellFault:
    cell = fields.cell_for(fault.path, questions_of(kind))
    text = next((answer.text for answer in fields.row.answers if answer.cell == cell), "")
    return CellFault(cell, *sheet_message(fault, kind, text))
