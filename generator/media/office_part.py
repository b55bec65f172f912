"""Read the text of one part of an office document, and refuse what may not be in it.

The only module that uses defusedxml, which reads XML without entities, so that no few bytes become
many.
"""

from __future__ import annotations

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from generator.media.archive import damaged_document, swelling_document
from generator.media.refusal import MediaRefusal, MediaRefusedError, RefusalType

CELL_END = "\n" * 24  # numbers in two cells are never read as one
_LINE_ENDS = frozenset(["p", "h", "br", "tab", "line-break", "tr", "row"])
_CELL_ENDS = frozenset(["c", "tc", "si", "table-cell", "covered-table-cell"])
_WORDS = frozenset(["t", "instrText", "delText"])
_FETCHED = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b\s*\"?[\w:/\\]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\.\./\.\.", re.IGNORECASE)


def part_text(name: str, content: bytes) -> str:
    """Return the text of a part, after a look at each element for what it may not hold.

    Raises MediaRefusedError for a part that is damaged, fetches something or names reviewers.
    """
    reader = _PartReader(name)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        parser.feed(content)
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
            raise MediaRefusedError(outside("something"))
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
            raise MediaRefusedError(outside(_named_type(link)))
    if local in ("dde-source", "event-listener", "ddeLink"):
        raise MediaRefusedError(outside("something"))
    for key, value in attributes.items():
        attribute = key.rpartition("}")[2]
        if attribute == "author" and value and not name.endswith("people.xml"):
            raise MediaRefusedError(_names_people())
        if attribute == "href" and local != "a" and _ELSEWHERE.match(value):
            raise MediaRefusedError(outside("a picture or another file"))
    is_comment = local == "comment" and "comment" in name
    if is_comment or local in ("annotation", "cmAuthor", "tracked-changes"):
        raise MediaRefusedError(_names_people())


def _named_type(relationship: str) -> str:
    return "a template" if relationship.endswith("Template") else "a picture or another file"


def outside(thing: str) -> MediaRefusal:
    """Return the refusal of a document that loads something from elsewhere."""
    message = f"The document loads {thing} from another place when it is opened."
    hint = "Break the link in the program that made it, or save it as a PDF."
    return MediaRefusal(RefusalType.OUTSIDE, message, hint)


def _names_people() -> MediaRefusal:
    message = "The document has comments or tracked changes, which say who made them."
    hint = "Accept or reject the changes, delete the comments, and save it again."
    return MediaRefusal(RefusalType.NAMES, message, hint)
