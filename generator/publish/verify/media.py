"""Rules on the pictures and documents in a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.media.jpeg_layout import PictureLayoutError
from generator.media.metadata import without_metadata
from generator.model.fields.media import MEDIA_FOLDER
from generator.publish.verify.rule import SiteFile, Violation

_PICTURE = ".webp"
_BEGINNINGS = {
    ".pdf": b"%PDF-",
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), b"PK\3\4"),
}


def pictures_without_metadata(file: SiteFile) -> Iterator[Violation]:
    """A picture of a record is WebP, and holds no place, camera, name or hidden content."""
    if not (file.url.startswith(f"{MEDIA_FOLDER}/") and file.url.endswith(_PICTURE)):
        return
    if not _is_plain(file.content):
        message = "This picture is not one that the program made."
        yield Violation(file.url, message, "Build the site again, or ask for a new copy.")


def documents_of_their_type(file: SiteFile) -> Iterator[Violation]:
    """A document begins as one of the type that its name says, and no web page or program does."""
    ending = PurePosixPath(file.url).suffix.lower()
    start = _BEGINNINGS.get(ending)
    if start and file.url.startswith(f"{MEDIA_FOLDER}/") and start not in file.content[:1024]:
        message = "This file is not a document of the type that its name says."
        yield Violation(file.url, message, "Build the site again, or ask for a new copy.")


def _is_plain(content: bytes) -> bool:
    try:
        return content[8:12] == b"WEBP" and without_metadata(content, 1) == content
    except PictureLayoutError:
        return False
