"""Make the pictures of `docs/receive.md` again: what is sent, what the terminal says, the new page.

    python -m tests.receive_pictures

writes them into `docs/pictures`. Look at them before you commit them.
"""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from generator.host_mkdocs import build_site_once
from tests.conftest import PROJECT, launch
from tests.sites import copy_small, run_academy

FOLDER = PROJECT / "docs" / "pictures"
_WINDOW: ViewportSize = {"width": 760, "height": 620}
_QUALITY = 70  # of 100, of a WebP
_ANSWERS = {
    "title": "Falls car",
    "summary": "A paramedic and a nurse visit people who have fallen, in place of an ambulance.",
    "areas": ["ashby"],
    "stage": "idea",
}
_TERMINAL = (
    "margin:0;padding:18px;background:#1b1b1b;color:#f2f2f2;white-space:pre-wrap;"
    "font:15px/1.45 'DejaVu Sans Mono',monospace"
)


def make_pictures(folder: Path) -> None:
    """Write the pictures into a folder, from a submission that is really made and received."""
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        project = copy_small(Path(temporary) / "academy")
        build_site_once(project / "mkdocs.yml")
        browser = launch(playwright)
        page = browser.new_page(viewport=_WINDOW)
        file = project / "falls-car.zip"
        _save(_form_filled_in(page, project, file), folder / "receive-form.webp")
        _save(_terminal(browser, project, file), folder / "receive-terminal.webp")
        run_academy("receive", str(file), "--yes", folder=project)
        build_site_once(project / "mkdocs.yml")
        page.goto((project / "site" / "prototypes" / "falls-car.html").as_uri())
        _save(page.screenshot(), folder / "receive-page.webp")
        browser.close()


def _form_filled_in(page: Page, project: Path, file: Path) -> bytes:
    """Return a picture of the end of the form, and save what it sends."""
    page.goto((project / "site" / "share" / "prototype.html").as_uri())
    page.wait_for_selector("[data-share][data-ready=yes]")
    page.evaluate("answers => academy.share.form.setAnswers(answers)", _ANSWERS)
    page.get_by_role("button", name="Check your answers").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the file").click()
    waiting.value.save_as(file)
    return page.locator(".la-form__file").screenshot()


def _terminal(browser: Browser, project: Path, file: Path) -> bytes:
    """Return a picture of what the terminal says."""
    printed = run_academy("receive", file.name, folder=project).stdout
    text = f"> python start.py receive {file.name}\n\n{printed.strip()}"
    page = browser.new_page(viewport=_WINDOW)
    page.set_content(f'<body style="margin:0"><pre style="{_TERMINAL}">{escape(text)}</pre>')
    return page.locator("pre").screenshot()


def _save(picture: bytes, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.open(BytesIO(picture)).save(path, "WEBP", quality=_QUALITY, method=6)


if __name__ == "__main__":
    make_pictures(FOLDER)
