"""axe finds nothing on any kind of page, and does find what is planted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_reading import SIZES, kinds_of_page
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

AXE = (PROJECT / "tests" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    run = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
    found = page.evaluate(run, RULES)["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("narrow", "dark")])
def test_axe_finds_nothing(browser: Browser, real_site: Path, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    for url in kinds_of_page(real_site, longest=False):
        page.goto((real_site / url).as_uri())
        assert violations(page) == [], url
    context.close()


@pytest.mark.parametrize(
    ("plant", "rule"),
    [
        ("document.querySelector('h1').style.color = '#ccc'", "color-contrast"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.title = ''", "document-title"),
        ("document.querySelector('article').innerHTML += '<img src=x>'", "image-alt"),
        ("document.querySelector('article').innerHTML += '<a href=x></a>'", "link-name"),
        ("document.querySelector('article').innerHTML += '<input>'", "label"),
    ],
)
def test_axe_finds_what_is_planted(
    browser: Browser, real_site: Path, plant: str, rule: str
) -> None:
    page = browser.new_page()
    page.goto((real_site / "about.html").as_uri())
    page.evaluate(plant)
    assert rule in {found.partition(":")[0] for found in violations(page)}
    page.close()
