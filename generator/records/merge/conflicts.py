"""What a merge gives: the merged fields, and the fields that both sides changed differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.field_path import FieldPath, format_path
from generator.records.source import PlainValue

Choice = Literal["ours", "theirs"]
# Returns which side of a conflict to take; None while nobody has chosen.
ChooseSide = Callable[["MergeConflict"], Choice | None]


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A value that both sides changed, each in another way.

    `path` is where it is. The step into a list is the id of the item, or its number in the original
    list, so that it is the same from both sides. A value is None where a side does not state it.
    """

    path: FieldPath
    original: PlainValue
    ours: PlainValue
    theirs: PlainValue


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The merged fields, and the conflicts for which nobody chose a side.

    While there are conflicts, `values` hold our side of each.
    """

    values: Mapping[str, PlainValue]
    conflicts: tuple[MergeConflict, ...] = ()


def choose_nothing(conflict: MergeConflict) -> Choice | None:  # noqa: ARG001
    """Leave every conflict open."""
    return None


def conflict_name(path: FieldPath) -> str:
    """Return the name of a conflict, as people type it to choose a side: `measures[2].value`."""
    return format_path(path)
