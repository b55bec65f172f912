"""The list of delivered files in a copy of an academy, so that the copy can be upgraded too."""

from __future__ import annotations

from pathlib import Path

from generator.exports.schemas import SCHEMA_FOLDER
from generator.model.fields.academy_vocabulary import AcademyVocabulary
from generator.starter.delivered import (
    DELIVERED,
    DeliveredError,
    delivered_text,
    listed_file,
    read_delivered,
)
from generator.starter.engine_files import EDITOR_FOLDER, editor_files
from generator.starter.program_files import ENGINE_FOLDER, program_files

_FOLDERS = (f"{SCHEMA_FOLDER}/", f"{EDITOR_FOLDER}/")  # the engine's files that a copy carries
_PROGRAM = ("start.py", "requirements.txt")


def carried_program_files(root: Path, vocabulary: AcademyVocabulary) -> dict[str, bytes]:
    """Return the program for a copy of the academy at `root` by path, with the list of what the
    engine delivered.

    An academy without a list, such as this repository, counts as one of this engine. A copy is on
    no host. Raises EngineWheelError and DeliveredError.
    """
    program, delivered = program_files(), read_delivered(root)
    earlier = (
        {path: file for path, file in delivered.files.items() if path.startswith(_FOLDERS)}
        if delivered
        else {path: listed_file(content) for path, content in editor_files(vocabulary)}
    )
    return {**program, DELIVERED: delivered_text("none", program, earlier).encode()}


def is_sound_list(academy: Path) -> bool:
    """Return whether the list in a copy of an academy names only files that an engine delivers.

    An upgrade may replace and delete what is listed, so a list must not name anything else. An
    academy without a list has a sound one.
    """
    try:
        delivered = read_delivered(academy)
    except DeliveredError:
        return False
    return delivered is None or all(
        path in _PROGRAM or path.startswith((*_FOLDERS, f"{ENGINE_FOLDER}/"))
        for path in delivered.files
    )
