"""Academies that learn from each other: what a copy was made from, and what changed in it since.

A bundle carries its base: the records as they were when it was made. With it, a copy can say what
it changed, and the academy that it comes from can tell what was deleted from what was never there.
"""

from __future__ import annotations

from generator.federation.base import (
    BASE_FILE,
    Base,
    BaseError,
    base_findings,
    base_of,
    base_text,
    read_base,
)
from generator.federation.changes import CopyChanges, changes_since

__all__ = [
    "BASE_FILE",
    "Base",
    "BaseError",
    "CopyChanges",
    "base_findings",
    "base_of",
    "base_text",
    "changes_since",
    "read_base",
]
