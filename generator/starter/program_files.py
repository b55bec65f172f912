"""What an academy needs to run: how to start, the engine, and its libraries with their hashes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.engine import engine_wheel, pinned_requirements, wheel_name

ENGINE_FOLDER = "engine"
_PLACEHOLDER = re.compile(r"\{\{ ([a-z_]+) \}\}")
START_IN_WHEEL = "generator/starter/files/start.py"
FILES = Path(__file__).resolve().parent / "files"


def program_files() -> Mapping[str, bytes]:
    """Return `start.py`, `requirements.txt` and the wheel of this engine, by their paths.

    Raises EngineWheelError when the engine cannot be packed.
    """
    wheel = engine_wheel()
    return {
        "start.py": (FILES / "start.py").read_bytes(),
        "requirements.txt": pinned_requirements(wheel).encode(),
        f"{ENGINE_FOLDER}/{wheel_name()}": wheel,
    }


def filled_file(name: str, /, **values: str) -> str:
    """Return a text file of the folder `files` with a value for each `{{ name }}` in it."""
    text = (FILES / name).read_text(encoding="utf-8")
    return _PLACEHOLDER.sub(lambda match: values[match[1]], text)
