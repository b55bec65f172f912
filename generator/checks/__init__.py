"""Rules across records. `CHECKS` is the list: a new check is one function and one line.

Codes are permanent: F1xx reading a file, M2xx one record, C3xx across records, G4xx gaps.
"""

from __future__ import annotations

from generator.checks import (
    arithmetic,
    codes,
    contradictions,
    cycles,
    evaluations,
    gaps,
    identifiable_people,
    identity,
    media,
    namesakes,
    odd_dates,
    ordering,
    prose,
    references,
    same_elsewhere,
    stage_requirements,
)
from generator.checks.check import Check
from generator.diagnostics import Diagnostic, sort_findings
from generator.records.catalogue import Catalogue

__all__ = ["CHECKS", "DOUBLE_RECORD_CODES", "Check", "run_checks"]

CHECKS: tuple[Check, ...] = (
    *identity.CHECKS,
    *namesakes.CHECKS,
    *codes.CHECKS,
    *references.CHECKS,
    *same_elsewhere.CHECKS,
    *cycles.CHECKS,
    *ordering.CHECKS,
    *arithmetic.CHECKS,
    *contradictions.CHECKS,
    *evaluations.CHECKS,
    *odd_dates.CHECKS,
    *identifiable_people.CHECKS,
    *prose.CHECKS,
    *media.CHECKS,
    *stage_requirements.CHECKS,
    *gaps.CHECKS,
)

# The checks that find what may be one record twice.
DOUBLE_RECORD_CODES = frozenset(check.code for check in namesakes.CHECKS)


def run_checks(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Return every finding of every check, sorted."""
    return sort_findings(finding for check in CHECKS for finding in check.run(catalogue))
