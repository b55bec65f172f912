"""How much a sheet may hold: far more than people write, far less than stops the machine."""

from __future__ import annotations

MAX_UNPACKED = 50 * 1024 * 1024
MAX_FILES = 1_000  # inside a workbook
MAX_ROWS = 10_000
MAX_COLUMNS = 2_000
MAX_CELLS = 100_000  # with a value, in all sheets
MAX_STRINGS = 100_000  # that cells share
MAX_STYLES = 10_000
MAX_TAGS = 200_000  # of XML in any other part of a workbook
MAX_CELL_LENGTH = 32_767  # Excel cuts off what is longer
