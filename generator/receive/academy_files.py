"""The files of an academy: one text, and a copy of all of them with some changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.intake.submission import canonical_text
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.followed_academy import ACADEMIES_FOLDER
from generator.model.kinds import KINDS
from generator.model.release import RELEASES_FOLDER
from generator.records.settings import SETTINGS_FILE
from generator.records.source import read_text
from generator.site.handwritten import settings_findings

_TOPS = {kind.folder.partition("/")[0] for kind in KINDS if kind.folder}


def academy_text(root: Path, path: str) -> str | None:
    """Return the text of a record's file as submissions hold it; None for no readable file."""
    if not is_plain_path(root, path):
        return None
    text, _ = read_text(root / path)
    return None if text is None else canonical_text(text)


def is_plain_path(root: Path, path: str) -> bool:
    """Return whether there is a file at `path`, and no part of the path is a symbolic link."""
    file = root / path
    return file.is_file() and not has_link(root, path)


def has_link(root: Path, path: str) -> bool:
    """Return whether a part of a path below `root` is a symbolic link."""
    return any(
        part.is_symlink()
        for part in (root / path, *(root / path).parents)
        if part != root and root in part.parents
    )


@contextmanager
def changed_copy(
    root: Path, files: Mapping[str, bytes | None], academies: Collection[str] | None = None
) -> Iterator[Path]:
    """Yield a temporary copy of an academy's content with these files written over it.

    A file whose content is None is left out. With `academies`, the snapshots of other academies
    than these are left out too.

    Symbolic links are copied as links, so that the checks refuse them as they do in the academy.
    """
    docs = settings_findings(root)[0]
    loose = {file.name for file in root.glob("*.yaml")}  # the checks report these
    names = (
        _TOPS
        | loose
        | {MEDIA_FOLDER, RELEASES_FOLDER, ACADEMIES_FOLDER, SETTINGS_FILE, docs} - {""}
    )
    with tempfile.TemporaryDirectory(prefix="academy-") as folder:
        copy = Path(folder).resolve() / "academy"
        copy.mkdir()
        if academies is not None:
            names -= {ACADEMIES_FOLDER}
            names |= {f"{ACADEMIES_FOLDER}/{name}" for name in academies}
        for name in sorted(names):
            _copy(root / name, copy / name)
        for path, content in files.items():
            file = copy / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)  # it may be one file with that of the academy
            if content is not None:
                file.write_bytes(content)
        yield copy


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=_link_or_copy)
    elif os.path.lexists(source):
        target.parent.mkdir(parents=True, exist_ok=True)
        _link_or_copy(str(source), str(target))


def _link_or_copy(source: str, target: str) -> str:
    """Make `target` the same file as `source` where the disk allows it, or else copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
    return target
