"""Find rows whose id is invalid, repeated or taken, and rows whose record exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.intake.sheets.columns import ID_HEADING
from generator.intake.sheets.sheet import CellFault, CellPosition, RecordRow
from generator.model.fields.types import id_fault
from generator.model.kinds import KIND_OF, Kind
from generator.records.catalogue import Catalogue


def record_path(record_id: str, kind: Kind) -> str:
    """Return the path of a record's file, relative to the project's root."""
    return f"{kind.folder}/{record_id}{kind.suffix}"


def id_clashes(
    rows: tuple[RecordRow, ...], kind: Kind, catalogue: Catalogue
) -> Iterator[tuple[CellPosition, CellFault]]:
    """Yield the position and fault of each row whose id is invalid, repeated or taken."""
    first: dict[str, RecordRow] = {}
    for row in rows:
        cell = replace(row.cell, column=1, heading=ID_HEADING)
        before = first.setdefault(row.id, row)
        if not row.id:
            continue  # reported by the reader
        if fault := id_fault(row.id):
            yield row.cell, CellFault(cell, *fault)
        elif before is not row:
            message = f"The id “{row.id}” is already in row {before.cell.row}."
            yield row.cell, CellFault(cell, message, "Give each row a different id.")
        elif taken := _taken_by(row.id, kind, catalogue):
            yield row.cell, CellFault(cell, taken, "Choose another id.")


def _taken_by(record_id: str, kind: Kind, catalogue: Catalogue) -> str:
    there = catalogue.records.get(record_id)
    if there is not None:
        path, _ = catalogue.place(record_id)
        what = KIND_OF[there.kind].with_article
        return "" if path == record_path(record_id, kind) else f"“{record_id}” is {what}: {path}."
    now = catalogue.resolve(record_id)
    return f"“{record_id}” is an earlier id of “{now}”." if now else ""


def existing_record_fault(row: RecordRow, kind: Kind) -> CellFault:
    """Return the fault of a row whose record exists."""
    message = f"The record “{row.id}” already exists: {record_path(row.id, kind)}."
    hint = "Choose another id, or use --replace to replace the record with this row."
    return CellFault(replace(row.cell, column=1, heading=ID_HEADING), message, hint)


def unreadable_record_fault(row: RecordRow, path: str) -> CellFault:
    """Return the fault of a row whose record exists but cannot be read."""
    message = f"{path} exists but cannot be read, so none of it could be kept."
    hint = "Run “academy check” and correct the file first."
    return CellFault(replace(row.cell, column=1, heading=ID_HEADING), message, hint)
