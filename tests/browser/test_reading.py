"""The site as a reader meets it: opened from a folder, on a phone or a desktop, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.kinds import KINDS
from generator.pages import all_plates

pytestmark = pytest.mark.browser

# what fits in 320 px fits on any telephone
SIZES = {"narrow": (320, 640), "desktop": (1280, 900)}


def kinds_of_page(site: Path, *, longest: bool = True) -> list[str]:
    """One page of each kind: Home, a list and a record of each kind, the rest.

    The record is the longest of its kind, or else the one of middling length.
    """
    found = ["about.html", "share.html", "accessibility.html"]
    # the lists of the kinds come below, with a record of each
    lists = {f"{kind.slug}/index.html" for kind in KINDS}
    found += [one.url for one in all_plates() if one.listed and one.url not in lists]
    found += [
        sorted(folder.glob("*.html"))[0].relative_to(site).as_posix()
        for folder in (site / "boards", site / "gaps")
    ]
    for kind in KINDS:
        records = [p for p in (site / kind.slug).glob("*.html") if p.name != "index.html"]
        records.sort(key=lambda path: (path.stat().st_size, path.name))
        record = records[-1 if longest else len(records) // 2]
        found += [f"{kind.slug}/index.html", f"{kind.slug}/{record.name}"]
    return found


@dataclass
class Watched:
    """A page that remembers all it was not meant to do."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(address)
        return self.page


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page())
    listen(watched)
    yield watched
    context.close()
    assert watched.wrong == []


def listen(watched: Watched) -> None:
    page, wrong = watched.page, watched.wrong
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    page.on(
        "request",
        lambda request: request.url.startswith("file:") or wrong.append(f"asked: {request.url}"),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_kind_of_page_opens_from_a_folder(
    browser: Browser, real_site: Path, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    watched = Watched(context.new_page())
    listen(watched)
    for url in kinds_of_page(real_site):
        page = watched.open((real_site / url).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{url} scrolls sideways: {wide} px at {width}"
        assert page.locator("h1").count() == 1, url
    context.close()
    assert watched.wrong == []


def test_dark_follows_the_system_and_the_switch_overrules_it(
    browser: Browser, real_site: Path
) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((real_site / "index.html").as_uri())
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Use light colours").click()
    light = page.evaluate(paper)
    assert dark != light
    page.goto((real_site / "prototypes/index.html").as_uri())
    assert page.evaluate(paper) == light
    context.close()


def test_the_first_tab_skips_to_the_content(watched: Watched, real_site: Path) -> None:
    page = watched.open((real_site / "areas/darlington.html").as_uri())
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to content")
    expect(focused).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_the_menu_on_a_phone_works_by_keyboard(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto((real_site / "areas/darlington.html").as_uri())
    hidden = page.get_by_role("link", name="Barriers", exact=True)
    expect(hidden).to_be_hidden()
    page.locator(".la-menu > summary").focus()
    page.keyboard.press("Enter")
    expect(hidden).to_be_visible()
    page.keyboard.press("Escape")
    expect(hidden).to_be_hidden()
    expect(page.locator(".la-menu > summary")).to_be_focused()
    page.keyboard.press("Enter")
    hidden.click()
    expect(page).to_have_title("Barriers - Learning Academy")
    context.close()


def test_contents_lead_to_the_parts_of_the_page(watched: Watched, real_site: Path) -> None:
    page = watched.open((real_site / "prototypes/darlington-dementia-collaborative.html").as_uri())
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Lessons").click()
    expect(page.get_by_role("heading", name="Lessons", exact=True)).to_be_in_viewport()


def test_contents_unfold_on_a_phone(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((real_site / "prototypes/darlington-dementia-collaborative.html").as_uri())
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_text("On this page").click()
    contents.get_by_role("link", name="Lessons").click()
    expect(page.get_by_role("heading", name="Lessons", exact=True)).to_be_in_viewport()
    context.close()


def test_from_home_to_an_answer_in_two_clicks(watched: Watched, real_site: Path) -> None:
    page = watched.open((real_site / "index.html").as_uri())
    page.get_by_role("link", name="Barriers", exact=True).click()
    page.get_by_role("link", name="Money and savings tied to separate organisations").click()
    expect(page.get_by_role("cell", name="Pooled budget")).to_be_visible()


def test_a_page_works_without_scripts(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((real_site / "prototypes/index.html").as_uri())
    page.locator(".la-menu > summary").click()
    page.get_by_role("link", name="Practices", exact=True).first.click()
    expect(page).to_have_title("Practices - Learning Academy")
    context.close()


def test_print_leaves_the_menu_out_and_keeps_the_words(watched: Watched, real_site: Path) -> None:
    page = watched.open((real_site / "areas/darlington.html").as_uri())
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("link", name="Learning Academy")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
