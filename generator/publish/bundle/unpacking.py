"""Unpack a bundle completely or not at all, after it has passed inspection."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic, errors, sort_findings
from generator.publish.bundle.compression import read_entry
from generator.publish.bundle.inspection import BundleError, inspect_bundle
from generator.publish.manifest import Manifest
from generator.publish.staging import write_file
from generator.site_paths import MANIFEST

ContentFindings = Callable[[Path], Iterable[Diagnostic]]


def no_findings(_: Path) -> Iterable[Diagnostic]:
    """Find nothing wrong with the content of a bundle that is inspected afterwards."""
    return ()


class InTheWayError(OSError):
    """Raised when the folder to unpack into exists."""


def unpack_bundle(
    file: Path, folder: Path, content_findings: ContentFindings = no_findings
) -> Manifest:
    """Unpack a bundle into the new folder `folder` and return its manifest.

    `content_findings` looks through the unpacked files before they are put there. Raises
    BundleError for a refused bundle or errors in its content, InTheWayError if `folder` exists,
    and OSError if it cannot be written. Nothing is left behind after an error.
    """
    manifest = inspect_bundle(file)
    if folder.exists() or folder.is_symlink():
        raise InTheWayError(f"{folder} already exists. Choose another folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    new_folder = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new_folder, ignore_errors=True)
    try:
        _extract(file, manifest, new_folder)
        if wrong := errors(content_findings(new_folder)):
            raise BundleError(sort_findings(wrong))
        new_folder.rename(folder)
    finally:
        shutil.rmtree(new_folder, ignore_errors=True)
    return manifest


def _extract(file: Path, manifest: Manifest, folder: Path) -> None:
    folder.mkdir()
    with zipfile.ZipFile(file) as archive, file.open("rb") as stream:
        for name in (*manifest.files, MANIFEST):
            write_file(folder, name, read_entry(stream, archive.getinfo(name)))
