"""Where a record shows files of the media folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.field_path import FieldPath
from generator.markdown.pictures import pictures_in
from generator.model.fields.media import PICTURE_FILE, path_in_academy
from generator.model.fields.prose import prose_texts
from generator.model.kinds.resource import Resource
from generator.model.record import Record

_DOCUMENT: FieldPath = ("file",)


@dataclass(frozen=True, slots=True)
class MediaUse:
    """A place in a record that shows a file.

    `path` is its field; `offset` is the character of a text, or None for a field of its own.
    """

    file: str
    path: FieldPath
    offset: int | None = None


def media_uses(record: Record) -> tuple[MediaUse, ...]:
    """Return each place in a record that shows a file: pictures of its list, those in its texts,
    then the document that it offers.
    """
    return (*_listed_pictures(record), *_prose_pictures(record), *_documents(record))


def pictures_of(record: Record) -> tuple[str, ...]:
    """Return the pictures that the page of a record shows, each once; the lead picture first."""
    return tuple(dict.fromkeys(use.file for use in media_uses(record) if use.path != _DOCUMENT))


def _documents(record: Record) -> Iterator[MediaUse]:
    if isinstance(record, Resource) and record.file:
        yield MediaUse(record.file, _DOCUMENT)


def _listed_pictures(record: Record) -> Iterator[MediaUse]:
    for number, picture in enumerate(record.pictures):
        yield MediaUse(picture.file, ("pictures", number, "file"))


def _prose_pictures(record: Record) -> Iterator[MediaUse]:
    for path, text in prose_texts(record):
        for picture in pictures_in(text):
            if PICTURE_FILE.fullmatch(path_in_academy(picture.file)):
                yield MediaUse(picture.file, path, picture.offset)
