"""The picture of the records linked to a record, which the browser draws from their table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_figures import FAULTS
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

DRAWN = "#neighbourhood .la-figure__save"
FACTS = f"""() => {{
    const part = document.querySelector("#neighbourhood");
    const drawing = part.querySelector(".la-figure__drawing");
    const drawn = [...drawing.querySelectorAll("a:not([href='#content'])")];
    const listed = [...part.querySelectorAll("td a:not(.la-term)")];
    const folds = [...part.querySelectorAll("summary")];
    folds.find((one) => one.textContent.includes("The same facts as a table")).click();
    const links = (some) => some.map((link) => link.getAttribute("href")).sort();
    return {{
        faults: ({FAULTS})(),
        wide: document.documentElement.scrollWidth,
        heights: [drawing.getBoundingClientRect().height, Number(drawing.getAttribute("height"))],
        drawn: links(drawn),
        listed: links(listed),
        nameless: drawn.filter((link) => !link.querySelector(":scope > title")).length,
        unfolded: listed[0].checkVisibility(),
    }};
}}"""


def opened(page: Page, file: Path) -> Page:
    page.goto(f"{file.as_uri()}#neighbourhood")
    page.wait_for_selector(DRAWN)
    return page


@pytest.fixture(scope="module")
def busiest_pages(first_site: Path) -> list[Path]:
    """The longest page with neighbours of each kind of record."""
    longest: dict[str, Path] = {}
    for file in sorted(first_site.glob("*/*.html"), key=lambda file: file.stat().st_size):
        if 'id="neighbourhood"' in file.read_text(encoding="utf-8"):
            longest[file.parent.name] = file
    return list(longest.values())


@pytest.fixture(scope="module", params=[360, 1280])
def shown(
    request: pytest.FixtureRequest, busiest_pages: list[Path], windows: Windows
) -> dict[str, Any]:
    """What each of these pages shows in a window so many pixels wide; each is opened once."""
    watched = windows.open(viewport={"width": request.param, "height": 800})
    facts = {file.name: opened(watched.page, file).evaluate(FACTS) for file in busiest_pages}
    assert watched.wrong == []
    return {"width": request.param, "pages": facts}


def test_words_stay_apart_and_inside(shown: dict[str, Any]) -> None:
    for name, facts in shown["pages"].items():
        assert facts["faults"] == [], name
        assert facts["wide"] <= shown["width"], name
        drawn, stated = facts["heights"]
        assert abs(drawn - stated) <= 1, name


def test_the_picture_links_to_every_record_of_its_table(shown: dict[str, Any]) -> None:
    for name, facts in shown["pages"].items():
        assert facts["drawn"] == facts["listed"] != [], name
        assert facts["nameless"] == 0, name
        assert facts["unfolded"], name


def test_without_scripts_the_table_has_every_fact(
    busiest_pages: list[Path], windows: Windows
) -> None:
    page = windows.open(java_script_enabled=False).page
    for file in busiest_pages[:2]:
        page.goto(file.as_uri())
        page.locator("#neighbourhood > summary").click()
        assert page.locator("#neighbourhood td").first.is_visible()


def test_the_picture_can_be_saved(busiest_pages: list[Path], windows: Windows) -> None:
    page = opened(windows.open().page, busiest_pages[0])
    with page.expect_download() as download:
        page.locator("#neighbourhood").get_by_role("button", name="Save as SVG").click()
    assert "Records linked to" in Path(download.value.path()).read_text(encoding="utf-8")
