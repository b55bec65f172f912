"""Rules across records. `CHECKS` is the list: a new check is one function and one line.

Codes are permanent: F1xx reading a file, M2xx one record, C3xx across records, G4xx gaps.
"""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.checks import (
    contradictions,
    cycles,
    figures,
    gaps,
    identity,
    order,
    people,
    references,
    stages,
)
from generator.checks.base import Check
from generator.diagnostics import Diagnostic, in_order

__all__ = ["CHECKS", "Check", "check"]

CHECKS: tuple[Check, ...] = (
    *identity.CHECKS,
    *references.CHECKS,
    *cycles.CHECKS,
    *order.CHECKS,
    *figures.CHECKS,
    *contradictions.CHECKS,
    *people.CHECKS,
    *stages.CHECKS,
    *gaps.CHECKS,
)


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Every finding of every check, sorted."""
    return in_order(found for one in CHECKS for found in one.run(catalogue))
