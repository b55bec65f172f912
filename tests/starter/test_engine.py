"""The wheel of the engine: the same bytes from its sources and from an installation."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.engine import engine_wheel, is_newer, pinned_requirements, version, wheel_name
from generator.starter.program_files import FILES
from tests.sites import copy_small, run_academy

_SAVE = (
    "import pathlib, sys; from generator.engine import engine_wheel; "
    "pathlib.Path(sys.argv[1]).write_bytes(engine_wheel())"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment in which the engine comes from an installed wheel, not from its sources."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = folder / wheel_name()
    wheel.write_bytes(engine_wheel())
    uv = (sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps")
    here = ("--python", sys.executable, "--target", str(folder / "packages"))
    subprocess.run((*uv, *here, str(wheel)), check=True)
    return {**os.environ, "PYTHONPATH": str(folder / "packages")}


def python(
    *words: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, *words),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_installation_makes_the_wheel_that_it_came_from(
    installed: Mapping[str, str], tmp_path: Path
) -> None:
    done = python("-c", _SAVE, "made.whl", folder=tmp_path, environment=installed)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "made.whl").read_bytes() == engine_wheel()


def test_an_installation_makes_a_bundle(installed: Mapping[str, str], tmp_path: Path) -> None:
    small = copy_small(tmp_path / "small")
    command = ("-m", "generator", "bundle", "--for", "none", "--to", "small.zip")
    done = python(*command, folder=small, environment=installed)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run_academy("verify", "small.zip", folder=small)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_that_is_missing_from_an_installation_is_named(
    installed: Mapping[str, str], tmp_path: Path
) -> None:
    schema = Path(installed["PYTHONPATH"]) / "generator" / "theme" / "VENDORED.md"
    content = schema.read_bytes()
    schema.unlink()
    try:
        done = python("-c", _SAVE, "made.whl", folder=tmp_path, environment=installed)
    finally:
        schema.write_bytes(content)
    assert "A file of the program is missing: generator/theme/VENDORED.md." in done.stderr


def test_the_engine_and_each_library_are_pinned_with_a_hash() -> None:
    wheel = engine_wheel()
    text = pinned_requirements(wheel)
    assert text.endswith(f"--hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n")
    requirements = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert all("==" in line and line.endswith("\\") for line in requirements)


@pytest.mark.parametrize(
    ("number", "newer"),
    [
        ("{}", False),
        ("{}.0", False),
        ("{}rc1", False),
        ("{}.dev3", False),
        ("{}.post1", True),
        ("{}.1rc1", True),
        ("{}.1.dev1", True),
        ("0.0.9", False),
        ("0.10.0", True),
        ("1!0.0.1", True),
    ],
)
def test_versions_are_compared_as_package_indexes_do(number: str, newer: bool) -> None:
    assert is_newer(number.format(version())) == newer


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("", "build --open --site {site}"),
        ("build", "build --site {site}"),
        ("build --site other", "build --site other"),
        ("verify", "verify {site}"),
        ("verify other", "verify other"),
        ("check", "check"),
    ],
)
def test_a_copy_from_a_bundle_builds_and_checks_the_site_beside_it(
    tmp_path: Path, words: str, command: str
) -> None:
    academy = tmp_path / "academy"
    academy.mkdir()
    shutil.copy(FILES / "start.py", academy)
    (tmp_path / "START HERE.html").touch()
    code = "import start, sys; print(*start.command_of(sys.argv[1:]))"
    shown = subprocess.check_output([sys.executable, "-c", code, *words.split()], cwd=academy)
    assert shown.decode().strip() == command.format(site=tmp_path / "site")
