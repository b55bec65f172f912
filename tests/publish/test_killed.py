"""Killed at any moment and at any step: the last good site stays, or the next one is whole."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.publish import StagedSite
from tests.conftest import PROJECT
from tests.publish.twice import Twice, read_twice

# each way in which a build changes a name, or waits for the disk
STEPS = ("rename", "renameat", "renameat2", "link", "linkat", "symlink", "fsync", "syncfs")
CHANGES = ("mkdir", "unlink", "unlinkat", "rmdir")


def killed(states: Path, folder: Path, count: int, seed: int) -> dict[str, object]:
    words = (str(states), str(folder), str(count), str(seed))
    command = [sys.executable, "-m", "tests.publish.killing", *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    report: dict[str, object] = json.loads(done.stdout)
    sys.stdout.write(f"{count} builds killed: {report}\n")  # shown with `pytest -s`
    return report


def test_killed_at_some_random_moments(states: Path, tmp_path: Path) -> None:
    report = killed(states, tmp_path, 2, 1)
    assert (report["damaged"], report["missed"], report["wrong"]) == (0, 0, 0)


@pytest.mark.proof
def test_killed_at_two_hundred_random_moments(states: Path, tmp_path: Path) -> None:
    report = killed(states, tmp_path, 240, 2)
    assert (report["damaged"], report["missed"], report["wrong"]) == (0, 0, 0)
    assert isinstance(report["reads"], int)
    assert report["reads"] > 1000
    assert isinstance(report["phases"], dict)
    assert {"reading", "writing", "verifying"} <= set(report["phases"])


def _on_one_processor() -> None:
    # strace counts the calls of each process: with workers, the n-th one is another each time
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def traced(both: Twice, site: Path, *words: str) -> str:
    """Build the second state under strace; what strace wrote down."""
    assert shutil.which("strace"), "This test needs strace on the path."
    log = site.parent / "trace.txt"
    build = (sys.executable, "-m", "generator", "build", "--site", str(site))
    subprocess.run(
        ["strace", "-f", "-qq", "-o", str(log), *words, *build],
        cwd=both.configs[1].parent,
        capture_output=True,
        check=False,
        preexec_fn=_on_one_processor,
    )
    text = log.read_text(encoding="utf-8", errors="replace")
    log.unlink()
    return text


def lay(both: Twice, site: Path) -> None:
    """The first state, published, with nothing beside it."""
    shutil.rmtree(site.parent, ignore_errors=True)
    site.parent.mkdir(parents=True)
    for url, content in both.trees[0].items():
        (site / url).parent.mkdir(parents=True, exist_ok=True)
        (site / url).write_bytes(content)


def counted(both: Twice, site: Path, names: tuple[str, ...], *words: str) -> Counter[str]:
    """How often a build takes each step."""
    lay(both, site)
    text = traced(both, site, "-e", f"trace={','.join(names)}", *words)
    assert both.state(site) == 1
    return Counter(re.findall(r"^\d+ +(\w+)\(", text, re.MULTILINE))


def killed_at(both: Twice, site: Path, step: str, number: int, *words: str) -> int | None:
    """Which state the site is of after a kill at a step and the start of a next build."""
    lay(both, site)
    wanted = ("-e", f"trace={step},renameat2", "-e", f"inject={step}:signal=KILL:when={number}")
    assert "+++ killed by SIGKILL +++" in traced(both, site, *wanted, *words)
    if not words:
        assert both.state(site) is not None
    StagedSite(site, patience=0).discard()
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.lock", "site"]
    return both.state(site)


@pytest.mark.proof
def test_killed_at_every_rename_link_and_sync(states: Path, tmp_path: Path) -> None:
    both, site = read_twice(states), tmp_path / "public" / "site"
    steps = counted(both, site, STEPS)
    assert set(steps) >= {"renameat2", "syncfs"}
    for step, times in sorted(steps.items()):
        for number in range(1, times + 1):
            assert killed_at(both, site, step, number) is not None, (step, number)


@pytest.mark.proof
def test_killed_at_every_rename_where_names_cannot_be_exchanged(
    states: Path, tmp_path: Path
) -> None:
    """As on Windows and some network drives: there the site may be gone until the next build."""
    both, site = read_twice(states), tmp_path / "public" / "site"
    cannot = ("-e", "inject=renameat2:error=EINVAL")
    steps = counted(both, site, ("rename", "fsync", "syncfs", "renameat2"), *cannot)
    assert steps["rename"] == 3
    for step in ("rename", "fsync", "syncfs"):
        for number in range(1, steps[step] + 1):
            assert killed_at(both, site, step, number, *cannot) is not None, (step, number)


@pytest.mark.proof
def test_killed_while_folders_are_made_and_cleared(states: Path, tmp_path: Path) -> None:
    both, site = read_twice(states), tmp_path / "public" / "site"
    steps = counted(both, site, CHANGES)
    for step, times in sorted(steps.items()):
        for number in range(1, times + 1, max(times // 8, 1)):
            assert killed_at(both, site, step, number) is not None, (step, number)


def test_two_builds_at_once_do_not_mix(states: Path, tmp_path: Path) -> None:
    both, site = read_twice(states), tmp_path / "public" / "site"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--site", str(site)],
            cwd=config.parent,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for config in both.configs
    ]
    assert [one.wait(120) for one in running] == [0, 0]
    assert both.state(site) is not None
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.lock", "site"]
