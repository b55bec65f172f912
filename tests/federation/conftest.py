"""Two small academies, of which one can follow the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.federation.neighbours import small_academy


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The academy that follows."""
    return small_academy(tmp_path / "home", "Home Academy")


@pytest.fixture
def vale(tmp_path: Path) -> Path:
    """The academy that is followed."""
    return small_academy(tmp_path / "vale", "Vale Academy")
