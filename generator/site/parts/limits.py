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
MAX_ROWS, MAX_CARDS, MAX_FIGURE_ROWS = 24, 16, 12
# links to records in a cell or a summary row; in each of several such cells of a row
MAX_LINKS, FEW_LINKS = 20, 6
# what is shown of a list among others that has no room: a sample, since most of it is left out
SAMPLE_SIZE = 6


def limit_items(items: Sequence[T], most: int = MAX_ROWS) -> tuple[Sequence[T], int]:
    """Return the first `most` items, and how many are left out."""
    return items[:most], max(len(items) - most, 0)


def sample_items(items: Sequence[T], most: int = MAX_ROWS) -> tuple[Sequence[T], int]:
    """Return all items where they are at most `most`, else a sample and how many are left out.

    For a list among others on a page: where most of it is left out anyway, a few rows say as much.
    """
    if len(items) <= most:
        return items, 0
    return limit_items(items, min(most, SAMPLE_SIZE))
