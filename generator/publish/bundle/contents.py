"""The layout of a bundle, with what a reader opens first at the top.

START HERE.html   what the bundle is, and the way into the site
READ ME.txt       the same as text, with how to add records and send them back
LICENCE.txt       what may be done with the contents, and the attribution
manifest.json     every file with its SHA-256
site/             the site, which works from a folder
academy/          the records; academy/engine/ holds the program, academy/wheels/ its libraries,
                  academy/base.json the records as they were when the bundle was made
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.federation import BASE_FILE
from generator.leftover_files import leftover_origin
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.model.kinds import KINDS
from generator.model.release import RELEASES_FOLDER
from generator.site.handwritten import settings_findings

READ_ME, LICENCE = "READ ME.txt", "LICENCE.txt"
SITE, ACADEMY, WHEELS = "site", "academy", "wheels"
# what a maintainer may have beside the records
_PROJECT_FILES = (
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "docs", "schema"),
    ".vscode",
)
# Windows allows 259 characters in all. Below a folder of 160 and a “\\”, this many are left
MAX_NAME_LENGTH = 98
_IGNORED_ENDINGS = ("__pycache__", ".egg-info", ".pyc")


def academy_files(root: Path, docs: str, config: str) -> Iterator[tuple[str, Path]]:
    """Yield the academy's own files by their names in the bundle: records, pages, documents.

    `docs` and `config` are the names of the folder of hand-written pages and of the settings file.
    """
    tops = {kind.folder.partition("/")[0] for kind in KINDS if kind.folder}
    for name in (*sorted(tops), RELEASES_FOLDER, ACADEMIES_FOLDER, docs, config, *_PROJECT_FILES):
        yield from _academy_part(root / name, name)


def long_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that have more than `MAX_NAME_LENGTH` characters, the longest first."""
    long = (name for name in names if len(name) > MAX_NAME_LENGTH)
    return tuple(sorted(long, key=lambda name: (-len(name), name)))


def academy_parts(academy: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names at the top of an unpacked academy that its own checks read, and those of its
    documents.
    """
    tops = {kind.folder.partition("/")[0] for kind in KINDS if kind.folder}
    settings = [file.name for file in academy.glob("*.yml")]
    docs = {settings_findings(academy, name)[0] for name in settings}
    own = {*tops, *settings, *docs, MEDIA_FOLDER, RELEASES_FOLDER, ACADEMIES_FOLDER, BASE_FILE}
    return frozenset(own), frozenset(_PROJECT_FILES)


def folder_files(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Yield the files below `folder` by their names below `name`, without leftovers of
    the system.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not leftover_origin(path.name):
            yield f"{name}/{path.relative_to(folder).as_posix()}", path


def _academy_part(place: Path, name: str) -> Iterator[tuple[str, Path]]:
    if place.is_symlink():
        return
    if place.is_file():
        yield f"{ACADEMY}/{name}", place
    elif place.is_dir():
        for path, file in folder_files(place, f"{ACADEMY}/{name}"):
            inside = file.relative_to(place)
            if not any(_is_ignored(part) for part in inside.parts):
                yield path, file


def _is_ignored(part: str) -> bool:
    return part.startswith(".") or part.endswith(_IGNORED_ENDINGS)
