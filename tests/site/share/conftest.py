"""The forms that all tests of sharing fill in, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.windows import Windows
from tests.site.share.kept_forms import KeptForms


@pytest.fixture(scope="session")
def small_forms(windows: Windows, small_site: Path) -> KeptForms:
    """The forms of the small academy."""
    return KeptForms(windows, small_site)


@pytest.fixture(scope="session")
def first_forms(windows: Windows, first_site: Path) -> KeptForms:
    """The forms of the first academy."""
    return KeptForms(windows, first_site)
