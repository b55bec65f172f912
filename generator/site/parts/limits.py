"""How much of what is long a page shows at once. What it leaves out, it counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# rows or cards of what a page is for; the rest stands on its further pages
ROWS_PER_PAGE = 80
# of the pages of one list that are named on each
MAX_PAGE_LINKS = 9
# rows or names under one heading among others; cards, which take more room
MAX_ROWS, MAX_CARDS = 24, 20
# records in a cell or a fact, and where there are several such cells in a row
MAX_LINKS, FEW_LINKS = 20, 6


def limit_items(items: Sequence[T], most: int = MAX_ROWS) -> tuple[Sequence[T], int]:
    """The first `most` of them, and how many are left out."""
    return items[:most], max(len(items) - most, 0)
