"""Read documents of office programs: Word, Excel and PowerPoint (OOXML), and OpenDocument.

Formats: ECMA-376 parts 1 and 2; OpenDocument 1.3 part 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.media.archive import ZipParts, protected_document
from generator.media.document_text import DocumentContent, active_document, mistyped_document
from generator.media.office_part import outside, part_text
from generator.media.refusal import MediaRefusedError

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # the format before 2007, in which protected files are wrapped
_ODF_TYPE = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    """A format: its name for readers, and what its files say that they are."""

    label: str
    declared: str

    @property
    def is_open_document(self) -> bool:
        """Whether it is a format of OpenDocument."""
        return self.declared.startswith(_ODF_TYPE)


FORMATS = {
    ".docx": OfficeFormat("Word document", "wordprocessingml.document.main+xml"),
    ".xlsx": OfficeFormat("Excel spreadsheet", "spreadsheetml.sheet.main+xml"),
    ".pptx": OfficeFormat("PowerPoint presentation", "presentationml.presentation.main+xml"),
    ".odt": OfficeFormat("OpenDocument text", f"{_ODF_TYPE}text"),
    ".ods": OfficeFormat("OpenDocument spreadsheet", f"{_ODF_TYPE}spreadsheet"),
    ".odp": OfficeFormat("OpenDocument presentation", f"{_ODF_TYPE}presentation"),
}
_TYPES, _MIMETYPE, _MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
_PROGRAM = re.compile(
    r"(?:^|/)(?:vba[^/]*\.(?:bin|xml)|activex/.*|basic/.*|scripts/.*|macrosheets/.*|ctrlprops/.*)$",
    re.IGNORECASE,
)
_OTHER_FILE = re.compile(
    r"(?:^|/)embeddings/|(?:^|/)(?:oleobject|objectreplacements/.*\.bin)", re.I
)
_OTHER_PLACE = re.compile(
    r"(?:^|/)(?:externallinks/|connections\.xml$|querytables/)", re.IGNORECASE
)
_PRIVATE = re.compile(r"docProps/(?:core|app|custom)\.xml|meta\.xml", re.IGNORECASE)
_NAMED = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|Manager|Company|meta:initial-creator|meta:printed-by"
    rb"|meta:user-defined)\b[^>]*(?<!/)>[^<]*\S|<(?:meta:template|property)\b"
)
_FOLDER_OF_AUTHOR = re.compile(rb"(<[\w:]*absPath\b[^>]*\burl=\")[^\"]+")
_WORKBOOK = "xl/workbook.xml"
_TITLE = re.compile(rb"<dc:title>([^<]{0,400})</dc:title>")


def read_office(ending: str, content: bytes) -> DocumentContent:
    """Return the text of an office document, and a copy without names where it holds any.

    Raises MediaRefusedError for one of another type, or that is protected, damaged or too large
    when unpacked, holds programs or other files, fetches something, or names who changed what.
    """
    form = FORMATS[ending]
    if content.startswith(_OLD_OFFICE):
        raise MediaRefusedError(protected_document())
    if not content.startswith(b"PK"):
        raise MediaRefusedError(mistyped_document(form.label))
    parts = ZipParts(content)
    _check_type(form, parts)
    _check_names(parts)
    text = "\n".join(part_text(name, parts.read(name)) for name in parts.names if _is_xml(name))
    private = {name: _plain_part(name, parts.read(name)) for name in _private_parts(parts)}
    return DocumentContent(form.label, text, parts.replaced(private) if private else None)


def _check_type(form: OfficeFormat, parts: ZipParts) -> None:
    declares = _MIMETYPE if form.is_open_document else _TYPES
    if declares not in parts.names:
        raise MediaRefusedError(mistyped_document(form.label))
    declared = parts.read(declares).decode("utf-8", "replace")
    if "macroEnabled" in declared:
        raise MediaRefusedError(active_document("programs (macros)"))
    if form.is_open_document and declared.strip() != form.declared:
        raise MediaRefusedError(mistyped_document(form.label))
    if form.declared not in declared:
        raise MediaRefusedError(mistyped_document(form.label))
    if form.is_open_document and b"encryption-data" in parts.read(_MANIFEST):
        raise MediaRefusedError(protected_document())


def _check_names(parts: ZipParts) -> None:
    for name in parts.names:
        if _PROGRAM.search(name):
            raise MediaRefusedError(active_document("programs (macros)"))
        if _OTHER_FILE.search(name):
            raise MediaRefusedError(active_document("another file, such as the sheet of a chart"))
        if _OTHER_PLACE.search(name):
            raise MediaRefusedError(outside("another file"))


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml")) and not _PRIVATE.fullmatch(name)


def _private_parts(parts: ZipParts) -> Iterator[str]:
    """Yield the parts that name authors or organisations, as office programs add them."""
    for name in parts.names:
        is_named = _PRIVATE.fullmatch(name) and _NAMED.search(parts.read(name))
        if is_named or (name == _WORKBOOK and _FOLDER_OF_AUTHOR.search(parts.read(name))):
            yield name


def _plain_part(name: str, content: bytes) -> bytes:
    """Return the same part with the title of the document and nothing else.

    Of a workbook, only the folder that it was saved in is taken out.
    """
    if name == _WORKBOOK:
        return _FOLDER_OF_AUTHOR.sub(rb"\1", content)
    title = _TITLE.search(content)
    words = b"<dc:title>" + title[1] + b"</dc:title>" if title else b""
    return _EMPTY[name.rpartition("/")[2].lower()] % words


_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = {
    "core.xml": _HEAD + b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">%b'
    b"</cp:coreProperties>",
    "app.xml": _HEAD + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><!--%b--></Properties>',
    "custom.xml": _HEAD + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/custom-properties"><!--%b--></Properties>',
    "meta.xml": _HEAD
    + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:'
    b'office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>%b'
    b"</office:meta></office:document-meta>",
}
