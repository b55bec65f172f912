"""Figures saved as pictures, from a folder, under the policy of every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.security_policy import POLICY
from tests.conftest import PROJECT
from tests.site.figures.drawing import first_figures, rendered

pytestmark = pytest.mark.browser

ASSETS = PROJECT / "generator" / "theme" / "assets" / "academy"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    file = tmp_path_factory.mktemp("pictures") / "page.html"
    styles = (ASSETS / "academy.css", ASSETS / "figures.css")
    policy = POLICY.replace("'self'", "file:")
    figure = next(one for one in first_figures() if one.id == "evidence-map")
    file.write_text(
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>What works</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        + "".join(f'<link rel="stylesheet" href="{one.as_uri()}">' for one in styles)
        + f'<body><main class="md-typeset">{rendered(figure)}</main>'
        + "".join(
            f'<script src="{(ASSETS / name).as_uri()}"></script>'
            for name in ("academy.js", "figures.js")
        ),
        encoding="utf-8",
    )
    context = browser.new_context(color_scheme="dark", accept_downloads=True)
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()


def saved(page: Page, form: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {form}: Results of each programme").click()
    assert download.value.suggested_filename == f"evidence-map.{form.lower()}"
    return Path(download.value.path()).read_bytes()


def test_a_saved_svg_stands_alone_with_title_and_source_on_white(page: Page) -> None:
    text = saved(page, "SVG").decode()
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert 'fill="#ffffff"' in text
    for words in ("Results of each programme", "Source: What works", "Improved", "−24%"):
        assert words in text
    assert "var(" not in text
    # the ink of light colours, although the page is dark
    assert 'fill="rgb(23, 33, 31)"' in text


def test_a_picture_is_as_wide_on_a_phone_as_on_a_desk(page: Page) -> None:
    desk = saved(page, "SVG").decode()
    page.set_viewport_size({"width": 360, "height": 640})
    phone = saved(page, "SVG").decode()
    assert phone == desk
    assert 'width="968"' in phone  # 920 px and the margins
    page.set_viewport_size({"width": 1280, "height": 720})


def test_a_saved_png_is_twice_as_large_as_the_picture(page: Page) -> None:
    png = saved(page, "PNG")
    assert png.startswith(b"\x89PNG")
    height = page.locator(".la-figure__canvas").evaluate("canvas => canvas.offsetHeight")
    assert int.from_bytes(png[16:20], "big") == 2 * 968
    assert int.from_bytes(png[20:24], "big") >= 2 * height
