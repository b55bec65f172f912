"""One more record never breaks a site: whatever academy `check` accepts, `verify` does too."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from generator import parallel
from tests.conftest import SMALL
from tests.random_academies import Host, host, random_academy

__all__ = ["host"]  # a fixture


@pytest.fixture(autouse=True)
def _one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processor_count", lambda: 1)


def faults(host: Host, folder: Path, seed: int, steps: int) -> list[str]:
    """What is wrong with the site of the academy of one seed."""
    random_academy(folder / "academy", Random(seed), steps)
    return [found.as_text() for found in host.site_of(folder / "academy", folder / "site")]


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.proof)])
def test_whatever_check_accepts_verify_does_too(host: Host, tmp_path: Path, seed: int) -> None:
    assert faults(host, tmp_path, seed, steps=8) == []


@pytest.mark.parametrize("title", [pytest.param("Fife", marks=pytest.mark.proof), "Łódź 🏥"])
def test_the_smallest_area_breaks_nothing(host: Host, tmp_path: Path, title: str) -> None:
    academy = shutil.copytree(SMALL, tmp_path / "academy")
    area = academy / "registry" / "areas" / "fife.yaml"
    area.write_text(f"title: {title}\ntype: place\n", encoding="utf-8")
    assert host.site_of(academy, tmp_path / "site") == ()


@pytest.mark.proof
@pytest.mark.parametrize("seed", [2, 3, 4, *range(1000, 1300)])
def test_hundreds_of_academies_are_sound(host: Host, tmp_path: Path, seed: int) -> None:
    assert faults(host, tmp_path, seed, steps=20) == []
