"""Take in each picture and document that somebody sends, new or changed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.build.plain_media import plain_content
from generator.diagnostics import Diagnostic
from generator.intake.submission import Submission, refusal
from generator.intake.submission.record_paths import shown
from generator.receive.choices import Choices, ConflictSentence
from generator.records.catalogue import Catalogue, MediaFile


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The content for a path of the media folder, or what prevents it."""

    path: str
    content: bytes
    conflicts: tuple[ConflictSentence, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def merge_files(
    root: Path, catalogue: Catalogue, submission: Submission, choices: Choices
) -> list[MergedFile]:
    """Return the pictures and documents of a submission, as the academy at `root` takes them."""
    return [
        _new_or_same(root / path, catalogue.media.get(path), path, content)
        or _changed(catalogue.media.get(path), path, submission, choices)
        for path, content in submission.media.items()
    ]


def _new_or_same(
    file: Path, known: MediaFile | None, path: str, content: bytes
) -> MergedFile | None:
    """Return a file that is new here, or has the same content here; None for any other."""
    if not file.is_file():
        return MergedFile(path, content)
    now = file.read_bytes()
    # what is here may have metadata, which the sender never had
    is_same = content == now or (known is not None and content == plain_content(known))
    return MergedFile(path, now) if is_same else None


def _changed(
    known: MediaFile | None, path: str, submission: Submission, choices: Choices
) -> MergedFile:
    """Return a file that is another one here: the sender changed it, or does not know of it."""
    content, original = submission.media[path], submission.media_originals.get(path)
    if known is None or original is None:
        message = f"There is another file called “{shown(path)}”."
        hint = "Ask for it under another name."
        return MergedFile(path, content, findings=(refusal(path, "R817", message, hint),))
    side = choices.side_of_record(path)
    if side == "theirs" or original == sha256(plain_content(known)).hexdigest():
        return MergedFile(path, content)
    now = known.file.read_bytes()
    question = ConflictSentence(path, f"“{shown(path)}”", "", "", is_file=True)
    return MergedFile(path, now, conflicts=() if side == "ours" else (question,))
