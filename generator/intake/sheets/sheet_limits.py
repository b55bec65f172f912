"""How much a sheet may hold: far more than people write, far less than stops the machine."""

from __future__ import annotations

MOST_UNPACKED = 50 * 1024 * 1024
MOST_FILES = 1_000  # inside a workbook
MOST_ROWS = 10_000
MOST_COLUMNS = 2_000
MOST_CELLS = 100_000  # with a value, in all sheets
MOST_STRINGS = 100_000  # that cells share
MOST_STYLES = 10_000
MOST_TAGS = 200_000  # of XML in any other part of a workbook
MOST_IN_A_CELL = 32_767  # Excel cuts off what is longer
