"""Merge two changes of one record, field by field, and write the result into its file.

`merge_values` merges values: what the record was, what it is here, and what somebody sends.
`edit_record_text` writes the result and leaves all other lines of the file as they are.
`merge_lines` merges two changes of any text.
"""

from __future__ import annotations

from generator.records.merge.conflicts import (
    Choice,
    ChooseSide,
    MergeConflict,
    MergeResult,
    conflict_name,
)
from generator.records.merge.line_merge import merge_lines
from generator.records.merge.record_text import edit_record_text
from generator.records.merge.three_way import merge_values

__all__ = [
    "Choice",
    "ChooseSide",
    "MergeConflict",
    "MergeResult",
    "conflict_name",
    "edit_record_text",
    "merge_lines",
    "merge_values",
]
