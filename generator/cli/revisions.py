"""Find an academy in a folder or in a git revision."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.project_options import CONFIG, find_root
from generator.diagnostics import clip
from generator.intake.submission import canonical_text, text_digest
from generator.model.fields.media import MEDIA_FOLDER
from generator.model.kinds import KINDS
from generator.model.release import RELEASES_FOLDER

_RECORD_FOLDERS = {kind.folder.partition("/")[0] for kind in KINDS if kind.folder}
_CONTENT_FOLDERS = tuple(sorted({*_RECORD_FOLDERS, MEDIA_FOLDER, RELEASES_FOLDER}))
_MOST_VERSIONS = 500
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


@contextmanager
def academy_folder(name: str, project: Path) -> Iterator[Path]:
    """Yield the folder of the academy that `name` means: a folder, or a revision of `project`.

    A revision is extracted into a temporary folder; nothing is checked out. Raises UsageError for a
    name that is neither.
    """
    if not name or name.startswith("-"):
        raise click.UsageError(f"“{clip(name)}” is not a version in git or a folder.")
    if os.path.isfile(os.path.join(name, CONFIG)):
        yield Path(name).resolve()
        return
    root = find_root(project)
    commit = _resolve_commit(name, root)
    with tempfile.TemporaryDirectory(prefix="academy-") as folder:
        _extract_commit(name, commit, root, Path(folder))
        yield Path(folder)


def earlier_text(root: Path, path: str, digest: str) -> str | None:
    """Return the text with a SHA-256 that the file at `path` had in a version in git, or None.

    The newest versions are read first, and at most 500 of them.
    """
    if shutil.which("git") is None:
        return None
    log = _run_git(root, "log", f"-{_MOST_VERSIONS}", "--format=%H", "--", path)
    for commit in log.stdout.decode("ascii", "replace").split():
        shown = _run_git(root, "show", f"{commit}:./{path}")
        text = canonical_text(shown.stdout.decode("utf-8", "replace"))
        if shown.returncode == 0 and text_digest(text) == digest:
            return text
    return None


def _resolve_commit(name: str, root: Path) -> str:
    """Return the commit hash of a revision."""
    inside = _run_git(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        raise click.UsageError(
            f"There is no folder “{clip(name)}”, and the academy is not kept with git, so it has "
            f"no earlier versions. Git says: {_git_error(inside)}"
        )
    wanted = f"{name}^{{commit}}"
    parsed = _run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    commit = parsed.stdout.decode("ascii", "replace").strip()
    if parsed.returncode or not _COMMIT.fullmatch(commit):
        if os.path.isdir(name):
            what = f"There is no academy in the folder “{clip(name)}”: it has no {CONFIG}."
            raise click.UsageError(what)
        raise click.UsageError(
            f"There is no version or folder “{clip(name)}”. Give a branch, a tag, a commit or the "
            "folder of an academy."
        )
    return commit


def _extract_commit(name: str, commit: str, root: Path, folder: Path) -> None:
    """Write the records and settings of a commit below `folder`."""
    listed = _run_git(
        root, "ls-tree", "-r", "-z", "--name-only", commit, "--", CONFIG, *_CONTENT_FOLDERS
    )
    files = {path for path in listed.stdout.decode("utf-8", "surrogateescape").split("\0") if path}
    if CONFIG not in files:
        raise click.UsageError(
            f"There is no academy in version “{clip(name)}”: it has no {CONFIG}."
        )
    tops = sorted({path.partition("/")[0] for path in files})
    packed = _run_git(root, "archive", "--format=tar", commit, "--", *tops)
    if packed.returncode:
        raise click.ClickException(
            f"Git could not read version “{clip(name)}”: {_git_error(packed)}"
        )
    try:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            _extract_tar(archive, folder)
    except (tarfile.TarError, OSError) as error:
        raise click.ClickException(
            f"Version “{clip(name)}” cannot be read: {clip(str(error), 200)}"
        ) from None
    _check_complete(name, files, folder)


def _extract_tar(archive: tarfile.TarFile, folder: Path) -> None:
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
    else:  # Python 3.11.0 to 3.11.3 have no filter; plain files are safe
        archive.extractall(folder, [member for member in archive if member.isreg()])  # noqa: S202


def _check_complete(name: str, files: set[str], folder: Path) -> None:
    """Raise ClickException if `export-ignore` kept files out of the archive."""
    hidden = sorted(path for path in files if not os.path.lexists(folder / path))
    if hidden:
        raise click.ClickException(
            f"Version “{clip(name)}” cannot be read: git hides {clip(hidden[0], 200)}. "
            "Delete “export-ignore” from its .gitattributes."
        )


def _run_git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in the academy's folder and return its result."""
    program = shutil.which("git")
    if program is None:
        raise click.ClickException(
            "Git is not installed, so versions cannot be read. Install git, or compare folders."
        )
    command: Sequence[str] = (program, *words)
    return subprocess.run(  # noqa: S603 - no shell, and no word of it can be an option of git
        command, cwd=root, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )


def _git_error(done: subprocess.CompletedProcess[bytes]) -> str:
    return clip(done.stderr.decode("utf-8", "replace"), 200)
