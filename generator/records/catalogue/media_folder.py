"""Read the media folder: every file in it, whether a record uses it or not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from generator.diagnostics import Diagnostic, join_words
from generator.leftover_files import leftover_origin
from generator.media.documents import DocumentFacts, read_document
from generator.media.jpeg_layout import PictureLayoutError
from generator.media.metadata import digest_without_metadata
from generator.media.picture_refusals import damaged_picture
from generator.media.pictures import PictureFacts, read_picture
from generator.media.refusal import MediaRefusal, MediaRefusedError, RefusalType
from generator.model.fields.media import (
    DOCUMENT_ENDINGS,
    MEDIA_FOLDER,
    PICTURE_ENDINGS,
    media_name_fault,
    plain_media_name,
)
from generator.parallel import batches, parallel_map
from generator.records.catalogue.folders import finding_at_start, leftover_finding

MAX_MEDIA_BYTES = 20_000_000
_FILES_A_BATCH = 25
Signature = tuple[int, int, int, int] | str  # what tells a file from one that was changed


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file of the media folder, by its path in the academy.

    `file` is where it is now, `size` its bytes, `digest` the SHA-256 of its content without
    metadata. `picture` are the facts of a picture that can be shown, `document` those of a document
    that can be opened; otherwise `refusal` says why it cannot.
    """

    path: str
    file: Path
    size: int
    digest: str = ""
    picture: PictureFacts | None = None
    document: DocumentFacts | None = None
    refusal: MediaRefusal | None = None


class MediaCache:
    """Keeps what was read of each file, in memory, while its size and its times stay the same."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Signature, MediaFile]] = {}

    def get(self, file: Path, signature: Signature) -> MediaFile | None:
        """Return what was read of a file; None where it is new or has changed."""
        held = self._read.get(file)
        return held[1] if held and held[0] == signature else None

    def keep(self, read: Mapping[Path, tuple[Signature, MediaFile]]) -> None:
        """Keep these files, and forget all others."""
        self._read = dict(read)


def read_media(
    root: Path, cache: MediaCache | None = None
) -> tuple[Mapping[str, MediaFile], list[Diagnostic]]:
    """Return the files of the media folder below `root` by path.

    Also a finding for each entry that can be no such file. Raises nothing for bad content.
    """
    entries, findings = _sorted_out(root)
    return read_media_files(entries, cache), findings


def read_media_files(
    entries: Sequence[tuple[str, Path, Signature]], cache: MediaCache | None = None
) -> Mapping[str, MediaFile]:
    """Return files by path. Each comes with its path, where it is, and its signature."""
    known = {path: cache.get(file, signature) for path, file, signature in entries} if cache else {}
    waiting = [(path, file) for path, file, _ in entries if not known.get(path)]
    parts = parallel_map(_read_batch, list(_shares(waiting)))
    read = {media.path: media for part in parts for media in part}
    files = {path: known.get(path) or read[path] for path, _, _ in entries}
    if cache:
        cache.keep({file: (signature, files[path]) for path, file, signature in entries})
    return files


def _shares(files: list[tuple[str, Path]]) -> Iterator[Sequence[tuple[str, Path]]]:
    """Yield shares of the files for workers: each document alone, because it can take seconds."""
    pictures = [pair for pair in files if pair[0].lower().endswith(PICTURE_ENDINGS)]
    documents = [pair for pair in files if not pair[0].lower().endswith(PICTURE_ENDINGS)]
    yield from batches(documents, 1)
    yield from batches(pictures, _FILES_A_BATCH)


def numbered_media_names(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the path of each entry of the media folder, its number from 1, and their count."""
    names = [name for _, name in _entries(root / MEDIA_FOLDER, "")]
    for number, name in enumerate(names, 1):
        yield f"{MEDIA_FOLDER}/{name}", number, len(names)


def _read_batch(files: Sequence[tuple[str, Path]]) -> list[MediaFile]:
    return [_read(path, file) for path, file in files]


def _read(path: str, file: Path) -> MediaFile:
    size = file.stat().st_size
    if size > MAX_MEDIA_BYTES:
        message = f"The file is {ceil(size / 1e5) / 10} MB. The limit is 20 MB."
        refusal = MediaRefusal(RefusalType.SIZE, message, "Save it again in a smaller size.")
        return MediaFile(path, file, size, refusal=refusal)
    try:
        content = file.read_bytes()
    except OSError as fault:
        refusal = MediaRefusal(
            RefusalType.DAMAGED, f"The file cannot be read: {fault.strerror}.", "Replace it."
        )
        return MediaFile(path, file, size, refusal=refusal)
    if not path.lower().endswith(PICTURE_ENDINGS):
        return _read_document(MediaFile(path, file, size), content)
    try:
        facts = read_picture(path, content)
        digest = digest_without_metadata(content, facts.orientation)
    except MediaRefusedError as refused:
        return MediaFile(path, file, size, refusal=refused.refusal)
    except PictureLayoutError:
        return MediaFile(path, file, size, refusal=damaged_picture())
    return MediaFile(path, file, size, digest, facts)


def _read_document(media: MediaFile, content: bytes) -> MediaFile:
    try:
        facts = read_document(media.path, content)
    except MediaRefusedError as refused:
        return replace(media, refusal=refused.refusal)
    return replace(media, digest=facts.digest, document=facts)


def _sorted_out(root: Path) -> tuple[list[tuple[str, Path, Signature]], list[Diagnostic]]:
    """Return the files to read, with what tells a changed file, and the findings of the rest."""
    files: list[tuple[str, Path, Signature]] = []
    findings: list[Diagnostic] = []
    seen: dict[str, str] = {}
    folder = root / MEDIA_FOLDER
    if folder.is_symlink():
        hint = "Replace the link with the folder itself."
        return [], [finding_at_start(MEDIA_FOLDER, "F151", "This is a symbolic link.", hint)]
    for file, name in _entries(folder, ""):
        path = f"{MEDIA_FOLDER}/{name}"
        info = file.lstat()
        first = seen.setdefault(path.casefold(), path)
        if leftover_origin(file.name):
            findings.append(leftover_finding(path, file.name))
        elif fault := _entry_fault(name, info.st_mode):
            findings.append(finding_at_start(path, *fault))
        elif first != path:
            message = f"On Windows and macOS this is the same name as “{first}”."
            findings.append(finding_at_start(path, "F152", message, "Rename one of the two."))
        else:
            signature = (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)
            files.append((path, file, signature))
    return files, findings


def _entries(folder: Path, start: str) -> Iterator[tuple[Path, str]]:
    """Yield every file and link below a folder, with its path from there; none is followed."""
    if folder.is_symlink() or not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(".") and not leftover_origin(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path), f"{start}{entry.name}/")
            else:
                yield Path(entry.path), start + entry.name


def _entry_fault(name: str, mode: int) -> tuple[str, str, str] | None:
    if not stat.S_ISREG(mode):
        hint = "Replace it with the file itself."
        return "F151", "This is a link or a device, not a file.", hint
    if why := media_name_fault(name):
        hint = f"Rename the file, such as to “{plain_media_name(name.rpartition('/')[2])}”."
        return "F150", why, hint
    if not name.lower().endswith((*PICTURE_ENDINGS, *DOCUMENT_ENDINGS)):
        allowed = join_words((*PICTURE_ENDINGS, *DOCUMENT_ENDINGS), most=20)
        message = f"The name of a file in the folder {MEDIA_FOLDER} must end with {allowed}."
        return "F153", message, "Save it as one of these, or move it elsewhere."
    return None
