"""A story with two pictures and a footnote, opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.windows import Windows
from tests.conftest import MakeOnce
from tests.media.test_site import build_illustrated

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    return make_once("pictures", build_illustrated) / "site"


def open_tabs(page: Page) -> None:
    """Show the parts of a page that stand under tabs, as a reader does one by one."""
    panels = "all => all.forEach((panel) => panel.removeAttribute('hidden'))"
    page.locator(".la-tab-panel").evaluate_all(panels)


def natural_sizes(page: Page) -> list[tuple[int, int]]:
    """The pixels of each picture of a record, once the reader has come to it."""
    open_tabs(page)
    images = page.locator("main img")
    for number in range(images.count()):
        images.nth(number).scroll_into_view_if_needed()
        images.nth(number).evaluate("image => image.decode()")
    sizes = "all => all.map((image) => [image.naturalWidth, image.naturalHeight])"
    return [(width, height) for width, height in images.evaluate_all(sizes)]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    ("url", "pictures"),
    [
        ("case-studies/a-year-of-visits.html", 2),
        ("prototypes/ashby-visits.html", 2),
        ("prototypes/index.html", 1),
    ],
)
def test_every_picture_is_seen_and_none_is_too_wide(
    windows: Windows, site: Path, url: str, pictures: int, width: int
) -> None:
    watched = windows.open(viewport={"width": width, "height": 800})
    page = watched.open((site / url).as_uri())
    sizes = natural_sizes(page)
    assert len(sizes) == pictures
    assert min(min(size) for size in sizes) > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = [box for image in page.locator("main img").all() if (box := image.bounding_box())]
    assert [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > width] == []
    assert watched.wrong == []


def test_the_note_of_a_story_with_pictures_is_reached(windows: Windows, site: Path) -> None:
    page = windows.open().page
    page.goto((site / "case-studies/a-year-of-visits.html").as_uri())
    page.get_by_role("link", name="Note 1", exact=True).click()
    assert page.get_by_text("Behind the library.").is_visible()
    assert page.get_by_role("img", name="A table with two cups").count() == 1


def test_a_picture_leaves_its_place_free_before_it_is_there(windows: Windows, site: Path) -> None:
    """So that nothing jumps while a reader reads."""
    page = windows.open(viewport={"width": 360, "height": 800}).page
    page.route("**/*.webp", lambda route: route.abort())
    page.goto((site / "prototypes/ashby-visits.html").as_uri())
    box = page.locator("header img[alt*=kitchen]").bounding_box()
    assert box is not None
    assert box["height"] > 100


def test_a_result_of_find_shows_the_lead_picture(windows: Windows, site: Path) -> None:
    watched = windows.open(viewport={"width": 360, "height": 800})
    page = watched.open((site / "find/index.html").as_uri() + "?q=shared+visits+in+ashby")
    card = page.locator(".la-card", has=page.get_by_role("link", name="Shared visits in Ashby"))
    picture = card.first.get_by_role("img")
    picture.scroll_into_view_if_needed()
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.naturalWidth") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert watched.wrong == []
