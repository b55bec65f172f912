"""Where the machine's own Chromium or Google Chrome is."""

from __future__ import annotations

import shutil

# The shell is Chromium without the windows of a desktop: the same engine, and a page is there in
# two thirds of the time.
NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)


def chromium_path() -> str:
    """Return the program to start. Raises AssertionError without one: no test is skipped."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "The browser tests need Chromium or Google Chrome on the path."
    return path
