"""An academy that receives, and what it is sent."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import run_academy, tree

Receive = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def receive(small_project: Path, tmp_path: Path) -> Receive:
    """Hands in bytes or text under a file name; `words` are more options of the command."""

    def hand_in(
        data: bytes | str, name: str = "sent.zip", *words: str
    ) -> subprocess.CompletedProcess[str]:
        file = tmp_path / "sent" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return run_academy("receive", str(file), *words, folder=small_project)

    return hand_in


def records_of(root: Path) -> dict[str, bytes]:
    """Every file of an academy."""
    return tree(root)
