"""What the installed engine says of itself, from its package metadata."""

from __future__ import annotations

import hashlib
import re
import zipfile
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.version import Version

NAME = "learning-academy"
PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = Path(__file__).resolve().parent / "requirements.txt"


@cache
def installed() -> Distribution:
    """Return the metadata of the engine. Raises PackageNotFoundError if it is not installed."""
    return distribution(NAME)


def version() -> str:
    """Return the version of the engine, such as “0.2.0”."""
    return installed().version


def is_newer(other: str) -> bool:
    """Return whether a version of the engine, such as “0.10.0” or “1.0rc1”, is newer than this one.

    Raises ValueError for what is no version:
    https://packaging.python.org/en/latest/specifications/version-specifiers/.
    """
    return Version(other) > Version(version())


def licence_text() -> str:
    """Return the licence of the engine."""
    return installed().read_text("licenses/LICENSE") or ""


def checkout_folder() -> Path | None:
    """Return the folder of the sources that the engine runs from; None for an installed wheel."""
    root = PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() else None


def library_requirements() -> str:
    """Return the libraries of the engine in the format of pip, each at one version with hashes."""
    return _LIBRARIES.read_text(encoding="utf-8")


def pinned_requirements(wheel: bytes) -> str:
    """Return the libraries and the engine itself, whose `wheel` is given, in the format of pip."""
    return _pinned(library_requirements(), version(), wheel)


def requirements_of(archive: zipfile.ZipFile, wheel: bytes) -> str:
    """Return what `pinned_requirements` returns for a wheel of any version, from the wheel itself.

    Raises KeyError or ValueError for what is no wheel of the engine.
    """
    libraries = archive.read("generator/engine/requirements.txt").decode("utf-8")
    names = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = archive.read(next(names, "METADATA")).decode("utf-8")
    stated = re.search(r"^Version: (\S+)$", metadata, re.MULTILINE)
    if stated is None:
        raise ValueError("The metadata states no version.")
    return _pinned(libraries, stated[1], wheel)


def _pinned(libraries: str, number: str, wheel: bytes) -> str:
    digest = hashlib.sha256(wheel).hexdigest()
    return f"{libraries}{NAME}=={number} \\\n    --hash=sha256:{digest}\n"
