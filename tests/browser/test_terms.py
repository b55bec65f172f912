"""A term says what it means where it stands: by pointer, keyboard and touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

URL = "practices/kaizen-event.html"
Open = Callable[..., Page]


@pytest.fixture
def open_page(windows: Windows, first_site: Path) -> Iterator[Open]:
    """Opens a page in a window; anything in its console is a failure."""
    pages: list[Watched] = []

    def opened(url: str = URL, **options: Any) -> Page:
        pages.append(windows.open(**options))
        return pages[-1].open((first_site / url).as_uri())

    yield opened
    assert [wrong for watched in pages for wrong in watched.wrong] == []


def term(page: Page) -> Locator:
    return page.locator("a.la-term", has_text="Kaizen").first


def box(page: Page) -> Locator:
    return page.locator(".la-definition")


def test_the_pointer_shows_the_meaning_and_can_move_onto_it(open_page: Open) -> None:
    page = open_page()
    expect(box(page)).to_have_count(0)
    term(page).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Japanese for change for the better")
    box(page).hover()
    page.wait_for_timeout(500)
    expect(box(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(box(page)).to_have_count(0)


def test_the_keyboard_shows_and_escape_dismisses(open_page: Open) -> None:
    page = open_page()
    term(page).focus()
    expect(term(page)).to_have_accessible_description(
        "Japanese for change for the better: steady improvement in small steps by the people who "
        "do the work. A Kaizen event is a short workshop, often of two or three days, to do this."
    )
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(term(page)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("a.la-term[aria-describedby]", has_text="Kaizen")).to_have_count(0)


def test_escape_dismisses_what_the_pointer_showed(open_page: Open) -> None:
    page = open_page()
    term(page).hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)


def test_enter_leads_to_the_glossary(open_page: Open) -> None:
    page = open_page()
    term(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-kaizen")
    expect(page.locator("#term-kaizen")).to_be_in_viewport()


@pytest.mark.parametrize("touch", [True, False])
def test_the_first_tap_or_click_shows_and_the_link_leads_on(open_page: Open, touch: bool) -> None:
    page = open_page(has_touch=touch)
    before = page.url
    term(page).tap() if touch else term(page).click()
    link = box(page).get_by_role("link", name="In the glossary")
    expect(link).to_be_visible()
    assert page.url == before
    if not touch:
        page.mouse.move(2, 2)
        page.wait_for_timeout(500)
        expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(term(page)).to_be_focused()
    term(page).tap() if touch else term(page).click()
    link.click()
    page.wait_for_url("**/glossary.html#term-kaizen")


def test_a_tap_elsewhere_puts_it_away_and_a_second_one_follows_the_link(open_page: Open) -> None:
    page = open_page(has_touch=True)
    term(page).tap()
    expect(box(page)).to_be_visible()
    page.locator("h1").tap()
    expect(box(page)).to_have_count(0)
    term(page).tap()
    expect(box(page).get_by_role("link")).to_be_visible()
    term(page).tap()
    page.wait_for_url("**/glossary.html#term-kaizen")


def test_without_scripts_the_term_is_a_link(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    term(page).click()
    page.wait_for_url("**/glossary.html#term-kaizen")


@pytest.mark.parametrize(
    "url",
    [
        "prototypes/tees-valley-roll-out-with-fidelity.html",
        "measures/index.html",
        "case-studies/tees-valley-collaborative-expression-of-interest.html",
        "about.html",
    ],
)
def test_no_box_is_cut_off_or_scrolls_the_page_sideways(open_page: Open, url: str) -> None:
    page = open_page(url, viewport={"width": 320, "height": 640})
    assert page.locator("a.la-term").count() > 0
    _check_boxes(page)
    for tab in page.get_by_role("tab").all():  # a term in a tab that is closed takes no focus
        tab.click()
        _check_boxes(page)


# Where the box of each term lies once it has the focus, and how wide the page then is. Two frames
# later: the page's own scrolling moves the box once more.
_BOXES = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const boxes = [];
    for (const term of [...document.querySelectorAll("a.la-term")]) {
        if (!term.checkVisibility()) continue;
        term.scrollIntoView({ block: "center", behavior: "instant" });
        term.focus();
        await frame();
        await frame();
        const { left, right } = document.querySelector(".la-definition").getBoundingClientRect();
        boxes.push([left, right, document.documentElement.scrollWidth]);
    }
    return boxes;
}"""


def _check_boxes(page: Page) -> None:
    boxes = page.evaluate(_BOXES)
    assert [one for one in boxes if one[0] < 0 or max(one[1:]) > 320] == []


def test_terms_are_marked_on_the_screen_and_not_on_paper(open_page: Open) -> None:
    page = open_page()
    line = "term => getComputedStyle(term).textDecorationLine"
    assert term(page).evaluate(line) == "underline"
    page.emulate_media(media="print")
    assert term(page).evaluate(line) == "none"
