"""Read and write CSV files in the encodings, separators and line ends that programs use."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from generator.diagnostics import clip, join_words
from generator.intake.sheets.cell_text import escape_formula, unescape_formula
from generator.intake.sheets.csv_encoding import DecodedText, decode_csv
from generator.intake.sheets.sheet import CellText, SheetError, SheetGrid, column_letters
from generator.intake.sheets.sheet_limits import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED

_SEPARATORS = ",;\t"


def read_csv(data: bytes, name: str, known: Callable[[str], bool]) -> SheetGrid:
    """Return the grid of a CSV file. `known` says whether a text is a heading of the kind.

    The separator is the one that yields most known headings. Raises SheetError for a file that is
    not CSV or exceeds a limit.
    """
    if len(data) > MAX_UNPACKED:
        raise SheetError(
            f"The file is larger than {MAX_UNPACKED >> 20} MB. Split it into smaller files."
        )
    if data.startswith(b"PK\x03\x04"):
        raise SheetError("This is a workbook, not a CSV file. Change the end of its name to .xlsx.")
    decoded = decode_csv(data)
    text = _plain_line_ends(decoded.text)
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]  # Excel's own hint about the separator
    separator = _separator(text, known)
    if decoded.doubt:
        raise SheetError(_doubt_message(decoded, separator))
    rows = []
    for number, row in enumerate(_parse(text, separator), 1):
        cells = tuple(CellText(unescape_formula(cell)) for cell in row)
        if any(not cell.is_empty for cell in cells):
            rows.append((number, cells))
    return SheetGrid(name, 0, tuple(rows))


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")


def _separator(text: str, known: Callable[[str], bool]) -> str:
    ways = [_parse(text, separator, rows=1) for separator in _SEPARATORS]
    score = [(sum(known(cell) for row in way for cell in row), sum(map(len, way))) for way in ways]
    return _SEPARATORS[score.index(max(score))]


def _doubt_message(decoded: DecodedText, separator: str) -> str:
    """Return what cannot be read, where, and what to do."""
    doubt = decoded.doubt
    rows = _parse(_plain_line_ends(decoded.text[: doubt.offset + 1]), separator) if doubt else [[]]
    place = f"Row {len(rows)}, column {column_letters(len(rows[-1]))}"
    words = [word for word in doubt.words if word and "\ufffd" not in word] if doubt else []
    could_be = "could be" if len(words) > 1 else "has"
    what = join_words(f"“{clip(word)}”" for word in words) or "letters that cannot be read"
    return (
        f"We cannot tell how this file was saved, so some letters may be wrong. {place} "
        f"{could_be} {what}. Open the file where you made it, and save it as “CSV UTF-8” or .xlsx."
    )


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
