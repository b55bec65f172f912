"""The most rows, cards and links that a page shows at once. The rest is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# rows or cards of the main list of a page; the rest is on further pages
ROWS_PER_PAGE = 80
# links to other pages of a paginated list
MAX_PAGE_LINKS = 9
# rows under one heading among others; cards; rows of the table of a figure among others
MAX_ROWS, MAX_CARDS, MAX_FIGURE_ROWS = 24, 20, 12
# links to records in a cell or a summary row; in each of several such cells of a row
MAX_LINKS, FEW_LINKS = 20, 6


def limit_items(items: Sequence[T], most: int = MAX_ROWS) -> tuple[Sequence[T], int]:
    """Return the first `most` items, and how many are left out."""
    return items[:most], max(len(items) - most, 0)
