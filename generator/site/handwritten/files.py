"""The folder of hand-written pages: the files it may contain, and their names."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.diagnostics import clip, join_words, sort_findings
from generator.leftover_files import leftover_origin
from generator.privacy import Waiver
from generator.records.catalogue import PersonalData, examine_name, examine_text
from generator.records.settings import SETTINGS_FILE, read_identity
from generator.records.source import START, SourceFault, read_text
from generator.site.handwritten.pages import page_findings
from generator.site.handwritten.pictures import drawing_faults, picture_faults
from generator.site.handwritten.settings import settings_findings

_PAGE, _DRAWING = ".md", ".svg"
_TEXTS = (_PAGE, _DRAWING, ".csv", ".txt")
_PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".webp")
PICTURE_TYPES = (_DRAWING, *_PICTURES)
_MOST_BYTES = 5 * 1024 * 1024  # The largest size of a picture.


@dataclass(frozen=True, slots=True)
class _PageFolder:
    """The folder of hand-written pages, `docs` below `root`.

    `taken` are the places in the site that the engine fills; `typeface` is the font file that the
    settings name, which they check.
    """

    root: Path
    docs: str
    waivers: Collection[Waiver]
    taken: frozenset[str]
    typeface: str = ""


def handwritten_findings(
    root: Path,
    waivers: Collection[Waiver],
    reserved: Collection[str],
    settings_file: str = SETTINGS_FILE,
) -> PersonalData:
    """Return the findings in the settings and hand-written files, sorted, and their personal data.

    `reserved` are the places in the site that the engine fills: files, and folders ending in “/”.
    """
    docs, findings = settings_findings(root, settings_file)
    settings = _settings_data(root / settings_file, settings_file, waivers)
    taken = frozenset(place.casefold() for place in reserved)
    typeface = read_identity(root, settings_file).look.font_file
    folder = _PageFolder(root, docs, waivers, taken, typeface)
    file_findings = list(_look_through(folder)) if docs else []
    parts = (PersonalData(findings), settings, *file_findings)
    return PersonalData(
        sort_findings(chain.from_iterable(part.findings for part in parts)),
        frozenset(chain.from_iterable(part.known for part in parts)),
    )


def is_copied(name: str) -> bool:
    """Return whether a file of this name becomes part of the site.

    Hidden files, and files that operating systems leave behind, do not.
    """
    return not name.startswith(".") and not leftover_origin(name)


def _settings_data(file: Path, name: str, waivers: Collection[Waiver]) -> PersonalData:
    text, _ = read_text(file) if file.is_file() else (None, [])
    return examine_text(name, text or "", waivers)


def _look_through(folder: _PageFolder) -> Iterator[PersonalData]:
    start = folder.root / folder.docs
    if start.is_symlink():
        yield _data(folder.docs, [_link()])
    elif start.is_dir():
        entries = list(_entries(start, ""))
        for number, (entry, place) in enumerate(entries, 1):
            path = f"{folder.docs}/{place}"
            yield examine_name(path, number, len(entries), folder.waivers)
            if entry.is_symlink():
                yield _data(path, [_link()])
            elif place == folder.typeface:
                continue
            elif fault := _name_fault(place, folder.taken):
                yield _data(path, [fault])
            else:
                yield from _file_data(Path(entry.path), path, folder.waivers)


def _entries(folder: Path, start: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield every file and link below a folder, with its path from there.

    Symbolic links are not followed.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not is_copied(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path), f"{start}{entry.name}/")
            else:
                yield entry, start + entry.name


def _link() -> SourceFault:
    return SourceFault(
        START,
        "H802",
        "This is a symbolic link.",
        "Replace the link with the file or folder itself.",
    )


def _name_fault(place: str, taken: frozenset[str]) -> SourceFault | None:
    path = PurePosixPath(place)
    url = str(path.with_suffix(".html")) if path.suffix == _PAGE else place
    parents = [f"{parent}/" for parent in path.parents if parent.name]
    if any(place_or_folder.casefold() in taken for place_or_folder in (url, *parents)):
        message = f"The build makes “{clip(url)}”, or everything in its folder."
        return SourceFault(START, "H803", message, "Give the file or its folder another name.")
    if path.suffix not in (*_TEXTS, *_PICTURES):
        allowed = join_words(sorted((*_TEXTS, *_PICTURES)), last="and")
        message = f"A file of this type (“{clip(path.suffix)}”) cannot be part of the site."
        hint = f"File names can end with {allowed}. Publish anything else elsewhere and link to it."
        return SourceFault(START, "H801", message, hint)
    return None


def _file_data(file: Path, path: str, waivers: Collection[Waiver]) -> Iterator[PersonalData]:
    if file.suffix in _PICTURES:
        yield _data(path, _picture_faults(file))
        return
    text, faults = read_text(file)
    yield _data(path, faults)
    if text is None:
        return
    yield examine_text(path, text, waivers)
    if file.suffix == _PAGE:
        yield PersonalData(tuple(page_findings(path, text)))
    elif file.suffix == _DRAWING:
        yield _data(path, drawing_faults(text))


def _picture_faults(file: Path) -> Iterator[SourceFault]:
    if not file.is_file():
        yield SourceFault(START, "H802", "This is not an ordinary file.", "Delete it.")
    elif file.stat().st_size > _MOST_BYTES:
        message = f"The picture is {file.stat().st_size / 1e6:.1f} MB. The limit is 5 MB."
        yield SourceFault(START, "H804", message, "Save it again in a smaller size.")
    else:
        yield from picture_faults(file.suffix, file.read_bytes())


def _data(path: str, faults: Iterator[SourceFault] | list[SourceFault]) -> PersonalData:
    shown = clip(path.encode("utf-8", "replace").decode("utf-8"), 200)
    return PersonalData(tuple(fault.in_file(shown) for fault in faults))
