"""The check of all documents together, whose limit an academy sets itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.english import file_size
from generator.model.fields.media import MEDIA_FOLDER
from generator.records.catalogue import Catalogue


def documents_too_large(catalogue: Catalogue, limit: int) -> Iterator[Diagnostic]:
    """Yield a finding if the documents have more than `limit` bytes together."""
    total = sum(media.size for media in catalogue.media.values() if media.document)
    if total > limit:
        message = f"All documents together are {file_size(total)}. The limit is {file_size(limit)}."
        hint = "Delete some, or set “documents_mb” for the plugin academy in the settings."
        yield Diagnostic(MEDIA_FOLDER, 1, 1, "F154", message, hint)
