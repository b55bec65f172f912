"""Remove everything without a value from a workbook, so that it can be read quickly.

A workbook is a zip of XML files. A sheet of a few kilobytes can name a million rows, and a reader
that builds each of them takes minutes. This module scans the XML as bytes: it removes cells and
rows without a value, counts the rest, and refuses more than `sheet_limits` allows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from generator.intake.sheets.sheet import SheetError
from generator.intake.sheets.sheet_limits import (
    MAX_CELLS,
    MAX_FILES,
    MAX_ROWS,
    MAX_STRINGS,
    MAX_STYLES,
    MAX_TAGS,
    MAX_UNPACKED,
)

UNREADABLE = "The file cannot be read as a workbook. Open it in Excel and save it again as .xlsx."
_COPY_HINT = "Copy the cells into a new workbook: choose Paste special and Values."
_XML = (".xml", ".rels")
# XML allows no “<” in an attribute; attributes with a “>” do not match
_EMPTY_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^<>]*\br="[A-Z]+\d+"[^<>]*'
    rb"(?:/>|>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>)"
)
_EMPTY_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*\br="\d+"[^<>]*(?:/>|>\s*</(?:\w+:)?row>)')
_ROOT = re.compile(rb"<((?:\w+:)?worksheet)\b[^<>]*>")
_SHEET_DATA = re.compile(
    rb"<(?:\w+:)?sheetData\b[^<>]*?(?:/>|>.*</(?:\w+:)?sheetData\s*>)", re.DOTALL
)
_MERGED_CELLS = re.compile(
    rb"<(?:\w+:)?mergeCells\b[^<>]*>(?:\s*<(?:\w+:)?mergeCell\b[^<>]*/>)*\s*</(?:\w+:)?mergeCells>"
)
_COLUMNS = re.compile(rb"<(?:\w+:)?cols>(?:\s*<(?:\w+:)?col\b[^<>]*/>)*\s*</(?:\w+:)?cols>")
_MERGED_CELL = re.compile(rb"<(?:\w+:)?mergeCell\b")
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c\b")
_STRING, _STYLE = re.compile(rb"<(?:\w+:)?si\b"), re.compile(rb"<(?:\w+:)?(?:xf|cellStyle)\b")
_ENCODING = re.compile(rb"<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']*)")
_TAGS_OF_A_TEXT, _TAGS_OF_A_CELL = 4, 7  # in XML as Excel and others write it
_READABLE = (b"utf-8", b"us-ascii", b"ascii")


def trim_workbook(data: bytes) -> bytes:
    """Return the workbook reduced to the parts that hold the values of cells.

    Raises SheetError for a workbook over a limit, and what `zipfile` raises for a broken zip.
    """
    lean = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(lean, "w") as copy:
        for name, content in _trimmed_parts(archive):
            copy.writestr(name, content)
    return lean.getvalue()


def _trimmed_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    # zipfile never yields more than an entry declares, so the sum is known before unpacking
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise SheetError(
            f"The workbook has more than {MAX_UNPACKED >> 20} MB. Split it into smaller files."
        )
    if len(entries) > MAX_FILES:
        raise SheetError("The workbook contains too many files. Save it again as .xlsx.")
    cells = tags = 0
    for entry in entries:
        if entry.filename.endswith(_XML):
            content = archive.read(entry)
            _refuse_unsafe_xml(content)
            if root := _ROOT.search(content):
                content = _trim_sheet(content, root)
                cells += len(_CELL.findall(content))
                tags += content.count(b"<")
            else:
                _refuse_oversized(content)
            if cells > MAX_CELLS or tags > MAX_CELLS * _TAGS_OF_A_CELL:
                raise SheetError(
                    f"The workbook has more than {MAX_CELLS:,} cells. Split it into smaller files."
                )
            yield entry.filename, content


def _refuse_unsafe_xml(content: bytes) -> None:
    """Raise SheetError for XML with entity declarations, or in an encoding that hides them."""
    encoding = _ENCODING.match(content)
    odd = encoding is not None and encoding.group(1).lower() not in _READABLE
    if odd or content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in content:
        raise SheetError(UNREADABLE)
    if b"<!ENTITY" in content:
        raise SheetError(UNREADABLE)


def _trim_sheet(content: bytes, root: re.Match[bytes]) -> bytes:
    """Return a sheet's XML with only the rows and cells that have a value, and with what says which
    columns are hidden and which cells are merged.
    """
    match = _SHEET_DATA.search(content)
    data = match.group() if match else b""
    if b"<!" not in data:  # text in a comment or CDATA section is no row
        data = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))
    if len(_ROW.findall(data)) > MAX_CELLS:
        raise SheetError(f"A sheet has more than {MAX_CELLS:,} rows. {_COPY_HINT}")
    merged = _part(_MERGED_CELLS, content)
    if len(_MERGED_CELL.findall(merged)) > MAX_ROWS:
        raise SheetError(f"A sheet has more than {MAX_ROWS:,} merged cells. {_COPY_HINT}")
    parts = (root.group(), _part(_COLUMNS, content), data, merged)
    return content[: root.start()] + b"".join(parts) + b"</" + root.group(1) + b">"


def _part(pattern: re.Pattern[bytes], content: bytes) -> bytes:
    match = pattern.search(content)
    return match.group() if match else b""


def _refuse_oversized(content: bytes) -> None:
    """Raise SheetError for a part with so many strings, styles or tags that it reads too slowly."""
    texts = len(_STRING.findall(content))
    if texts > MAX_STRINGS:
        raise SheetError(
            f"The workbook has more than {MAX_STRINGS:,} texts. Split it into smaller files."
        )
    if len(_STYLE.findall(content)) > MAX_STYLES:
        raise SheetError(f"The workbook has more than {MAX_STYLES:,} styles. {_COPY_HINT}")
    if content.count(b"<") > MAX_TAGS + texts * _TAGS_OF_A_TEXT:
        raise SheetError(f"The workbook has too much in it that is not cells. {_COPY_HINT}")
