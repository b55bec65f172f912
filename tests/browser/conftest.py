"""A real Chromium, with everything that needs a network counted as a failure."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium or Chrome."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    assert path, "The browser tests need Chromium or Google Chrome on the path."
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield one
        one.close()
