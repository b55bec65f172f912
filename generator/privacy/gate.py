"""What is refused, at its line, and what has been let in by a waiver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.privacy.hits import SORTS, Sort
from generator.privacy.scan import scan

_HINT = "Take it out. Name a role or an organisation instead."
_WAIVER_HINT = (
    " Where it belongs to a role, not to a person, a waiver in registry/waivers.yaml can let it in."
)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One piece of text that is let in, in one file: why, and who approved it, by role."""

    file: str
    sort: Sort
    text: str
    reason: str
    approved_by: str


def examine_text(path: str, text: str, waivers: Iterable[Waiver] = ()) -> tuple[Diagnostic, ...]:
    """Each piece of personal data in a file's text that no waiver lets in."""
    allowed = {(one.sort, one.text) for one in waivers if one.file == path and _may(one)}
    return tuple(
        _finding(path, text, hit.sort, hit.start)
        for hit in scan(text)
        if (hit.sort, text[hit.start : hit.end]) not in allowed
    )


def waiver_faults(waivers: Iterable[Waiver]) -> Iterator[tuple[int, str]]:
    """The waivers that cannot be: each by its number, with what is wrong."""
    for number, one in enumerate(waivers):
        if not _may(one):
            yield number, f"No waiver can let in {SORTS[one.sort].name}."


def _may(waiver: Waiver) -> bool:
    return SORTS[waiver.sort].waivable


def _finding(path: str, text: str, sort: Sort, start: int) -> Diagnostic:
    kind = SORTS[sort]
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    hint = _HINT + (_WAIVER_HINT if kind.waivable else "")
    return Diagnostic(path, line, column, kind.code, f"This looks like {kind.name}.", hint)
