"""How much of what is long a page shows at once. What it leaves out, it counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# rows or cards of what a page is for; the rest stands on its further pages
ROWS_A_PAGE = 80
# of the pages of one list that are named on each
MOST_PAGES = 9
# rows or names under one heading among others; cards, which take more room
MOST_SHOWN, MOST_CARDS = 24, 20
# records in a cell or a fact, and where there are several such cells in a row
MOST_NAMED, FEW_NAMED = 20, 6


def cut(items: Sequence[T], most: int = MOST_SHOWN) -> tuple[Sequence[T], int]:
    """The first `most` of them, and how many are left out."""
    return items[:most], max(len(items) - most, 0)
