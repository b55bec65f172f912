"""The paths that a submission may write to: files of records and of the media folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from generator.diagnostics import Diagnostic, clip, join_words
from generator.intake.submission.submission import refusal
from generator.model.fields.media import (
    DOCUMENT_ENDINGS,
    MEDIA_FOLDER,
    PICTURE_ENDINGS,
    media_name_fault,
)
from generator.model.fields.types import id_fault
from generator.model.kinds import KINDS, Kind

_FOLDERS = tuple(kind.folder for kind in KINDS if kind.folder)


def kind_at(path: str) -> Kind | None:
    """Return the kind of the records in the folder of a path; None for any other folder."""
    folder = path.rpartition("/")[0]
    return next((kind for kind in KINDS if kind.folder and kind.folder == folder), None)


def record_id_at(path: str) -> str:
    """Return the id of the record whose file is at a path."""
    return path.rpartition("/")[2].rpartition(".")[0]


def record_path_fault(path: str, place: str) -> Diagnostic | None:
    """Return why no record may be written to a path; None for a good one."""
    kind = kind_at(path)
    if kind is None:
        hint = f"A record is in one of these folders: {join_words(_FOLDERS, most=20)}."
        return refusal(place, "R805", f"“{shown(path)}” is not the file of a record.", hint)
    if not path.endswith(kind.suffix):
        message = (
            f"“{shown(path)}” is not {kind.with_article}: its name must end with {kind.suffix}."
        )
        return refusal(place, "R805", message, "Ask for it again, made with the form.")
    if fault := id_fault(record_id_at(path)):
        return refusal(place, "R805", f"“{shown(path)}”: {fault[0]}", fault[1])
    return None


def media_path_fault(path: str, place: str) -> Diagnostic | None:
    """Return why no file may be written to a path of the media folder; None for a good one."""
    name = path.removeprefix(f"{MEDIA_FOLDER}/")
    if why := media_name_fault(name):
        return refusal(place, "R805", f"“{shown(path)}”: {why}", "Ask for it under another name.")
    if not name.lower().endswith((*PICTURE_ENDINGS, *DOCUMENT_ENDINGS)):
        allowed = join_words((*PICTURE_ENDINGS, *DOCUMENT_ENDINGS), most=20)
        message = f"“{shown(path)}” is not a picture or a document that an academy can show."
        return refusal(place, "R805", message, f"Its name must end with {allowed}.")
    return None


def colliding_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each path that Windows or macOS takes for an earlier one, with that one.

    Folders count too: `media/a/x` and `media/A/y` are in one folder on Windows.
    """
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        for part in accumulate(name.split("/"), lambda folder, entry: f"{folder}/{entry}"):
            is_file = part == name
            first, was_file = seen.setdefault(part.casefold(), (part, is_file))
            if first is not part and (first != part or is_file or was_file):
                yield name, first
                break


def shown(name: str) -> str:
    """Return a name for a message: one line, no characters that hide or reorder it."""
    return clip(ascii(name)[1:-1] if not name.isprintable() else name, 120)
