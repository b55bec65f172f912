"""What an export is: a file of the site, made from the catalogue and its answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.insights import Index


@dataclass(frozen=True)
class Export:
    """A data file: where it stands in the site, what it is for, and what makes its bytes."""

    url: str
    about: str
    make: Callable[[Index], bytes]
