"""Conflict markers that git leaves in a file when a merge fails."""

from __future__ import annotations

import re

from generator.records.source.fault import SourceFault
from generator.records.source.nodes import SourcePosition

# Seven signs, then a name or nothing: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_EDGE = re.compile(r"^[ \t]*(<{7}|>{7}|\|{7})(?:[ \t\r]|$)", re.MULTILINE)
_MIDDLE = re.compile(r"^[ \t]*(={7})[ \t\r]*$", re.MULTILINE)  # also underlines a heading
_MOST = 20


def conflict_faults(text: str) -> list[SourceFault]:
    """Return a fault for each line of `text` that git wrote to mark an unresolved conflict."""
    marks = list(_EDGE.finditer(text))
    if not marks:
        return []
    marks += _MIDDLE.finditer(text)
    return [_fault(text, mark) for mark in sorted(marks, key=lambda mark: mark.start())[:_MOST]]


def _fault(text: str, mark: re.Match[str]) -> SourceFault:
    start = mark.start(1)
    place = SourcePosition(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    message = f"This file has a merge conflict: git added the line “{mark.group(1)}”."
    return SourceFault(
        place, "F106", message, "Keep the version that is right and delete this line."
    )
