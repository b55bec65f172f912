"""Where the time of our own build goes: the build says it in a file, if it is asked to."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from tests.bench.speed.results import Stage

# names the file to which a build writes a JSON object: the name of each stage → its seconds
ASKS = "ACADEMY_STAGES"
_SECONDS = TypeAdapter(dict[str, float])


def take_stages(file: Path, records: int, way: str) -> tuple[Stage, ...]:
    """The stages of the build that wrote `file`, in its order; none where it wrote nothing.

    The file is gone then, so that no other build is taken for this one.
    """
    if not file.is_file():
        return ()
    stages = _SECONDS.validate_json(file.read_bytes())
    file.unlink()
    return tuple(Stage(records, way, name, seconds) for name, seconds in stages.items())
