"""The wheel and the sdist of the engine, as `pip` and `uv` build them from the sources."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest
import yaml

from generator.engine import engine_wheel, version, wheel_name
from tests.conftest import PROJECT, MakeOnce

DATE = 1_700_000_000  # of the sources: 14 November 2023
LEFT_BEHIND = (
    "build/lib/generator/old.py",
    "generator/.DS_Store",
    "generator/cli/__pycache__/build.cpython-311.pyc",
    "generator/old.egg-info",
    "site/index.html",
)


def checkout(folder: Path) -> Path:
    """The sources, as somebody works on them: with all that other programs leave behind."""
    for name in ("generator", "docs", "requirements"):
        shutil.copytree(PROJECT / name, folder / name)
    for name in ("pyproject.toml", "LICENSE", "README.md", "start.py"):
        shutil.copy(PROJECT / name, folder / name)
    (folder / "generator" / "old.egg-info").mkdir()
    for name in LEFT_BEHIND:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text("old", encoding="utf-8")
    return folder


def built_sdist(sources: Path, target: Path, umask: int = 0o022) -> bytes:
    """The sdist that uv builds from the sources."""
    build = ("uv", "build", "--quiet", "--offline", "--no-build-isolation", "--sdist")
    subprocess.run(
        (sys.executable, "-m", *build, "--python", sys.executable, "--out-dir", str(target)),
        cwd=sources,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(DATE)},
        umask=umask,
        check=True,
    )
    return (target / sdist_name()).read_bytes()


def sdist_name() -> str:
    return f"learning_academy-{version()}.tar.gz"


def offline_pip(*words: str) -> None:
    options = ("--quiet", "--no-deps", "--no-index")
    subprocess.run((sys.executable, "-m", "pip", *words, *options), check=True)


@pytest.fixture(scope="module")
def sdist(make_once: MakeOnce) -> Path:
    """The sdist of a checkout."""

    def make(folder: Path) -> None:
        built_sdist(checkout(folder / "checkout"), folder)

    return make_once("sdist", make) / sdist_name()


@pytest.fixture(scope="module")
def wheel(make_once: MakeOnce, sdist: Path) -> Path:
    """The wheel that pip builds from the sdist, without a network."""

    def make(folder: Path) -> None:
        offline_pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(sdist))

    return make_once("from-sdist", make) / wheel_name()


def metadata() -> Message:
    with zipfile.ZipFile(io.BytesIO(engine_wheel())) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        return BytesParser().parsebytes(archive.read(name))


def test_an_sdist_has_the_same_bytes_in_another_folder_of_another_user(
    sdist: Path, tmp_path: Path
) -> None:
    sources = checkout(tmp_path / "Ein anderer Ordner – é")
    for file in sources.rglob("*.py"):
        os.utime(file, (0, 0))
        file.chmod(0o700)
    assert built_sdist(sources, tmp_path / "out", umask=0o077) == sdist.read_bytes()


def test_an_sdist_holds_the_sources_of_the_engine_and_nothing_else(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        entries = archive.getmembers()
    stem = f"learning_academy-{version()}"
    names = {entry.name.removeprefix(f"{stem}/") for entry in entries}
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"LICENSE", "PKG-INFO", "generator", "pyproject.toml"}
    assert names & {*LEFT_BEHIND} == set()
    assert {entry.mtime for entry in entries} == {DATE}
    assert {(entry.uid, entry.gid, entry.uname, entry.mode) for entry in entries} == {
        (0, 0, "", 0o644)
    }
    assert sdist.stat().st_size < 2_000_000


def test_the_wheel_from_an_sdist_is_the_one_that_academies_carry(wheel: Path) -> None:
    assert wheel.read_bytes() == engine_wheel()


def test_an_engine_that_was_installed_from_an_sdist_starts_an_academy(
    wheel: Path, tmp_path: Path
) -> None:
    offline_pip("install", "--target", str(tmp_path / "installed"), str(wheel))
    answers = ("--name", "A", "--about", "B", "--area", "Kent", "--host", "none", "--contact", "")
    done = subprocess.run(
        (sys.executable, "-m", "generator", "init", "new", *answers),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new" / "engine" / wheel_name()).read_bytes() == engine_wheel()


def test_the_package_names_the_pythons_that_are_tested() -> None:
    tests = yaml.safe_load((PROJECT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    stated = [word for word in metadata().get_all("Classifier", []) if "Python :: 3." in word]
    pythons = tests["jobs"]["tests"]["strategy"]["matrix"]["python"]
    assert stated == [f"Programming Language :: Python :: {number}" for number in pythons]
    assert metadata()["Requires-Python"] == f">={pythons[0]}"


def test_the_package_states_the_licence_of_each_file_that_others_made() -> None:
    stated = metadata()["License-Expression"].split(" AND ")
    assert stated == ["MIT", "OFL-1.1", "BSD-3-Clause"]
    vendored = (PROJECT / "generator" / "theme" / "VENDORED.md").read_text(encoding="utf-8")
    files = metadata().get_all("License-File", [])
    for name in re.findall(r"`([^`]*LICENSE\.txt)`", vendored):
        assert any(file.endswith(f"/{name}") for file in files), name


def test_the_description_has_no_link_that_would_lead_nowhere_on_an_index() -> None:
    text = metadata().get_payload()
    assert isinstance(text, str)
    assert text.startswith("# Learning Academy\n")
    assert metadata()["Description-Content-Type"] == "text/markdown"
    targets = re.findall(r"\]\(([^)]+)\)", text)
    assert [target for target in targets if not target.startswith("https://")] == []


def test_the_engine_is_built_with_what_it_needs_to_run() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {*project["build-system"]["requires"]} <= {*project["project"]["dependencies"]}
