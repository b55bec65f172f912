"""The privacy gate: personal data in any file of content, whatever else is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from generator.diagnostics import Diagnostic
from generator.field_path import FieldPath
from generator.privacy import (
    PERSONAL_DATA_TYPES,
    WAIVERS_FILE,
    Match,
    Waiver,
    is_waived,
    scan,
    scan_name,
    spellings,
)
from generator.records.source import MAX_FILE_BYTES, START, SourceFile

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


NO_PERSONAL_DATA = PersonalData()


def examine_file(file: Path, path: str, waivers: Collection[Waiver]) -> PersonalData:
    """The personal data in a file, known in the project as `path`; none where no file is."""
    return examine_text(path, readable_text(file), waivers)


def readable_text(file: Path) -> str:
    """The text of a file for the gate, with a sign in place of what cannot be read; none where no
    file is. What is too large is refused unread, here as by the reader.
    """
    if not file.is_file() or file.is_symlink() or file.stat().st_size > MAX_FILE_BYTES:
        return ""
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""  # the reader says why


def examine_text(path: str, text: str, waivers: Collection[Waiver] = ()) -> PersonalData:
    """Each piece of personal data in a file's text that no waiver lets in."""
    hits = [hit for hit in scan(text) if not is_waived(hit, path, waivers)]
    if not hits:
        return NO_PERSONAL_DATA
    lines = [0, *(at + 1 for at, one in enumerate(text) if one == "\n")]
    return PersonalData(tuple(_finding(path, hit, lines) for hit in hits), spellings(hits))


def examine_values(
    path: str, text: str, record: BaseModel, source: SourceFile, waivers: Collection[Waiver]
) -> PersonalData:
    """Each piece of personal data that shows only once the text of a file is read: broken over
    lines that are joined, written with escapes, or split by marks that readers do not see.
    """
    findings: list[Diagnostic] = []
    hits: list[Match] = []
    for at, value in _texts(record, ()):
        if value in text and not _MARKS.search(value):
            continue
        for hit in scan(_MARKS.sub("", value)):
            if not is_waived(hit, path, waivers):
                hits.append(hit)
                findings.append(_said_at(path, hit, *source.place(at)))
    return PersonalData(tuple(findings), spellings(hits)) if hits else NO_PERSONAL_DATA


def _texts(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a record in which there can be personal data."""
    if isinstance(value, str):
        if _POSSIBLE.search(value):
            yield at, value
    elif isinstance(value, tuple):
        for number, inside in enumerate(value):
            yield from _texts(inside, (*at, number))
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _texts(getattr(value, name), (*at, name))


_MARKS = re.compile(r"[*_`~\\]+")
_POSSIBLE = re.compile(r"[\d@]|[\[({<] ?at", re.IGNORECASE)


def examine_name(
    path: str, number: int, count: int, waivers: Collection[Waiver] = ()
) -> PersonalData:
    """Each piece of personal data in a file's name. `number`: its place, from 1, among the `count`
    files of its folder in the order of their names, by which it is found without its name.
    """
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    hits = [hit for hit in scan_name(stem) if not is_waived(hit, path, waivers)]
    if not hits:
        return NO_PERSONAL_DATA
    where = f"It is file {number:,} of {count:,} in “{folder}”, in the order of their names."
    hint = f"Rename it after what the record is about, not after a person. {where}"
    found = (
        Diagnostic(
            path, START.line, START.column, PERSONAL_DATA_TYPES[hit.sort].code, _in_words(hit), hint
        )
        for hit in hits
    )
    return PersonalData(tuple(found), spellings(hits))


def _in_words(hit: Match) -> str:
    name = PERSONAL_DATA_TYPES[hit.sort].name
    return f"The file's name holds what looks like {name} (“{hit.shown}”)."


def _finding(path: str, hit: Match, lines: list[int]) -> Diagnostic:
    line = bisect_right(lines, hit.start)
    return _said_at(path, hit, line, hit.start - lines[line - 1] + 1)


def _said_at(path: str, hit: Match, line: int, column: int) -> Diagnostic:
    kind = PERSONAL_DATA_TYPES[hit.sort]
    message = f"This looks like {kind.name} (“{hit.shown}”)."
    return Diagnostic(
        path, line, column, kind.code, message, _HINT + (_MAY if kind.waivable else _MAY_NOT)
    )
