"""Why an academy cannot be followed."""

from __future__ import annotations

from generator.diagnostics import Diagnostic


class FollowError(Exception):
    """Raised when an academy cannot be followed, with the reason and the faults."""

    def __init__(self, message: str, findings: tuple[Diagnostic, ...] = ()) -> None:
        self.findings = findings
        super().__init__(message)
