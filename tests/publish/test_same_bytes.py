"""The same records give the same bytes: elsewhere, at another time, in another language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.publish.bundles import all_bytes
from tests.sites import copy_first_academy, copy_small, run_academy, tree

# what a Python takes in before anything else: folders are listed the other way round
_BACKWARDS = """
import os
_list, _scan = os.listdir, os.scandir
def listdir(path="."):
    return sorted(_list(path), reverse=True)
class scandir:
    def __init__(self, path="."):
        with _scan(path) as entries:
            self.entries = iter(sorted(entries, key=lambda one: one.name, reverse=True))
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
os.listdir, os.scandir = listdir, scandir
"""


@dataclass(frozen=True)
class Way:
    """One way in which a machine can differ."""

    name: str
    folder: str = "academy"
    environment: dict[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    umask: int = 0o022
    backwards: bool = False


WAYS = (
    Way("path", folder="Ein anderer Ordner – é"),
    Way("time zone", environment={"TZ": "Pacific/Kiritimati"}),
    Way("locale", environment={"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}),
    Way("umask", umask=0o077),
    Way("hash seed", environment={"PYTHONHASHSEED": "4711"}),
    Way("file order", backwards=True),
    Way("clock", before=("faketime", "-f", "@2038-05-06 07:08:09")),
    Way("one processor", before=("taskset", "-c", "0")),
)
ALL = Way(
    "all of these",
    "Ein anderer Ordner – é",
    {key: value for way in WAYS for key, value in way.environment.items()},
    tuple(word for way in WAYS for word in way.before),
    0o077,
    backwards=True,
)
Copy = Callable[[Path], Path]


def built(copy: Copy, folder: Path, way: Way, *words: str) -> Path:
    """An academy in a folder of its own, built in some way; its folder."""
    for program in way.before[:1]:
        assert shutil.which(program), f"This test needs {program} on the path."
    project = copy(folder / way.folder)
    extra = {"PYTHONHASHSEED": "0", **way.environment}
    paths = [str(PROJECT)]
    if way.backwards:
        (folder / "start").mkdir()
        (folder / "start" / "sitecustomize.py").write_text(_BACKWARDS, encoding="utf-8")
        paths.insert(0, str(folder / "start"))
    command = [*way.before, sys.executable, "-m", "generator", *words]
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, **extra, "PYTHONPATH": os.pathsep.join(paths)},
        umask=way.umask,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return project


def same(first: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """What differs, by name."""
    return sorted(
        name for name in first.keys() | other.keys() if first.get(name) != other.get(name)
    )


def test_a_small_academy_in_every_way_at_once(tmp_path: Path, small_site: Path) -> None:
    project = built(copy_small, tmp_path, ALL, "build")
    assert same(tree(small_site), tree(project / "site")) == []


@pytest.mark.proof
@pytest.mark.parametrize("way", WAYS, ids=lambda one: one.name)
def test_a_small_academy_in_each_way(tmp_path: Path, small_site: Path, way: Way) -> None:
    project = built(copy_small, tmp_path, way, "build")
    assert same(tree(small_site), tree(project / "site")) == []


@pytest.mark.proof
def test_the_first_academy_and_its_bundle_in_every_way_at_once(tmp_path: Path) -> None:
    bundle = ("bundle", "--for", "none", "--to", "one.zip")
    (tmp_path / "usual").mkdir()
    usual = built(copy_first_academy, tmp_path / "usual", Way("usual"), *bundle)
    other = built(copy_first_academy, tmp_path, ALL, *bundle)
    assert (usual / "one.zip").read_bytes() == (other / "one.zip").read_bytes()


def test_the_day_of_making_can_be_set(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    done = run_academy("bundle", "--for", "none", "--to", "one.zip", folder=small_project)
    assert done.returncode == 0, done.stderr
    assert b"It was last changed on 1 January 2030" in all_bytes(small_project / "one.zip")
