"""Merge two changes of one text, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class _LineChange:
    """Lines `start` to `end` of the original become `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]

    def touches(self, change: _LineChange) -> bool:
        return self.start <= change.end and change.start <= self.end


def merge_lines(original: str, ours: str, theirs: str) -> str | None:
    """Return the text with the changes of both sides; None where they change the same lines.

    Changes of neighbouring lines count as changes of the same lines, as in git.
    """
    before = original.split("\n")
    our_changes = _changes(before, ours.split("\n"))
    their_changes = _changes(before, theirs.split("\n"))
    added = [change for change in their_changes if change not in our_changes]
    others = [change for change in our_changes if change not in their_changes]
    if any(change.touches(other) for change in added for other in others):
        return None
    lines = list(before)
    whole = sorted((*our_changes, *added), key=lambda change: (change.start, change.end))
    for change in reversed(whole):
        lines[change.start : change.end] = change.lines
    return "\n".join(lines)


def _changes(before: list[str], after: list[str]) -> list[_LineChange]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        _LineChange(start, end, tuple(after[first:last]))
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]
