"""The wheel of the running engine, made again from its installed files.

A copy of an academy carries it, so that the copy needs no index. Files are stored, sorted and dated
alike, so the wheel has the same bytes wherever it is made: a requirement can name its hash.

The format: https://packaging.python.org/en/latest/specifications/binary-distribution-format/.
"""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from generator.engine.distribution import NAME, checkout_folder, installed, version

_STEM = NAME.replace("-", "_")
_KEPT_METADATA = ("METADATA", "WHEEL", "entry_points.txt", "top_level.txt")
_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "generator")
_BUILD = "from setuptools.build_meta import build_wheel; build_wheel('.')"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip cannot hold a date before 1980
_MODE = 0o100644 << 16
_UNIX = 3


class EngineWheelError(Exception):
    """Raised when files of the installed engine are missing; the message names one."""


def wheel_name() -> str:
    """Return the file name of the engine's wheel."""
    return f"{_STEM}-{version()}-py3-none-any.whl"


@cache
def engine_wheel() -> bytes:
    """Return the wheel of the running engine.

    Raises EngineWheelError when installed files are missing or the sources cannot be built.
    """
    checkout = checkout_folder()
    files = dict(_installed_files()) if checkout is None else _built_files(checkout)
    return _written(files)


def _installed_files() -> Iterator[tuple[str, bytes]]:
    for path in installed().files or ():
        if _belongs(PurePosixPath(path.as_posix())):
            file = Path(str(path.locate()))
            if not file.is_file():
                raise EngineWheelError(
                    f"A file of the program is missing: {path}. Install {NAME} again."
                )
            yield path.as_posix(), file.read_bytes()


def _built_files(checkout: Path) -> Mapping[str, bytes]:
    """Build a copy of the sources, because their build system leaves files behind."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in _SOURCES:
            source, target = checkout / name, Path(scratch) / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(source, target)
        command = (sys.executable, "-c", _BUILD)
        done = subprocess.run(  # noqa: S603 - no word comes from outside
            command, cwd=scratch, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise EngineWheelError(f"The program could not be packed:\n{done.stderr.strip()}")
        built = next(Path(scratch).glob("*.whl"))
        with zipfile.ZipFile(built) as archive:
            names = [name for name in archive.namelist() if _belongs(PurePosixPath(name))]
            return {name: archive.read(name) for name in names}


def _belongs(path: PurePosixPath) -> bool:
    """Whether a file is part of every wheel; installers add files of their own."""
    if "__pycache__" in path.parts:
        return False
    if path.parts[0] == "generator":
        return True
    is_metadata = path.parts[0] == f"{_STEM}-{version()}.dist-info"
    return is_metadata and (path.parts[1] in _KEPT_METADATA or path.parts[1] == "licenses")


def _written(files: Mapping[str, bytes]) -> bytes:
    record = f"{_STEM}-{version()}.dist-info/RECORD"
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
