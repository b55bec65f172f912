"""What changed in a copy of an academy since it was made, as a submission to send back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.federation.base import Base, record_text
from generator.intake.submission import Submission, SubmittedRecord
from generator.intake.submission.record_paths import media_path_fault
from generator.leftover_files import leftover_origin
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.kinds import KINDS
from generator.records.source import parse_source

_KIND_FOLDERS = tuple(kind.folder for kind in KINDS if kind.folder)
_KIND_TOPS = tuple(folder.partition("/")[0] for folder in _KIND_FOLDERS)


@dataclass(frozen=True, slots=True)
class CopyChanges:
    """A submission of everything that changed, and the files that changed and cannot be sent."""

    submission: Submission
    unsent: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self.submission.records and not self.submission.media


def changes_since(base: Base, root: Path) -> CopyChanges:
    """Return what changed in the copy at `root` since its base. Nothing is written.

    A record whose text has other lines and says the same counts as unchanged.
    """
    now = _present_files(root, base)
    as_records = {path: record_text(path, content) for path, content in now.items()}
    texts = {path: text for path, text in as_records.items() if text is not None}
    media = {path: content for path, content in now.items() if _is_sent(base, path, content)}
    originals = {path: base.files[path] for path in media if path in base.files}
    records = sorted(_records(base, texts), key=lambda record: record.path)
    others = (now.keys() | base.files.keys()) - {*texts, *media, *base.records}
    unsent = (path for path in others if base.files.get(path) != _digest(now.get(path)))
    sent = Submission(tuple(records), media, base.name, base.edition, media_originals=originals)
    return CopyChanges(sent, tuple(sorted(unsent)))


def _records(base: Base, texts: Mapping[str, str]) -> Iterator[SubmittedRecord]:
    for path, text in texts.items():
        if path not in base.records:
            yield SubmittedRecord(path, "new", text)
        elif _says_otherwise(base.records[path], text, path):
            yield SubmittedRecord(path, "changed", text, base.records[path])
    for path in base.records.keys() - texts.keys():
        yield SubmittedRecord(path, "removed", "", base.records[path])


def _present_files(root: Path, base: Base) -> Mapping[str, bytes]:
    """Return the files of a copy that its academy has too, or could have."""
    folders = {*_KIND_FOLDERS, *_KIND_TOPS, MEDIA_FOLDER}
    folders |= {path.rpartition("/")[0] for path in base.files if "/" in path}
    paths = {path for folder in folders for path in _files_in(root, folder)}
    paths |= {path for path in base.files if "/" not in path and (root / path).is_file()}
    return {path: (root / path).read_bytes() for path in sorted(paths)}


def _files_in(root: Path, folder: str) -> Iterator[str]:
    place = root / folder
    if place.is_dir() and not place.is_symlink():
        for file in place.iterdir():
            is_plain = file.is_file() and not file.is_symlink()
            if is_plain and not file.name.startswith(".") and not leftover_origin(file.name):
                yield f"{folder}/{file.name}"


def _says_otherwise(before: str, text: str, path: str) -> bool:
    """Return whether two texts of a record differ in more than their layout."""
    if before == text:
        return False
    was, now = parse_source(before, path)[0], parse_source(text, path)[0]
    return was is None or now is None or was.values() != now.values()


def _is_sent(base: Base, path: str, content: bytes) -> bool:
    """Return whether a file is a picture or document that is new or changed."""
    is_media = path.startswith(f"{MEDIA_FOLDER}/") and media_path_fault(path, path) is None
    return is_media and base.files.get(path) != _digest(content)


def _digest(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()
