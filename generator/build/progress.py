"""How a build says how far it has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Takes the name of a stage, how much of it is done, and how much there is."""


def no_progress(what: str, done: int, total: int) -> None:
    """Ignore progress."""
