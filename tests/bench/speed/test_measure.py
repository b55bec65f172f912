"""What is measured is the whole tree of a command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.speed.builders import Builder
from tests.bench.speed.measure import RunError, Step, memory_of, run, tree
from tests.bench.speed.results import Stage
from tests.bench.speed.stages import take_stages

# a child holds 80 MB for half a second, its parent nothing
_CHILD = "held = b'x' * 80_000_000; import time; time.sleep(0.5)"
_PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_CHILD!r}])"


def test_memory_of_children_counts(tmp_path: Path) -> None:
    cost = run([Step((sys.executable, "-c", _PARENT), tmp_path)], tmp_path / "log")
    assert 80_000_000 < cost.memory < 200_000_000
    assert cost.processor > 0
    assert cost.wall >= 0.5


def test_steps_are_added_up_but_for_memory(tmp_path: Path) -> None:
    pause = Step((sys.executable, "-c", "import time; time.sleep(0.3)"), tmp_path)
    cost = run([pause, pause], tmp_path / "log")
    assert cost.wall >= 0.6
    assert cost.memory < 40_000_000


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="ended with 3:\nno pages"):
        run([Step(("sh", "-c", "echo no pages; exit 3"), tmp_path)], tmp_path / "log")


def test_a_tree_is_a_process_and_those_below_it() -> None:
    with subprocess.Popen(["sleep", "60"]) as child:
        assert child.pid in tree(os.getpid())
        assert memory_of(tree(os.getpid())) > memory_of((child.pid,)) > 0
        child.kill()


def test_a_cold_build_starts_without_what_another_left(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    for folder in (site, cache):
        folder.mkdir()
    Builder((), site, (cache, tmp_path / "none")).clear()
    assert not site.exists()
    assert not cache.exists()


def test_stages_are_read_where_a_build_says_them(tmp_path: Path) -> None:
    file = tmp_path / "stages.json"
    assert take_stages(file, 100, "cold") == ()
    file.write_text('{"read": 1.5, "press": 2}')
    assert take_stages(file, 100, "cold") == (
        Stage(100, "cold", "read", 1.5),
        Stage(100, "cold", "press", 2.0),
    )
    assert take_stages(file, 100, "build") == ()
