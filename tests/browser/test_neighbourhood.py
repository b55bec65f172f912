"""The picture of the records linked to a record, which the browser draws from their table."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_figures import FAULTS
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

DRAWN = "#neighbourhood .la-figure__save"
LINKS = "elements => elements.map(link => link.getAttribute('href')).sort()"


def opened(page: Page, file: Path) -> Page:
    page.goto(f"{file.as_uri()}#neighbourhood")
    page.wait_for_selector(DRAWN)
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_words_stay_apart_and_inside(first_site: Path, windows: Windows, width: int) -> None:
    watched = windows.open(viewport={"width": width, "height": 800})
    for file in busiest_pages(first_site):
        page = opened(watched.page, file)
        assert page.evaluate(FAULTS) == [], file.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        drawing = page.locator("#neighbourhood .la-figure__drawing")
        box = drawing.bounding_box()
        assert box is not None
        assert abs(box["height"] - float(drawing.get_attribute("height") or 0)) <= 1
    assert watched.wrong == []


def busiest_pages(site: Path) -> list[Path]:
    """The longest page with neighbours of each kind of record."""
    longest: dict[str, Path] = {}
    for file in sorted(site.glob("*/*.html"), key=lambda file: file.stat().st_size):
        if 'id="neighbourhood"' in file.read_text(encoding="utf-8"):
            longest[file.parent.name] = file
    return list(longest.values())


def test_the_picture_links_to_every_record_of_its_table(first_site: Path, windows: Windows) -> None:
    watched = windows.open()
    for file in busiest_pages(first_site):
        page = opened(watched.page, file)
        drawn = page.locator("#neighbourhood .la-figure__drawing a:not([href='#content'])")
        table = page.locator("#neighbourhood td a:not(.la-term)")
        assert drawn.evaluate_all(LINKS) == table.evaluate_all(LINKS) != []
        assert drawn.locator("> title").count() == drawn.count()
        page.get_by_text("The same facts as a table").last.click()
        assert table.first.is_visible()


def test_without_scripts_the_table_has_every_fact(first_site: Path, windows: Windows) -> None:
    page = windows.open(java_script_enabled=False).page
    for file in busiest_pages(first_site)[:2]:
        page.goto(file.as_uri())
        page.locator("#neighbourhood > summary").click()
        assert page.locator("#neighbourhood td").first.is_visible()


def test_the_picture_can_be_saved(first_site: Path, windows: Windows) -> None:
    page = opened(windows.open().page, busiest_pages(first_site)[0])
    with page.expect_download() as download:
        page.locator("#neighbourhood").get_by_role("button", name="Save as SVG").click()
    assert "Records linked to" in Path(download.value.path()).read_text(encoding="utf-8")
