"""Read documents of office programs: Word, Excel and PowerPoint (OOXML), and OpenDocument.

Formats: ECMA-376 parts 1 and 2; OpenDocument 1.3 part 2. The only module that uses defusedxml,
which reads XML without entities, so that no few bytes become many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from generator.media.archive import (
    ZipParts,
    damaged_document,
    protected_document,
    swelling_document,
)
from generator.media.document_text import DocumentContent, active_document, mistyped_document
from generator.media.refusal import MediaRefusal, MediaRefusedError, RefusalType

CELL_END = "\n" * 24  # numbers in two cells are never read as one
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
_LINE_ENDS = frozenset(["p", "h", "br", "tab", "line-break", "tr", "row"])
_CELL_ENDS = frozenset(["c", "tc", "si", "table-cell", "covered-table-cell"])
_WORDS = frozenset(["t", "instrText", "delText"])
_FETCHED = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b\s*\"?[\w:/\\]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\.\./\.\.", re.IGNORECASE)


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
    text = "\n".join(_part_text(parts, name) for name in parts.names if _is_xml(name))
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
            raise MediaRefusedError(_outside("another file"))


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml")) and not _PRIVATE.fullmatch(name)


def _part_text(parts: ZipParts, name: str) -> str:
    """Return the text of a part, after a look at each element for what it may not hold."""
    reader = _PartReader(name)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        parser.feed(parts.read(name))
        parser.close()
    except DefusedXmlException as fault:
        raise MediaRefusedError(swelling_document()) from fault
    except (ParseError, LookupError, ValueError) as fault:
        raise MediaRefusedError(damaged_document()) from fault
    return "".join(reader.pieces)


class _PartReader:
    """Collects the text of one part while the parser reads it, and refuses what may not be there.

    The parser calls `start`, `data`, `end` and `close`, as that of ElementTree does.
    """

    def __init__(self, name: str) -> None:
        self._name = name.lower()
        # in OpenDocument, all text of these parts is text of the document
        self._is_open_document = self._name.rpartition("/")[2] in ("content.xml", "styles.xml")
        self._is_shared = False  # the value of a cell is the number of a text elsewhere
        self._collects = self._is_open_document
        self.pieces: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition("}")[2]
        _check_element(self._name, local, attributes)
        if local == "c":
            self._is_shared = attributes.get("t") == "s"
        if not self._is_open_document:
            self._collects = local in _WORDS or (local == "v" and not self._is_shared)

    def data(self, text: str) -> None:
        if self._collects:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        local = tag.rpartition("}")[2]
        if local == "instrText" and _FETCHED.search(self.pieces[-1] if self.pieces else ""):
            raise MediaRefusedError(_outside("something"))
        if local in _LINE_ENDS:
            self.pieces.append("\n")
        elif local in _CELL_ENDS:
            self.pieces.append(CELL_END)
        self._collects = self._is_open_document

    def close(self) -> None:
        """End the part; there is nothing to return."""


def _check_element(name: str, local: str, attributes: dict[str, str]) -> None:
    if local == "Relationship" and attributes.get("TargetMode") == "External":
        link = attributes.get("Type", "")
        if not link.endswith("/hyperlink"):
            raise MediaRefusedError(_outside(_named_type(link)))
    if local in ("dde-source", "event-listener", "ddeLink"):
        raise MediaRefusedError(_outside("something"))
    for key, value in attributes.items():
        attribute = key.rpartition("}")[2]
        if attribute == "author" and value and not name.endswith("people.xml"):
            raise MediaRefusedError(_names_people())
        if attribute == "href" and local != "a" and _ELSEWHERE.match(value):
            raise MediaRefusedError(_outside("a picture or another file"))
    is_comment = local == "comment" and "comment" in name
    if is_comment or local in ("annotation", "cmAuthor", "tracked-changes"):
        raise MediaRefusedError(_names_people())


def _named_type(relationship: str) -> str:
    return "a template" if relationship.endswith("Template") else "a picture or another file"


def _outside(thing: str) -> MediaRefusal:
    message = f"The document loads {thing} from another place when it is opened."
    hint = "Break the link in the program that made it, or save it as a PDF."
    return MediaRefusal(RefusalType.OUTSIDE, message, hint)


def _names_people() -> MediaRefusal:
    message = "The document has comments or tracked changes, which say who made them."
    hint = "Accept or reject the changes, delete the comments, and save it again."
    return MediaRefusal(RefusalType.NAMES, message, hint)


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
