"""Check the program in an unpacked bundle: it is the release that it claims to be."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, clip
from generator.engine import engine_wheel, requirements_of, wheel_name
from generator.publish.bundle import ACADEMY, academy_parts
from generator.starter import DELIVERED, ENGINE_FOLDER, START_IN_WHEEL, is_sound_list

_WHEEL = re.compile(r"learning_academy-[0-9a-z.]+-py3-none-any\.whl")
_REFUSE = "Do not use it. Ask the person who gave it to you for a new copy."
_START, _REQUIREMENTS, _LIBRARIES = "start.py", "requirements.txt", "wheels"
# a damaged or locked zip, or one without the files of a wheel
_WHEEL_ERRORS = (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, OverflowError, EOFError)
# what documents of an academy can be; anything else could be a program
_DOCUMENTS = (".md", ".txt", ".json", ".png", ".jpg", ".svg", ".webp", "")


def program_findings(academy: Path) -> Iterator[Diagnostic]:
    """Yield B607 for each file of the folder `academy` that is not what the engine puts there."""
    wheels = sorted((academy / ENGINE_FOLDER).glob("*.whl"))
    if len(wheels) != 1 or not _WHEEL.fullmatch(wheels[0].name):
        yield _finding(ENGINE_FOLDER, "The program is not in this folder as one wheel.")
        return
    wheel = wheels[0].read_bytes()
    if wheels[0].name == wheel_name() and wheel != engine_wheel():
        yield _finding(
            f"{ENGINE_FOLDER}/{wheels[0].name}", "This is not the program that it claims to be."
        )
    for name, wanted in _expected(wheel).items():
        file = academy / name
        if not file.is_file() or file.read_bytes() != wanted:
            yield _finding(name, "This file does not belong to the program in “engine”.")
    if not is_sound_list(academy):
        yield _finding(DELIVERED, "This is not a list of files that a program delivered.")
    yield from _foreign_files(academy, f"{ENGINE_FOLDER}/{wheels[0].name}")


def _expected(wheel: bytes) -> dict[str, bytes]:
    """Return the files beside the wheel that follow from it."""
    try:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            if any(file.compress_type != zipfile.ZIP_STORED for file in archive.infolist()):
                return {_START: b"", _REQUIREMENTS: b""}  # it could become very large
            start = archive.read(START_IN_WHEEL)
            requirements = requirements_of(archive, wheel)
    except _WHEEL_ERRORS:
        return {_START: b"", _REQUIREMENTS: b""}
    return {_START: start, _REQUIREMENTS: requirements.encode()}


def _foreign_files(academy: Path, wheel: str) -> Iterator[Diagnostic]:
    records, documents = academy_parts(academy)
    program = {_START, _REQUIREMENTS, DELIVERED, wheel}
    for file in sorted(path for path in academy.rglob("*") if path.is_file()):
        path = file.relative_to(academy).as_posix()
        top, ending = path.partition("/")[0], PurePosixPath(path).suffix
        is_library = top == _LIBRARIES and ending == ".whl"
        is_document = top in documents and ending in _DOCUMENTS
        if not (path in program or top in records or is_library or is_document):
            yield _finding(path, f"“{clip(path)}” is no part of an academy.")


def _finding(path: str, message: str) -> Diagnostic:
    return Diagnostic(f"{ACADEMY}/{path}", 1, 1, "B607", message, _REFUSE)
