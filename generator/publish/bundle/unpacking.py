"""Unpack a bundle: all of it or nothing, and only once every rule has let it through."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from generator.publish.bundle.inspection import inspect_bundle
from generator.publish.manifest import MANIFEST, Manifest
from generator.publish.staging import write_file


class InTheWayError(OSError):
    """Something stands where the bundle should be unpacked."""


def unpack_bundle(file: Path, folder: Path) -> Manifest:
    """Unpack a bundle into the new folder `folder`; its manifest.

    Raises BundleError for a bundle that is refused, InTheWayError when `folder` is there already,
    and OSError when it cannot be written; then nothing is left behind.
    """
    manifest = inspect_bundle(file)
    if folder.exists() or folder.is_symlink():
        raise InTheWayError(f"{folder} is there already. Choose a folder that is not there yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        _extract(file, manifest, beside)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return manifest


def _extract(file: Path, manifest: Manifest, folder: Path) -> None:
    folder.mkdir()
    with zipfile.ZipFile(file) as archive:
        for name in (*manifest.files, MANIFEST):
            write_file(folder, name, archive.read(name))
