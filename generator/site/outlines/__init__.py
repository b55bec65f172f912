"""What the pages of records say, as plain text in script files, for Compare and My list.

A page opened from a folder may load scripts and nothing else. The outlines of a batch of pages are
one file, so that a page loads only those that it shows.
"""

from __future__ import annotations

from generator.site.outlines.outline_files import (
    outline_file,
    outline_files_at,
    outline_index_files,
    record_batches,
)
from generator.site.outlines.record_outline import RecordOutline, record_outline

__all__ = [
    "RecordOutline",
    "outline_file",
    "outline_files_at",
    "outline_index_files",
    "record_batches",
    "record_outline",
]
