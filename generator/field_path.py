"""Where a value stands in a record: the steps from the record down to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from generator.diagnostics import clip

FieldPath: TypeAlias = tuple[str | int, ...]
"""Names of fields, and positions in lists counted from 0: `("partners", 1, "role")`."""


def format_path(path: Sequence[str | int]) -> str:
    """Return a path as people write it, counting from 1: `partners[2].role`."""
    out = ""
    for step in path:
        if isinstance(step, int):
            out += f"[{step + 1}]"
        else:
            out += f".{clip(step)}" if out else clip(step)
    return out
