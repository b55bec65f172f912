"""Read a submission from one text, as it stands in an e-mail or an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, clip
from generator.intake.submission.contents_list import newer_version
from generator.intake.submission.record_paths import colliding_names, record_path_fault, shown
from generator.intake.submission.submission import (
    FORMAT,
    VERSION,
    Submission,
    SubmissionError,
    SubmittedRecord,
    canonical_text,
    refusal,
)
from generator.intake.submission.text_repair import LineLengths, repaired_text

MAX_RECORDS = 1_000
_START = re.compile(rf"(?P<quote>[> \t]*)Format: {FORMAT} (?P<version>\d{{1,9}})\s*")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_FIELD = re.compile(
    r"(?P<name>Academy|Edition|Records|File|State|SHA-256|Long lines|Original SHA-256"
    r"|Original long lines):[ \t]*(?P<value>.*)"
)
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*[a-z]*[ \t]*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LENGTH = re.compile(r"([0-9]{1,6})=([0-9]{1,6})")
_ZIP = "Ask for the zip, which cannot be changed on its way."


def is_submission_text(text: str) -> bool:
    """Return whether a text holds a submission."""
    return any(_START.fullmatch(line) for line in canonical_text(text).split("\n"))


@dataclass(slots=True)
class _Block:
    """The lines about one record: its fields, and the lines of its text and of its original."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    texts: list[list[str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        return self.fields["File"]


def read_submission_text(text: str, name: str) -> Submission:
    """Return the submission in a text called `name`. Raises SubmissionError with every fault.

    Whatever stands before the format, and after the last record, is left out.
    """
    lines = canonical_text(text).split("\n")[:-1]
    start = next(at for at, line in enumerate(lines) if _START.fullmatch(line))
    first = _START.fullmatch(lines[start])
    if first and int(first["version"]) != VERSION:
        raise SubmissionError([newer_version(name, first["version"], VERSION)])
    depth = first["quote"].count(">") if first else 0
    head, blocks, is_whole = _blocks([_unquoted(line, depth) for line in lines[start + 1 :]], start)
    if not is_whole:
        raise SubmissionError([refusal(name, "R808", "The end of the text is missing.", _ZIP)])
    faults = [*_head_faults(head, blocks, name)]
    records = []
    for block in blocks[:MAX_RECORDS]:
        record, wrong = _record(block, name)
        faults += wrong
        if record is not None:
            records.append(record)
    for path, _ in colliding_names(block.path for block in blocks[:MAX_RECORDS]):
        faults.append(refusal(name, "R806", f"“{shown(path)}” is there twice.", _ZIP))
    if faults:
        raise SubmissionError(faults)
    return Submission(
        tuple(records), academy=head.get("Academy", ""), edition=head.get("Edition", "")
    )


def _unquoted(line: str, depth: int) -> str:
    """Return a line of a reply without its marks “>”."""
    for _ in range(depth):
        line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
    return line


def _blocks(lines: Sequence[str], before: int) -> tuple[dict[str, str], list[_Block], bool]:
    """Return the fields of the submission, its records, and whether every fence is closed."""
    head: dict[str, str] = {}
    blocks: list[_Block] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        at += 1
        if (fence := _FENCE.fullmatch(line)) and blocks:
            end = next(
                (end for end in range(at, len(lines)) if _closes(lines[end], fence[1])), None
            )
            if end is None:
                return head, blocks, False
            blocks[-1].texts.append(list(lines[at:end]))
            at = end + 1
        elif stated := _FIELD.fullmatch(line):
            value = stated["value"]
            if not value and at < len(lines):  # wrapped after the colon
                value, at = lines[at].strip(), at + 1
            if stated["name"] == "File":
                blocks.append(_Block(before + at + 1))
            (blocks[-1].fields if blocks else head).setdefault(stated["name"], value)
    return head, blocks, True


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return bare.startswith(fence) and not bare.strip(fence[0])


def _head_faults(head: dict[str, str], blocks: Sequence[_Block], name: str) -> Iterator[Diagnostic]:
    stated = head.get("Records", "").partition(" ")[0]
    if len(blocks) > MAX_RECORDS:
        message = f"The text has {len(blocks):,} records. The limit is {MAX_RECORDS:,}."
        yield refusal(name, "R803", message, "Ask for the zip, or for several submissions.")
    elif stated != str(len(blocks)):
        message = f"The text says “Records: {clip(stated, 20)}”, and {len(blocks)} arrived."
        yield refusal(name, "R808", message, _ZIP)


def _record(block: _Block, name: str) -> tuple[SubmittedRecord | None, list[Diagnostic]]:
    if fault := record_path_fault(block.path, name):
        return None, [fault]
    state = block.fields.get("State")
    if state not in ("new", "changed") or not block.texts:
        message = f"The text of “{shown(block.path)}” or its state is missing."
        return None, [refusal(name, "R808", message, _ZIP, block.line)]
    text, faults = _text(block, 0, "", name)
    if state == "new" or text is None:
        return (None if text is None else SubmittedRecord(block.path, "new", text)), faults
    original, digest = None, block.fields.get("Original SHA-256", "")
    if len(block.texts) > 1:
        original, faults = _text(block, 1, "Original ", name)
    elif not _DIGEST.fullmatch(digest):
        faults = [_changed(block, name)]
    return SubmittedRecord(block.path, "changed", text, original, digest), faults


def _text(
    block: _Block, number: int, prefix: str, name: str
) -> tuple[str | None, list[Diagnostic]]:
    digest = block.fields.get(f"{prefix}SHA-256", "")
    long_lines = _lengths(block.fields.get(_long_lines_field(prefix), ""))
    text = repaired_text(block.texts[number], digest, long_lines)
    return (text, []) if text is not None else (None, [_changed(block, name)])


def _long_lines_field(prefix: str) -> str:
    return f"{prefix}long lines" if prefix else "Long lines"


def _lengths(stated: str) -> LineLengths:
    return {int(line): int(length) for line, length in _LENGTH.findall(stated)}


def _changed(block: _Block, name: str) -> Diagnostic:
    message = f"The text of “{shown(block.path)}” was changed on its way."
    return refusal(name, "R809", message, _ZIP, block.line)
