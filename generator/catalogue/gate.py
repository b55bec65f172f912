"""The privacy gate: personal data in any file of content, whatever else is wrong with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.privacy import SORTS, WAIVERS_FILE, Hit, Waiver, scan, scan_name, spellings, waived
from generator.source import MOST_BYTES, START

_HINT = "Take it out. Name a role or an organisation instead."
_MAY = (
    " If it belongs to a role or an organisation and readers need it, let it in with a waiver in "
    f"{WAIVERS_FILE}: its file, sort, text and reason, the role that approved it, and when."
)
_MAY_NOT = " No waiver can let it in."


@dataclass(frozen=True, slots=True)
class PersonalData:
    """The personal data in a file that no waiver lets in: a finding for each piece, and how it may
    be spelt in a message, so that no message repeats it.
    """

    findings: tuple[Diagnostic, ...] = ()
    known: frozenset[str] = frozenset()


NOTHING_PERSONAL = PersonalData()


def examine_file(file: Path, path: str, waivers: Collection[Waiver]) -> PersonalData:
    """The personal data in a file, known in the project as `path`; none where no file is.

    What is too large is refused unread, here as by the reader.
    """
    if not file.is_file() or file.is_symlink() or file.stat().st_size > MOST_BYTES:
        return NOTHING_PERSONAL
    try:
        content = file.read_bytes()
    except OSError:
        return NOTHING_PERSONAL  # the reader says why
    return examine_text(path, content.decode("utf-8", errors="replace"), waivers)


def examine_text(path: str, text: str, waivers: Collection[Waiver] = ()) -> PersonalData:
    """Each piece of personal data in a file's text that no waiver lets in."""
    hits = [hit for hit in scan(text) if not waived(hit, path, waivers)]
    if not hits:
        return NOTHING_PERSONAL
    lines = [0, *(at + 1 for at, one in enumerate(text) if one == "\n")]
    return PersonalData(tuple(_finding(path, hit, lines) for hit in hits), spellings(hits))


def examine_name(
    path: str, number: int, count: int, waivers: Collection[Waiver] = ()
) -> PersonalData:
    """Each piece of personal data in a file's name. `number`: its place, from 1, among the `count`
    files of its folder in the order of their names, by which it is found without its name.
    """
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    hits = [hit for hit in scan_name(stem) if not waived(hit, path, waivers)]
    if not hits:
        return NOTHING_PERSONAL
    where = f"It is file {number:,} of {count:,} in “{folder}”, in the order of their names."
    hint = f"Rename it: the name says what the record is about, not whom. {where}"
    found = (
        Diagnostic(path, START.line, START.column, SORTS[hit.sort].code, _in_words(hit), hint)
        for hit in hits
    )
    return PersonalData(tuple(found), spellings(hits))


def _in_words(hit: Hit) -> str:
    return f"The file's name holds what looks like {SORTS[hit.sort].name} (“{hit.shown}”)."


def _finding(path: str, hit: Hit, lines: list[int]) -> Diagnostic:
    kind = SORTS[hit.sort]
    line = bisect_right(lines, hit.start)
    column = hit.start - lines[line - 1] + 1
    message = f"This looks like {kind.name} (“{hit.shown}”)."
    return Diagnostic(
        path, line, column, kind.code, message, _HINT + (_MAY if kind.waivable else _MAY_NOT)
    )
