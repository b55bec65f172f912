"""What the tests of publishing share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeOnce
from tests.publish.twice import make_twice
from tests.sites import copy_small, run_academy


def make_bundle(folder: Path) -> None:
    done = run_academy("bundle", "--for", "none", folder=copy_small(folder))
    assert done.returncode == 0, done.stderr
    assert "Fingerprint " in done.stdout


@pytest.fixture(scope="session")
def states(make_once: MakeOnce) -> Path:
    """One academy in two states, built once each. Tests build them again elsewhere."""
    return make_once("states", make_twice)


@pytest.fixture(scope="session")
def made(make_once: MakeOnce) -> Path:
    """The bundle of the small academy, without libraries."""
    return next((make_once("bundle", make_bundle) / "dist").glob("*.zip"))
