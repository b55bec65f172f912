"""How much a sheet may hold: far more than people write, far less than stops the machine."""

from __future__ import annotations

MOST_UNPACKED = 50 * 1024 * 1024
MOST_FILES = 1_000  # inside a workbook
MOST_ROWS = 10_000
MOST_COLUMNS = 2_000
MOST_IN_A_CELL = 32_767  # Excel cuts off what is longer
