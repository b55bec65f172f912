"""Forms that stay open for all tests: to open one takes longer than most tests."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows

_EMPTY = """() => {
    const { form } = academy.share;
    form.setAnswers({});
    form.record.shortName.set("");
    for (const field of form.element.querySelectorAll(".la-field--invalid")) {
        field.classList.remove("la-field--invalid");
        field.querySelector("[aria-invalid]").removeAttribute("aria-invalid");
        Object.assign(field.querySelector(".la-field__error"), { textContent: "", hidden: true });
    }
    form.layout.summary.replaceChildren();
    form.layout.summary.hidden = true;
    form.layout.file.replaceChildren();
    form.layout.file.hidden = true;
    form.layout.preview.update();
    academy.share.showProgress(form.layout.chapters);
    for (const fold of form.element.querySelectorAll("details")) {
        fold.open = fold.classList.contains("la-preview");
        delete fold.dataset.opened;
    }
    document.activeElement.blur();
    scrollTo(0, 0);
    localStorage.clear();
}"""


def open_form(page: Page, site: Path, kind: str = "prototype", query: str = "") -> None:
    """Open the form of a kind, and wait until it can be filled in."""
    page.goto((site / "share" / f"{kind}.html").as_uri() + query)
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()


class KeptForms:
    """The form of each kind, in a window of its own, emptied before it is used again.

    Not for tests that add records, choose files or open the form again with a draft: what a page
    knows of these stays.
    """

    def __init__(self, windows: Windows, site: Path) -> None:
        self._windows = windows
        self._site = site
        self._kept: dict[str, Watched] = {}

    def empty(self, kind: str = "prototype") -> Watched:
        """The form of a kind without an answer."""
        if kind not in self._kept:
            self._kept[kind] = self._windows.open(f"/* the {kind} of {self._site} */")
            open_form(self._kept[kind].page, self._site, kind)
        self._kept[kind].page.evaluate(_EMPTY)
        return self._kept[kind]
