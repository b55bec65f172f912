"""A fault in a text whose file is not yet known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.field_path import FieldPath, format_path
from generator.records.source.nodes import SourcePosition


@dataclass(frozen=True, slots=True)
class SourceFault:
    """What is wrong at a position in a text, and what to do. `code` is permanent."""

    place: SourcePosition
    code: str
    message: str
    hint: str = ""
    path: FieldPath = ()

    def in_file(self, file: str) -> Diagnostic:
        """Return the fault as a diagnostic in `file`."""
        return Diagnostic(
            path=file,
            line=self.place.line,
            column=self.place.column,
            code=self.code,
            message=self.message,
            hint=self.hint,
            field=format_path(self.path),
        )
