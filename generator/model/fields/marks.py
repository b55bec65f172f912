"""Look up the marks that describe a field, which stand in its annotation."""

from __future__ import annotations

from typing import TypeVar

from pydantic.fields import FieldInfo

M = TypeVar("M")


def mark_of(info: FieldInfo, mark_type: type[M]) -> M | None:
    """Return the first mark of a type in the annotation of a field; None without one."""
    return next((mark for mark in info.metadata if isinstance(mark, mark_type)), None)
