"""What the checks find once the rows of a sheet are records of the academy."""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks import DOUBLE_RECORD_CODES, run_checks
from generator.diagnostics import Diagnostic, Severity, clip, errors
from generator.intake.sheets.merged_academy import merge_records
from generator.intake.sheets.row_records import RecordFields
from generator.intake.sheets.sheet import CellFault, CellPosition, RecordRow
from generator.intake.sheets.sheet_messages import hint_with_labels, parse_field_path
from generator.model.kinds import Kind
from generator.model.questions import questions_of
from generator.model.record import Record
from generator.records.catalogue import Catalogue
from generator.records.source import SourceFile


@dataclass(frozen=True)
class ImportedRow:
    """A row that passed validation, with its file and record."""

    fields: RecordFields
    source: SourceFile
    text: str
    record: Record


def import_findings(
    made: list[ImportedRow], rows: tuple[RecordRow, ...], catalogue: Catalogue
) -> tuple[Diagnostic, ...]:
    """Return what the checks find once the new records are added."""
    done = {imported.record.id for imported in made}
    # a link to a refused row is not a fault of the record that holds it
    refused = {row.id for row in rows if row.id and row.id not in done}
    return run_checks(
        merge_records(catalogue, [(imported.record, imported.source) for imported in made], refused)
    )


def import_faults(
    findings: tuple[Diagnostic, ...],
    made: list[ImportedRow],
    rows: tuple[RecordRow, ...],
    kind: Kind,
    catalogue: Catalogue,
) -> tuple[tuple[CellFault, ...], tuple[CellFault, ...]]:
    """Return the faults that checks find only once the new records are added, and the warnings
    of records that may exist twice.
    """
    known = {_finding_key(finding) for finding in run_checks(catalogue)}
    by_path = {imported.source.path: imported for imported in made}
    new = [f for f in findings if f.path in by_path or _finding_key(f) not in known]
    where = rows[0].cell if rows else CellPosition("")

    def fault(finding: Diagnostic) -> CellFault:
        if finding.path in by_path:
            return _finding_fault(finding, by_path[finding.path], kind)
        then = "would then have an error: " if finding.severity is Severity.ERROR else "– "
        message = f"{finding.path} {then}{clip(finding.message, 300)}"
        return CellFault(CellPosition(where.sheet, where.order), message, finding.hint)

    doubles = (finding for finding in new if finding.code in DOUBLE_RECORD_CODES)
    return tuple(map(fault, errors(new))), tuple(map(fault, doubles))


def _finding_fault(finding: Diagnostic, imported: ImportedRow, kind: Kind) -> CellFault:
    asked, path = questions_of(kind), parse_field_path(finding.field)
    hint = hint_with_labels(finding.hint, asked, path)
    return CellFault(imported.fields.cell_for(path, asked), finding.message, hint)


def _finding_key(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.path, finding.code, finding.field
