"""The path of a value in a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator.diagnostics import clip

FieldPath: TypeAlias = tuple[str | int, ...]
"""Names of fields and list indices from 0: `("partners", 1, "role")`."""


def format_path(path: Sequence[str | int]) -> str:
    """Return a path as text, with list positions from 1: `partners[2].role`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += f".{clip(step)}" if text else clip(step)
    return text
