"""Submissions: what people send to an academy, as a zip or as one text.

The format is written down in docs/submission.md. Nothing in a submission is trusted: limits and
names are checked before anything is unpacked, and nothing is written here.
"""

from __future__ import annotations

from generator.intake.submission.submission import (
    Submission,
    SubmissionError,
    SubmittedRecord,
    canonical_text,
    refusal,
    text_digest,
)
from generator.intake.submission.text_reader import is_submission_text, read_submission_text
from generator.intake.submission.zip_reader import is_zip, read_submission_zip
from generator.intake.submission.zip_writer import write_submission_zip

__all__ = [
    "Submission",
    "SubmissionError",
    "SubmittedRecord",
    "canonical_text",
    "is_submission_text",
    "is_zip",
    "read_submission_text",
    "read_submission_zip",
    "refusal",
    "text_digest",
    "write_submission_zip",
]
