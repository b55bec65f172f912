"""The values of a submission, and the faults that refuse it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from generator.diagnostics import Diagnostic, clip, sort_findings

FORMAT, VERSION = "academy-submission", 1
# of a zip that removes records or changes pictures and documents; otherwise it is that of version 1
CHANGING_VERSION = 2
RecordState = Literal["new", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class SubmittedRecord:
    """The text of a record that somebody sends, and what it was made from.

    `path` is that of its file in the academy. `original` is the text that was changed, and
    `original_digest` its SHA-256; the text is None where only the digest was sent. The text of a
    record to remove is empty. `has_layout`:
    whether the text keeps the lines of the original, and was not made by a program.
    """

    path: str
    state: RecordState
    text: str
    original: str | None = None
    original_digest: str = ""
    has_layout: bool = True


@dataclass(frozen=True, slots=True)
class Submission:
    """Records and files of the media folder that belong together.

    `media_originals` are the SHA-256 of the files that the sender changed, by path. `academy` and
    `edition` name the academy and the state of it that the sender saw. `notes` are
    what the person who receives it should know, such as hidden rows of a spreadsheet.
    """

    records: tuple[SubmittedRecord, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)
    academy: str = ""
    edition: str = ""
    notes: tuple[str, ...] = ()
    media_originals: Mapping[str, str] = field(default_factory=dict)


class SubmissionError(Exception):
    """Raised for a submission that is refused as a whole. `findings` are its faults, sorted."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings = sort_findings(findings)
        super().__init__(f"{len(self.findings)} errors")


def refusal(place: str, code: str, message: str, hint: str = "", line: int = 1) -> Diagnostic:
    """Return the finding that refuses a file of a submission, or the submission itself."""
    return Diagnostic(clip(place, 200), line, 1, code, message, hint)


def canonical_text(text: str) -> str:
    """Return a text as submissions hold it: line ends “\\n”, also after the last line, and no
    byte order mark.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.endswith("\n") or not lines else lines + "\n"


def text_digest(text: str) -> str:
    """Return the SHA-256 of a canonical text in UTF-8, in small hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
