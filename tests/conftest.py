"""What the tests share: where the project is, and small academies to try things on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
SMALL = PROJECT / "tests" / "academy"

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

Academy = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def academy(tmp_path: Path) -> Academy:
    """Writes an academy from path → text, and gives its root."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path

    return write


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small academy of `tests/academy`, free to change."""
    return shutil.copytree(SMALL, tmp_path / "small")
