"""Academies that learn from each other: what a copy was made from, and what changed in it since.

A bundle carries its base: the records as they were when it was made. With it, a copy can say what
it changed, and the academy that it comes from can tell what was deleted from what was never there.

An academy follows another by a snapshot of its records, which are shown beside its own.
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
from generator.federation.connections import connected_academies
from generator.federation.followed_records import with_followed
from generator.federation.same_as_proposals import SameAsProposal, same_as_proposals
from generator.federation.snapshot import (
    SNAPSHOT_FILE,
    Snapshot,
    is_in_snapshot,
    read_snapshots,
    snapshot_files,
)

__all__ = [
    "BASE_FILE",
    "SNAPSHOT_FILE",
    "Base",
    "BaseError",
    "CopyChanges",
    "SameAsProposal",
    "Snapshot",
    "base_findings",
    "base_of",
    "base_text",
    "changes_since",
    "connected_academies",
    "is_in_snapshot",
    "read_base",
    "read_snapshots",
    "same_as_proposals",
    "snapshot_files",
    "with_followed",
]
