"""The list of programmes is narrowed in place; the address holds the filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Windows

pytestmark = pytest.mark.browser


@pytest.fixture
def page(windows: Windows, first_site: Path) -> Iterator[Page]:
    watched = windows.open()
    watched.page.goto((first_site / "evidence" / "index.html").as_uri())
    yield watched.page
    assert watched.wrong == []


def count(page: Page) -> Locator:
    return page.locator(".la-table-filters__count")


def rows(page: Page) -> Locator:
    return page.locator("tr[data-filter-keys]:visible")


def test_a_filter_narrows_the_list_says_so_and_stands_in_the_address(page: Page) -> None:
    expect(count(page)).to_have_text("6 programmes")
    page.get_by_label("Strength of evidence").select_option("data")
    expect(count(page)).to_have_text("1 of 6 programmes. Strength of evidence Figures given.")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text("Darlington Dementia Collaborative")
    page.reload()
    expect(rows(page)).to_have_count(1)
    assert page.url.endswith("?strength=data")


def test_a_place_has_the_programmes_of_places_inside_it_and_empty_choices_are_off(
    page: Page,
) -> None:
    page.get_by_label("Place").select_option("tees-valley-collaborative-area")
    expect(rows(page)).to_contain_text(["Darlington Dementia Collaborative"])
    south = page.get_by_label("Strength of evidence").locator("option[value=account]")
    expect(south).to_be_disabled()


def test_the_keyboard_filters_and_shows_all_again(page: Page) -> None:
    page.get_by_label("Did it work?").focus()
    page.keyboard.press("ArrowDown")
    expect(count(page)).to_contain_text(" of 6 programmes. Did it work?")
    page.get_by_role("button", name="Show all").press("Enter")
    expect(rows(page)).to_have_count(6)
    expect(page.get_by_label("Did it work?")).to_be_focused()
