"""Forms that stay open for the tests of a module: to open one takes longer than most tests."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows

_EMPTY = """() => {
    academy.share.form.setAnswers({});
    document.querySelectorAll("details[open]").forEach(one => { one.open = false; });
    localStorage.clear();
}"""


def open_form(page: Page, site: Path, kind: str = "prototype", query: str = "") -> None:
    """Open the form of a kind, and wait until it can be filled in."""
    page.goto((site / "share" / f"{kind}.html").as_uri() + query)
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()


class KeptForms:
    """The form of each kind, in a window of its own, emptied before it is used again."""

    def __init__(self, windows: Windows, site: Path, name: str) -> None:
        self._windows = windows
        self._site = site
        self._name = name
        self._kept: dict[str, Watched] = {}

    def empty(self, kind: str = "prototype") -> Watched:
        """The form of a kind without an answer."""
        if kind not in self._kept:
            self._kept[kind] = self._windows.open(f"/* {self._name}: {kind} */")
            open_form(self._kept[kind].page, self._site, kind)
        self._kept[kind].page.evaluate(_EMPTY)
        return self._kept[kind]
