"""Read text and tables in plain files."""

from __future__ import annotations

import csv
import io

from generator.media.archive import damaged_document
from generator.media.document_text import DocumentContent, active_document, mistyped_document
from generator.media.office_part import CELL_END
from generator.media.refusal import MediaRefusedError

LABELS = {".txt": "Text", ".csv": "CSV table"}
_FORMULA = ("=", "@", "\t=", "\r=")


def read_plain_text(ending: str, content: bytes) -> DocumentContent:
    """Return the text of a TXT or CSV file in UTF-8, or UTF-16 with its mark.

    Raises MediaRefusedError for other bytes, and for a table with formulas, which spreadsheet
    programs would run.
    """
    label = LABELS[ending]
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise MediaRefusedError(mistyped_document(label))
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # as Excel writes on Windows
    if ending == ".csv":
        text = CELL_END.join(_cells(text))
    return DocumentContent(label, text)


def _cells(text: str) -> list[str]:
    try:
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    except csv.Error as fault:
        raise MediaRefusedError(damaged_document()) from fault
    if any(cell.startswith(_FORMULA) for cell in cells):
        raise MediaRefusedError(active_document("a formula, which a spreadsheet program would run"))
    return cells
