"""The records of the first academy, read once for all tests that only look at them."""

from __future__ import annotations

from functools import cache

from generator.diagnostics import Diagnostic
from generator.records.catalogue import Catalogue, read_catalogue
from tests.sites import FIRST_ACADEMY


@cache
def first_academy() -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """The frozen copy of the first academy, and what its reader found."""
    return read_catalogue(FIRST_ACADEMY)


def first_catalogue() -> Catalogue:
    return first_academy()[0]
