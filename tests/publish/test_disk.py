"""A disk that is full or read-only, at any stage of a build: the last site stays as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.namespaces import in_namespace

CASES = [
    *(("full", stage, "ENOSPC") for stage in ("start", "Reading", "Writing")),
    *(("read-only", stage, "EACCES") for stage in ("start", "Reading", "Writing", "Verifying")),
    ("mounted read-only", "start", "EROFS"),
]
QUICK = [("full", "Writing", "ENOSPC"), ("mounted read-only", "start", "EROFS")]


def failed(states: Path, folder: Path, how: str, stage: str) -> dict[str, object]:
    # root minds the rights of folders only where it may not overrule them
    limited = ["setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override"]
    command = [
        *in_namespace("--mount"),
        *limited,
        sys.executable,
        "-m",
        "tests.publish.failing",
        str(states),
        str(folder / "disk"),
        how,
        stage,
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, object] = json.loads(done.stdout)
    return report


@pytest.mark.parametrize(
    ("how", "stage", "expected"),
    [pytest.param(*one, marks=[] if one in QUICK else [pytest.mark.proof]) for one in CASES],
)
def test_the_last_site_stays_and_the_next_build_works(
    states: Path, tmp_path: Path, how: str, stage: str, expected: str
) -> None:
    report = failed(states, tmp_path, how, stage)
    assert report["failed"] == [stage]
    assert (report["said"], report["kept"], report["then"]) == (expected, 0, 1)
    assert report["left"] == [".site.lock", "site"]


@pytest.mark.proof
def test_a_disk_that_fills_when_all_is_written_stops_nothing(states: Path, tmp_path: Path) -> None:
    report = failed(states, tmp_path, "full", "Verifying")
    assert report["failed"] == ["Verifying"]
    assert (report["said"], report["kept"], report["then"]) == ("", 1, 1)
