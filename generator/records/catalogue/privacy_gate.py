"""The privacy gate: finds personal data in every file, even in files with other faults."""

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

_HINT = "Remove it. Give a job title or an organisation instead."
_MAY = (
    " If {condition}, you can allow it with a waiver in "
    f"{WAIVERS_FILE}. Give the file, sort, text and reason, and say who approved it "
    "(job title) and when."
)
_MAY_NOT = " A waiver cannot allow it."


@dataclass(frozen=True, slots=True)
class PersonalData:
    """The personal data in a file that no waiver allows.

    `findings`: one for each piece. `known`: its spellings, which are masked in all messages.
    """

    findings: tuple[Diagnostic, ...] = ()
    known: frozenset[str] = frozenset()


NO_PERSONAL_DATA = PersonalData()


def examine_file(file: Path, path: str, waivers: Collection[Waiver]) -> PersonalData:
    """Return the personal data in a file, known in the project as `path`."""
    return examine_text(path, readable_text(file), waivers)


def readable_text(file: Path) -> str:
    """Return the text of a file, with U+FFFD for bytes that are not UTF-8.

    Empty for no file, a symbolic link, or a file that is too large; the reader refuses those.
    """
    if not file.is_file() or file.is_symlink() or file.stat().st_size > MAX_FILE_BYTES:
        return ""
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""  # the reader reports why


def examine_text(path: str, text: str, waivers: Collection[Waiver] = ()) -> PersonalData:
    """Return the personal data in the text of a file that no waiver allows."""
    matches = [match for match in scan(text) if not is_waived(match, path, waivers)]
    if not matches:
        return NO_PERSONAL_DATA
    lines = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]
    return PersonalData(
        tuple(_finding(path, match, lines) for match in matches), spellings(matches)
    )


def examine_values(
    path: str, text: str, record: BaseModel, source: SourceFile, waivers: Collection[Waiver]
) -> PersonalData:
    """Return the personal data that shows only in the parsed values of a file.

    That is data broken over lines that are joined, written with escapes, or split by Markdown.
    """
    findings: list[Diagnostic] = []
    matches: list[Match] = []
    for field_path, value in _texts(record, ()):
        if value in text and not PROSE_MARKS.search(value):
            continue
        for match in scan(PROSE_MARKS.sub("", value)):
            if not is_waived(match, path, waivers):
                matches.append(match)
                findings.append(personal_data_finding(path, match, *source.place(field_path)))
    return PersonalData(tuple(findings), spellings(matches)) if matches else NO_PERSONAL_DATA


def _texts(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Yield the texts of a record with their paths."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for number, inside in enumerate(value):
            yield from _texts(inside, (*at, number))
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _texts(getattr(value, name), (*at, name))


PROSE_MARKS = re.compile(r"[*_`~\\]+")


def examine_name(
    path: str, number: int, count: int, waivers: Collection[Waiver] = ()
) -> PersonalData:
    """Return the personal data in a file's name.

    `number`: its position, from 1, among the `count` files of its folder, sorted by name. The
    message gives it, because the name itself is masked.
    """
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    matches = [match for match in scan_name(stem) if not is_waived(match, path, waivers)]
    if not matches:
        return NO_PERSONAL_DATA
    where = f"It is file {number:,} of {count:,} in “{folder}”, sorted by name."
    hint = f"Give the file a name that says what the record is about, not who. {where}"
    findings = (
        Diagnostic(
            path,
            START.line,
            START.column,
            PERSONAL_DATA_TYPES[match.sort].code,
            _in_words(match),
            hint,
        )
        for match in matches
    )
    return PersonalData(tuple(findings), spellings(matches))


def _in_words(match: Match) -> str:
    name = PERSONAL_DATA_TYPES[match.sort].name
    return f"The file name contains what looks like {name} (“{match.shown}”)."


def _finding(path: str, match: Match, lines: list[int]) -> Diagnostic:
    line = bisect_right(lines, match.start)
    return personal_data_finding(path, match, line, match.start - lines[line - 1] + 1)


def personal_data_finding(
    path: str, match: Match, line: int, column: int, *, inside: str = ""
) -> Diagnostic:
    """Return the finding about a match in the file at `path`.

    `inside` is the path of the document that holds it, where the file at `path` only names that.
    """
    kind = PERSONAL_DATA_TYPES[match.sort]
    message = f"This looks like {kind.name} (“{match.shown}”)."
    if inside and inside != path:
        message = f"{inside} holds what looks like {kind.name} (“{match.shown}”)."
    allowed = _MAY.format(condition=kind.allowed_if) if kind.waivable else _MAY_NOT
    return Diagnostic(path, line, column, kind.code, message, _HINT + allowed)
