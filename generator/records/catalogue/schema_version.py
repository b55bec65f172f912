"""Read the schema version that an academy's records are written for."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE
from generator.records.source import SourceFault, read_source


def read_schema(root: Path) -> tuple[int, tuple[Diagnostic, ...]]:
    """Return the schema version of the academy at `root`, and the faults of its schema file.

    Without the file it is the present version.
    """
    file = root / SCHEMA_FILE
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return CURRENT_SCHEMA, ()
    source, faults = read_source(file, SCHEMA_FILE)
    if source is None:
        return CURRENT_SCHEMA, tuple(faults)
    version = str(source.values().get("schema"))
    place = source.place(("schema",))
    if not version.isdecimal() or int(version) < 1:
        fault = SourceFault(
            place, "F136", "This is not a schema version.", f"Write “schema: {CURRENT_SCHEMA}”."
        )
        return CURRENT_SCHEMA, (fault.in_file(SCHEMA_FILE),)
    if int(version) == CURRENT_SCHEMA:
        return CURRENT_SCHEMA, ()
    message = f"These records use schema {version}, but this program reads schema {CURRENT_SCHEMA}."
    hint = (
        "Run “academy migrate”."
        if int(version) < CURRENT_SCHEMA
        else "Get the newest version of the program."
    )
    return int(version), (SourceFault(place, "F137", message, hint).in_file(SCHEMA_FILE),)
