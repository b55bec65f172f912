"""Which schema an academy's records are written for."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.records.migrations import CURRENT_SCHEMA, SCHEMA_FILE
from generator.records.source import SourceFault, read_source


def read_schema(root: Path) -> tuple[int, tuple[Diagnostic, ...]]:
    """The number in the academy's schema file, and what is wrong with it.

    An academy without the file is taken to be of the present schema.
    """
    file = root / SCHEMA_FILE
    if file.parent.is_symlink() or not (file.exists() or file.is_symlink()):
        return CURRENT_SCHEMA, ()
    source, faults = read_source(file, SCHEMA_FILE)
    if source is None:
        return CURRENT_SCHEMA, tuple(faults)
    said = str(source.values().get("schema"))
    place = source.place(("schema",))
    if not said.isdecimal() or int(said) < 1:
        fault = SourceFault(
            place, "F136", "This is no number of a schema.", f"Write “schema: {CURRENT_SCHEMA}”."
        )
        return CURRENT_SCHEMA, (fault.in_file(SCHEMA_FILE),)
    if int(said) == CURRENT_SCHEMA:
        return CURRENT_SCHEMA, ()
    message = f"These records are of schema {said}; this program reads schema {CURRENT_SCHEMA}."
    hint = "Run “academy migrate”." if int(said) < CURRENT_SCHEMA else "Get the newest program."
    return int(said), (SourceFault(place, "F137", message, hint).in_file(SCHEMA_FILE),)
