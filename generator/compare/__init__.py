"""What a contribution changes: two academies to one `Difference`, told in plain sentences.

`compare` works it out, `as_text`, `as_markdown` and `as_json` say it, and `figure_of` draws it.
"""

from __future__ import annotations

from generator.compare.difference import compare
from generator.compare.faces import as_json, as_markdown, as_text
from generator.compare.model import Difference
from generator.compare.picture import figure_of

__all__ = ["Difference", "as_json", "as_markdown", "as_text", "compare", "figure_of"]
