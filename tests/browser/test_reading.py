"""The site as a reader meets it: opened from a folder, on a phone or a desktop, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.model.kinds import KINDS
from tests.browser.conftest import Opened
from tests.browser.kinds import FRAMES, Frame, kinds_of_page
from tests.browser.watching import Watched
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser


@pytest.fixture
def watched(windows: Windows) -> Iterator[Watched]:
    watched = windows.open()
    yield watched
    assert watched.wrong == []


@pytest.mark.parametrize(
    "frame", [pytest.param(FRAMES[0], marks=pytest.mark.proof), FRAMES[3]], ids=str
)
def test_the_longest_pages_open_from_a_folder(
    first_site: Path, opened: Opened, frame: Frame
) -> None:
    """The same for one page of every kind, in every frame: `test_accessible.py` and its proof."""
    for url in kinds_of_page(first_site)[:: 8 if frame.width > 700 else 5]:
        page = opened(frame).open((first_site / url).as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= frame.width, f"{url} scrolls sideways: {wide} px at {frame.width}"


def test_dark_follows_the_system_and_the_switch_overrules_it(
    windows: Windows, first_site: Path
) -> None:
    page = windows.open(color_scheme="dark").open((first_site / "index.html").as_uri())
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Use light colours").click()
    light = page.evaluate(paper)
    assert dark != light
    page.goto((first_site / "prototypes/index.html").as_uri())
    assert page.evaluate(paper) == light


def test_the_first_tab_skips_to_the_content(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Skip to content")
    expect(focused).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


@pytest.mark.parametrize("width", [360, 1280])
def test_every_list_and_the_boards_are_two_clicks_away(
    windows: Windows, first_site: Path, width: int
) -> None:
    page = windows.open(viewport={"width": width, "height": 900}).page
    page.goto((first_site / "boards/middlesbrough.html").as_uri())
    page.get_by_role("link", name="Menu", exact=True).click()
    menu = page.get_by_role("navigation", name="All pages")
    titles = [kind.labels for kind in KINDS if kind.slug != "learning"] + ["Board reports"]
    shown = menu.locator("a:visible").evaluate_all(
        "links => links.map((link) => [link.textContent.trim(), link.href])"
    )
    addresses = [address for title, address in shown if title in titles]
    assert sorted(titles) == sorted(title for title, _ in shown if title in titles)
    assert all(address.endswith("/index.html") for address in addresses)
    menu.get_by_role("link", name=titles[-1], exact=True).click()
    expect(page.locator("h1")).to_have_text("Board reports")


def test_contents_lead_to_the_parts_of_the_page(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "prototypes/darlington-dementia-collaborative.html").as_uri())
    page.get_by_role("navigation", name="On this page").get_by_role(
        "link", name="Recognition"
    ).click()
    expect(page.get_by_role("heading", name="Recognition", exact=True)).to_be_in_viewport()


def test_contents_unfold_on_a_phone(windows: Windows, first_site: Path) -> None:
    phone = windows.open(viewport={"width": 360, "height": 740})
    page = phone.open((first_site / "prototypes/darlington-dementia-collaborative.html").as_uri())
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_text("On this page").click()
    contents.get_by_role("link", name="Recognition").click()
    expect(page.get_by_role("heading", name="Recognition", exact=True)).to_be_in_viewport()


def test_from_home_to_an_answer_in_two_clicks(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "index.html").as_uri())
    page.get_by_role("link", name="Barriers", exact=True).click()
    page.get_by_role("link", name="Money and savings tied to separate organisations").click()
    expect(page.get_by_role("cell", name="Pooled budget")).to_be_visible()


def test_a_page_works_without_scripts(windows: Windows, first_site: Path) -> None:
    phone = {"width": 360, "height": 740}
    page = windows.open(java_script_enabled=False, viewport=phone).page
    page.goto((first_site / "prototypes/index.html").as_uri())
    page.get_by_role("link", name="Menu", exact=True).click()
    page.get_by_role("link", name="Practices", exact=True).first.click()
    expect(page).to_have_title("Practices - Learning Academy")
