"""The sources of the engine: what its wheel is made of, and the archive that holds them (sdist).

The format: https://packaging.python.org/en/latest/specifications/source-distribution-format/.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

_FILES = ("pyproject.toml", "LICENSE")
_PACKAGE = "generator"
_LEFT_OUT = re.compile(r"__pycache__|\..*")
_EARLIEST = 315532800  # 1 January 1980, the date of all files in a wheel, in seconds since 1970


def source_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the sources of the engine in `folder` by their names, and nothing else.

    Raises FileNotFoundError if one of the files beside the package is missing.
    """
    for name in _FILES:
        yield name, (folder / name).read_bytes()
    for path in (folder / _PACKAGE).rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(map(_LEFT_OUT.fullmatch, name.split("/"))):
            yield name, path.read_bytes()


def source_archive(stem: str, files: Mapping[str, bytes]) -> bytes:
    """Return a compressed tar archive of `files` by their names, all in the folder `stem`.

    All files are dated alike: with the SOURCE_DATE_EPOCH of the environment, if there is one
    (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", _EARLIEST))
    out = io.BytesIO()
    with (
        gzip.GzipFile("", "wb", fileobj=out, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{stem}/{name}")
            entry.size, entry.mtime, entry.mode = len(content), moment, 0o644
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()
