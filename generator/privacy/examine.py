"""What is refused, at its line, with what to do about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from generator.diagnostics import Diagnostic
from generator.privacy.hits import SORTS, Hit
from generator.privacy.scan import scan
from generator.privacy.waivers import WAIVERS_FILE, Waiver, waived

_HINT = "Take it out. Name a role or an organisation instead."
_MAY = (
    " If it belongs to a role or an organisation and readers need it, let it in with a waiver in "
    f"{WAIVERS_FILE}: its file, sort, text and reason, the role that approved it, and when."
)
_MAY_NOT = " No waiver can let it in."


def examine_text(path: str, text: str, waivers: Collection[Waiver] = ()) -> tuple[Diagnostic, ...]:
    """Each piece of personal data in a file's text that no waiver lets in."""
    hits = [hit for hit in scan(text) if not waived(hit, path, waivers)]
    if not hits:
        return ()
    lines = [0, *(at + 1 for at, one in enumerate(text) if one == "\n")]
    return tuple(_finding(path, hit, lines) for hit in hits)


def _finding(path: str, hit: Hit, lines: list[int]) -> Diagnostic:
    kind = SORTS[hit.sort]
    line = bisect_right(lines, hit.start)
    column = hit.start - lines[line - 1] + 1
    message = f"This looks like {kind.name} (“{hit.shown}”)."
    return Diagnostic(
        path, line, column, kind.code, message, _HINT + (_MAY if kind.waivable else _MAY_NOT)
    )
