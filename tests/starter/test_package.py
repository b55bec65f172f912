"""The wheel and the sdist of the engine, as `pip` and `uv` build them from the sources."""

from __future__ import annotations

import io
import json
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

from generator.engine import engine_wheel, library_requirements, version, wheel_name
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
    for name in (".ci", "generator", "docs", "requirements"):
        shutil.copytree(PROJECT / name, folder / name)
    for name in ("pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md", ".gitignore"):
        shutil.copy(PROJECT / name, folder / name)
    (folder / "generator" / "old.egg-info").mkdir()
    for name in LEFT_BEHIND:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text("old", encoding="utf-8")
    return folder


BUILD = "import sys; from generator.engine.build_backend import *; build_sdist(sys.argv[1])"


def built_sdist(sources: Path, target: Path, umask: int = 0o022) -> bytes:
    """The sdist of the sources, from their own backend, as pip and uv call it."""
    target.mkdir()
    subprocess.run(
        (sys.executable, "-c", BUILD, str(target)),
        cwd=sources,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(DATE)},
        umask=umask,
        check=True,
    )
    return (target / sdist_name()).read_bytes()


def sdist_name() -> str:
    return f"learning_academy-{version()}.tar.gz"


@pytest.fixture(scope="module")
def release(make_once: MakeOnce) -> Path:
    """The files of a release, made as the release workflow does it."""

    def make(folder: Path) -> None:
        sources = checkout(folder / "checkout")
        git = ("git", "-c", "user.name=A", "-c", "user.email=a@academy.example")
        dated = {**os.environ, "GIT_COMMITTER_DATE": f"{DATE} +0000"}
        for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "A")):
            subprocess.run((*git, *words), cwd=sources, env=dated, check=True)
        command = (sys.executable, ".ci/package.py", "make", "../release")
        subprocess.run(command, cwd=sources, check=True)

    return make_once("release", make) / "release"


@pytest.fixture(scope="module")
def sdist(release: Path) -> Path:
    return release / "packages" / sdist_name()


@pytest.fixture(scope="module")
def wheel(release: Path) -> Path:
    return release / "packages" / wheel_name()


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


def test_the_released_wheel_is_the_one_that_academies_carry(wheel: Path) -> None:
    assert wheel.read_bytes() == engine_wheel()


def test_a_release_lists_every_library_with_its_hashes(release: Path) -> None:
    listed = json.loads((release / f"learning_academy-{version()}.cdx.json").read_text("utf-8"))
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    about = listed["metadata"]["component"]
    assert (about["name"], about["version"]) == ("learning-academy", version())
    libraries = {
        f"{library['name']}=={library['version']}": {
            one["content"] for part in library["externalReferences"] for one in part["hashes"]
        }
        for library in listed["components"]
    }
    locked = re.findall(
        r"^(\S+==\S+)(.*?)(?=^\S|\Z)", library_requirements(), re.MULTILINE | re.DOTALL
    )
    assert libraries == {
        name: {*re.findall(r"sha256:([0-9a-f]{64})", hashes)} for name, hashes in locked
    }


def test_an_engine_that_was_installed_from_an_sdist_starts_an_academy(
    sdist: Path, tmp_path: Path
) -> None:
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    offline = ("--no-build-isolation", "--target", str(tmp_path / "installed"))
    subprocess.run((*pip, *offline, str(sdist)), check=True)
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
