"""Read and write CSV files in the encodings, separators and line ends that programs use."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from generator.intake.sheets.cell_text import escape_formula, unescape_formula
from generator.intake.sheets.sheet import CellText, SheetError, SheetGrid
from generator.intake.sheets.sheet_limits import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED

_SEPARATORS = ",;\t"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_csv(data: bytes, name: str, known: Callable[[str], bool]) -> SheetGrid:
    """Return the grid of a CSV file. `known` says whether a text is a heading of the kind.

    The separator is the one that yields most known headings. Raises SheetError for a file that is
    not CSV or exceeds a limit.
    """
    if len(data) > MAX_UNPACKED:
        raise SheetError(
            f"The file is larger than {MAX_UNPACKED >> 20} MB. Split it into smaller files."
        )
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]  # Excel's own hint about the separator
    ways = [_parse(text, separator, rows=1) for separator in _SEPARATORS]
    score = [(sum(known(cell) for row in way for cell in row), sum(map(len, way))) for way in ways]
    separator = _SEPARATORS[score.index(max(score))]
    rows = []
    for number, row in enumerate(_parse(text, separator), 1):
        cells = tuple(CellText(unescape_formula(cell)) for cell in row)
        if any(not cell.is_empty for cell in cells):
            rows.append((number, cells))
    return SheetGrid(name, 0, tuple(rows))


def _decode(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        raise SheetError("This is a workbook, not a CSV file. Change the end of its name to .xlsx.")
    try:
        if data[:2] in _UTF16_MARKS:
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")  # Excel on Windows saves “CSV” like this
    except UnicodeDecodeError:
        hint = "Save it again as “CSV UTF-8”."
        raise SheetError(f"Some letters in the file cannot be read. {hint}") from None


def _parse(text: str, separator: str, rows: int | None = None) -> list[list[str]]:
    csv.field_size_limit(MAX_UNPACKED)
    parsed: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            parsed.append(row)
            if len(row) > MAX_COLUMNS and rows is None:
                raise SheetError(f"Row {len(parsed)} has more than {MAX_COLUMNS:,} columns.")
            if len(parsed) > MAX_ROWS:
                raise SheetError(
                    f"The file has more than {MAX_ROWS:,} rows. Split it into smaller files."
                )
            if len(parsed) == rows:
                break
    except csv.Error as error:
        raise SheetError(f"Row {len(parsed) + 1} cannot be read: {error}.") from None
    return parsed


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file in UTF-8 with a byte order mark, which Excel needs."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in rows:
        writer.writerow([escape_formula(cell) for cell in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode()
