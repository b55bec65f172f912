"""The year of a document, as the pages that cite it say it."""

from __future__ import annotations

from generator.model.display.inferred import is_inferred
from generator.model.kinds.resource import Resource


def source_date(document: Resource) -> str:
    """Return the year of a document, and whether it is our estimate."""
    estimated = " (our estimate: the document is undated)"
    return f"{document.year}{estimated if is_inferred(document, 'year') else ''}"
