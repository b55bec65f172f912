"""Pictures and documents as they leave their academy: without metadata."""

from __future__ import annotations

from generator.media.documents import plain_document
from generator.media.metadata import without_metadata
from generator.records.catalogue import MediaFile


def plain_content(media: MediaFile) -> bytes:
    """Return the content of a picture or document without places, cameras and names of authors.

    Raises OSError for a file that is gone. A file that was refused is returned as it is.
    """
    content = media.file.read_bytes()
    if media.picture is not None:
        return without_metadata(content, media.picture.orientation)
    if media.document is not None and not media.document.is_plain:
        return plain_document(media.path, content)
    return content
