"""A whole bundle, carried to where there is no network: read in two browsers, and built again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT
from tests.namespaces import in_namespace
from tests.sites import FIRST_ACADEMY, run, tree

pytestmark = [pytest.mark.proof, pytest.mark.browser]

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the first academy for this sort of machine, unpacked."""
    folder = tmp_path_factory.mktemp("carried")
    wanted = ("--for", "linux", "--python", PYTHON, "--to", str(folder / "academy.zip"))
    done = run("generator", "bundle", *wanted, folder=FIRST_ACADEMY)
    assert done.returncode == 0, done.stderr
    done = run("generator", "unpack", "academy.zip", "stick", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "stick"


def test_it_is_read_in_both_browsers_without_a_network(carried: Path) -> None:
    command = [
        *in_namespace("--net"),
        sys.executable,
        "-m",
        "tests.publish.offline_walk",
        str(carried),
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["network"] == []
    assert report["chromium"]["home"] == "Learning Academy"
    assert report["chromium"]["wrong"] == []
    for browser in ("chromium", "firefox"):
        assert report[browser]["asked"] == []
        assert report[browser]["pages"] > 50
        assert report[browser]["searched"] == "Pooled budget"
        assert report[browser]["written"].startswith("title: Carers' café\n")


def test_it_is_built_again_without_a_network_byte_for_byte(carried: Path) -> None:
    python = shutil.which("python3", path=str(Path(sys.base_prefix) / "bin")) or sys.executable
    bare = {"PATH": os.defpath, "HOME": str(carried.parent)}
    command = [
        *in_namespace("--net"),
        python,
        "start.py",
        "build",
        "--site",
        str(carried.parent / "again"),
    ]
    done = subprocess.run(
        command, cwd=carried / "academy", env=bare, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(carried.parent / "again") == tree(carried / "site")


def test_a_record_is_added_there_and_sent_back(carried: Path) -> None:
    academy = shutil.copytree(carried / "academy", carried.parent / "theirs", symlinks=True)
    new = academy / "prototypes" / "carers-cafe.yaml"
    text = "title: Carers' café\nsummary: A drop-in.\nareas: [darlington]\nstage: idea\n"
    new.write_text(text, encoding="utf-8")
    wanted = ("--for", "linux", "--python", PYTHON, "--to", "back.zip")
    command = [*in_namespace("--net"), sys.executable, "-m", "generator", "bundle", *wanted]
    done = subprocess.run(command, cwd=academy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    done = run("generator", "verify", str(academy / "back.zip"), folder=PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("generator", "unpack", str(academy / "back.zip"), "back", folder=academy)
    assert done.returncode == 0, done.stderr
    back = academy / "back"
    assert (back / "academy" / "prototypes" / "carers-cafe.yaml").read_text("utf-8") == text
    assert (back / "site" / "prototypes" / "carers-cafe.html").is_file()
    wheels = sorted(path.name for path in (carried / "academy" / "wheels").iterdir())
    assert sorted(path.name for path in (back / "academy" / "wheels").iterdir()) == wheels
