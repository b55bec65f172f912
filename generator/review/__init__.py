"""Compare two states of an academy and describe the difference in plain sentences.

`compare` returns a `Difference`; `as_text`, `as_markdown` and `as_json` format it.
"""

from __future__ import annotations

from generator.review.changes import Difference
from generator.review.difference import compare
from generator.review.output_formats import as_json, as_markdown, as_text

__all__ = ["Difference", "as_json", "as_markdown", "as_text", "compare"]
