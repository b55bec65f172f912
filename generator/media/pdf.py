"""Read PDF documents. The only module that uses pypdf."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from generator.media.archive import damaged_document, protected_document
from generator.media.document_text import DocumentContent, active_document
from generator.media.refusal import MediaRefusedError

_START = b"%PDF-"
_START_WITHIN = 1024  # bytes; readers of PDF look no further
_REVISION = re.compile(rb"startxref\s+(\d+)")
# what may run, play, send or hold another file, by the key or the value that says so
_ACTIVE_KEYS = {"/JS", "/EmbeddedFiles", "/XFA", "/RichMediaContent", "/Launch"}
_ACTIVE_TYPES = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition", "/Movie",
    "/Sound", "/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Screen", "/3D",
}  # fmt: skip
_TYPE_KEYS = ("/S", "/Type", "/Subtype")
# what an object may say of people and of the programs that they used
_PRIVATE_KEYS = ("/Metadata", "/PieceInfo")
_IMPERSONAL = {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"}
_AUTHOR = re.compile(rb"<(?:dc:creator|pdf:Author|xmpMM:History)\b")
_WIDGET = "/Widget"  # a field of a form, whose “/T” is its name and no person's


def is_pdf(content: bytes) -> bool:
    """Return whether a file begins as a PDF does."""
    return _START in content[:_START_WITHIN]


def read_pdf(content: bytes) -> DocumentContent:
    """Return the text of a PDF, and a copy without names of people where it holds any.

    Raises MediaRefusedError for one that is encrypted, damaged, or does more than be read.
    """
    with _quiet(content):
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise MediaRefusedError(protected_document())
        objects = list(_objects(reader))
        for value in objects:
            if thing := _active_part(value):
                raise MediaRefusedError(active_document(thing))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        is_private = bool(set(reader.metadata or ()) - _IMPERSONAL) or any(
            _is_private(value) for value in objects
        )
        revised = len(set(_REVISION.findall(content)) - {b"0"}) > 1
        return DocumentContent("PDF", text, _plain_copy(content) if is_private or revised else None)


@contextmanager
def _quiet(content: bytes) -> Iterator[None]:
    """Turn what pypdf raises, in many ways, into the refusal of a damaged file; drop its log."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except MediaRefusedError:
        raise
    except Exception as fault:
        # some ways to encrypt are unknown to pypdf
        refusal = protected_document() if b"/Encrypt" in content else damaged_document()
        raise MediaRefusedError(refusal) from fault
    finally:
        log.setLevel(level)


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Yield every dictionary of a document, those inside others too."""
    numbers = {
        (number, generation) for generation, table in reader.xref.items() for number in table
    }
    numbers |= {(number, 0) for number in reader.xref_objStm}
    yield from _dictionaries(reader.trailer)
    for number, generation in sorted(numbers):
        if number:
            yield from _dictionaries(reader.get_object(IndirectObject(number, generation, reader)))


def _dictionaries(value: Any) -> Iterator[DictionaryObject]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, DictionaryObject):
            yield item
            waiting += [item.raw_get(key) for key in item]
        elif isinstance(item, ArrayObject):
            waiting += list(item)


def _active_part(value: DictionaryObject) -> str:
    """Return what a dictionary would do, as a phrase; empty for one that is only read."""
    kinds = {str(value.raw_get(key)) for key in _TYPE_KEYS if key in value}
    keys = _ACTIVE_KEYS & set(value)
    if {"/JavaScript"} & kinds or "/JS" in keys:
        return "a program (JavaScript)"
    if {"/EmbeddedFile", "/FileAttachment"} & kinds or "/EmbeddedFiles" in keys:
        return "another file that is attached to it"
    if "/Launch" in kinds or "/Launch" in keys:
        return "a command that starts a program"
    return (
        "a form, a film or a sound that needs a special program"
        if kinds & _ACTIVE_TYPES or keys
        else ""
    )


def _is_private(value: DictionaryObject) -> bool:
    metadata = value.get("/Metadata")
    xmp = metadata.get_data() if isinstance(metadata, StreamObject) else b""
    return "/PieceInfo" in value or bool(_AUTHOR.search(xmp)) or _names_author(value)


def _names_author(value: DictionaryObject) -> bool:
    """Return whether a dictionary is a comment that says who wrote it."""
    return "/T" in value and "/Rect" in value and str(value.get("/Subtype")) != _WIDGET


def _plain_copy(content: bytes) -> bytes:
    """Return the document as it is now, without earlier versions, metadata and authors."""
    writer = _copied(content)
    title = writer.metadata.title if writer.metadata else None
    writer.metadata = {NameObject("/Title"): TextStringObject(title)} if title else None
    for number in range(1, len(writer._objects) + 1):
        for value in _dictionaries(writer.get_object(number)):
            for key in _PRIVATE_KEYS:
                value.pop(key, None)
            if _names_author(value):
                value.pop("/T")
    # what nothing refers to any more stays behind when it is copied once more
    return _written(_copied(_written(writer)))


def _copied(content: bytes) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(BytesIO(content)))


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
