"""The wheel of the engine, always in one form: the same files give the same bytes.

A copy of an academy carries the wheel, so that the copy needs no index. It is made from the sources
or, where the engine is installed, from the installed files. Files are stored, sorted and dated
alike, so that neither clock nor compressor counts: a requirement can name the hash of the wheel.

The format: https://packaging.python.org/en/latest/specifications/binary-distribution-format/.
"""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from generator.engine.distribution import NAME, checkout_folder, installed, version
from generator.engine.sources import source_files

_STEM = NAME.replace("-", "_")
_METADATA = ".dist-info/METADATA"
_KEPT_METADATA = ("METADATA", "WHEEL", "entry_points.txt", "top_level.txt")
_BUILD = "from setuptools.build_meta import build_wheel; build_wheel('.')"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip cannot hold a date before 1980
_MODE = 0o100644 << 16
_UNIX = 3

_Files = Mapping[str, bytes]


class EngineWheelError(Exception):
    """Raised when files of the installed engine are missing; the message names one."""


def wheel_name() -> str:
    """Return the file name of the wheel of the running engine."""
    return _name(version())


@cache
def engine_wheel() -> bytes:
    """Return the wheel of the running engine.

    Raises EngineWheelError when installed files are missing or the sources cannot be built.
    """
    checkout = checkout_folder()
    return _written(dict(_installed_files()) if checkout is None else files_of_sources(checkout))


def wheel_of_sources(folder: Path) -> tuple[str, bytes]:
    """Return the name and the content of the wheel that the sources in `folder` give.

    Raises EngineWheelError when they cannot be built.
    """
    files = files_of_sources(folder)
    stem = metadata_name(files).removesuffix(_METADATA)
    return _name(stem.removeprefix(f"{_STEM}-")), _written(files)


def files_of_sources(folder: Path) -> _Files:
    """Return the files of the wheel that the sources in `folder` give, by their names.

    A copy is built, because setuptools leaves files behind. Raises EngineWheelError on failure.
    """
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in source_files(folder):
            file = Path(scratch, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        command = (sys.executable, "-c", _BUILD)
        done = subprocess.run(  # noqa: S603 - no word comes from outside
            command, cwd=scratch, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise EngineWheelError(f"The program could not be packed:\n{done.stderr.strip()}")
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as archive:
            names = [name for name in archive.namelist() if _belongs(PurePosixPath(name))]
            return {name: archive.read(name) for name in names}


def metadata_name(files: _Files) -> str:
    """Return the name of the file with the metadata among those of a wheel."""
    return next(name for name in files if name.endswith(_METADATA))


def _name(number: str) -> str:
    return f"{_STEM}-{number}-py3-none-any.whl"


def _installed_files() -> Iterator[tuple[str, bytes]]:
    for path in installed().files or ():
        if _belongs(PurePosixPath(path.as_posix())):
            file = Path(str(path.locate()))
            if not file.is_file():
                raise EngineWheelError(
                    f"A file of the program is missing: {path}. Install {NAME} again."
                )
            yield path.as_posix(), file.read_bytes()


def _belongs(path: PurePosixPath) -> bool:
    """Whether a file is part of every wheel; installers add files of their own."""
    if "__pycache__" in path.parts:
        return False
    if path.parts[0] == "generator":
        return True
    is_metadata = path.parts[0].startswith(f"{_STEM}-") and path.parts[0].endswith(".dist-info")
    return is_metadata and (path.parts[1] in _KEPT_METADATA or path.parts[1] == "licenses")


def _written(files: _Files) -> bytes:
    record = metadata_name(files).replace("METADATA", "RECORD")
    lines = [f"{name},{_hash(files[name])},{len(files[name])}" for name in sorted(files)]
    contents = {**files, record: "\n".join((*lines, f"{record},,", "")).encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in (*sorted(files), record):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, contents[name])
    return out.getvalue()


def _hash(content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return f"sha256={digest.decode().rstrip('=')}"
