"""Limits on the size of a sheet: more than people write, less than exhausts a machine."""

from __future__ import annotations

MAX_UNPACKED = 50 * 1024 * 1024  # bytes
MAX_FILES = 1_000  # in the zip of a workbook
MAX_ROWS = 10_000
MAX_COLUMNS = 2_000
MAX_CELLS = 100_000  # with a value, in all sheets together
MAX_STRINGS = 100_000  # shared strings
MAX_STYLES = 10_000
MAX_TAGS = 200_000  # XML tags in any part other than a sheet
MAX_CELL_LENGTH = 32_767  # characters; Excel truncates longer text
