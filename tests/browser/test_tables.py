"""Tables that sort, in a real browser: by heading, by keyboard, and by a list on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

ASSETS = PROJECT / "generator" / "theme" / "assets" / "academy"
ROWS = (
    ("Wigan", "", "1,200", "2017", "2017"),
    ("Éire", "", "−5", "January 2020", "2020-01"),
    ("darlington", "", "", "No date stated", " "),
    ("Area 10", "", "30", "5 May 2019", "2019-05-05"),
    ("Area 9", "", "30", "2018", "2018"),
)
Open = Callable[..., Page]


def table(attributes: str = " data-sortable") -> str:
    cells = "".join(
        f'<tr><td><a href="#">{name}</a></td><td data-sort="">{people}</td>'
        f'<td data-sort="{by}">{date}</td></tr>'
        for name, _, people, date, by in ROWS
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Area", "People", "Date"))
    return (
        f'<div class="la-table" role="region" tabindex="0" aria-label="Areas"{attributes}><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{cells}</tbody></table></div>"
    )


@pytest.fixture
def open_page(windows: Windows, tmp_path: Path) -> Iterator[Open]:
    opened: list[Watched] = []

    def show(body: str = "", width: int = 1280, **options: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(
            '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Tables</title>'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            'script-src file:; style-src file:; font-src file:">'
            f'<link rel="stylesheet" href="{(ASSETS / "academy.css").as_uri()}">'
            f'<link rel="stylesheet" href="{(ASSETS / "figures.css").as_uri()}">'
            f'<body><main class="md-typeset">{body or table()}</main>'
            f'<script src="{(ASSETS / "academy.js").as_uri()}"></script>'
            f'<script src="{(ASSETS / "tables.js").as_uri()}"></script>',
            encoding="utf-8",
        )
        watched = windows.open(viewport={"width": width, "height": 800}, **options)
        opened.append(watched)
        return watched.open(file.as_uri())

    yield show
    assert [wrong for watched in opened for wrong in watched.wrong] == []


def names(page: Page) -> list[str]:
    return page.locator("tbody td:first-child").all_inner_texts()


def test_a_heading_sorts_up_then_down_and_says_so(open_page: Open) -> None:
    page = open_page()
    button = page.get_by_role("button", name="Area")
    button.click()
    assert names(page) == ["Area 9", "Area 10", "darlington", "Éire", "Wigan"]
    head = page.locator("th").first
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("status")).to_have_text("Sorted by Area, ascending.")
    button.click()
    assert names(page) == ["Wigan", "Éire", "darlington", "Area 10", "Area 9"]
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_role("status")).to_have_text("Sorted by Area, descending.")


def test_numbers_sort_as_numbers_and_equals_keep_their_order(open_page: Open) -> None:
    page = open_page()
    button = page.get_by_role("button", name="People")
    button.click()
    assert names(page) == ["Éire", "Area 10", "Area 9", "Wigan", "darlington"]
    button.click()
    assert names(page) == ["Wigan", "Area 10", "Area 9", "Éire", "darlington"]


def test_what_cannot_be_sorted_stays_last(open_page: Open) -> None:
    page = open_page()
    button = page.get_by_role("button", name="Date")
    button.click()
    assert names(page) == ["Wigan", "Area 9", "Area 10", "Éire", "darlington"]
    button.click()
    assert names(page)[-1] == "darlington"
    assert page.locator("th[aria-sort]").count() == 1


def test_it_works_by_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("region", name="Areas").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Area")).to_be_focused()
    page.keyboard.press("Enter")
    assert names(page)[0] == "Area 9"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert names(page)[0] == "Éire"
    expect(page.get_by_role("button", name="People")).to_be_focused()


def test_a_phone_has_a_list_in_place_of_the_headings(open_page: Open) -> None:
    page = open_page(width=360)
    chooser = page.get_by_label("Sort by")
    expect(chooser).to_be_visible()
    chooser.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="Areas")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Wigan")).to_be_focused()
    chooser.select_option("People")
    assert names(page)[0] == "Éire"
    chooser.select_option("Area (reversed)")
    assert names(page)[0] == "Wigan"
    expect(page.get_by_role("status")).to_have_text("Sorted by Area, descending.")
    chooser.select_option("Order of this page")
    assert names(page) == [row[0] for row in ROWS]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_phone_shows_a_row_as_a_card_with_the_words_of_its_headings(open_page: Open) -> None:
    page = open_page(width=360)
    cell = page.get_by_role("cell", name="1,200")
    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"People"'
    assert page.get_by_role("table").get_by_role("row").count() == len(ROWS) + 1


def test_without_scripts_a_phone_has_the_whole_table(open_page: Open) -> None:
    page = open_page(width=360, java_script_enabled=False)
    assert page.get_by_role("columnheader", name="People").is_visible()
    assert page.get_by_role("cell", name="1,200").is_visible()


def test_the_list_is_only_for_phones_and_follows_the_headings(open_page: Open) -> None:
    page = open_page()
    expect(page.get_by_label("Sort by")).to_be_hidden()
    page.get_by_role("button", name="People").click()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.get_by_label("Sort by")).to_have_value("1 up")


def test_without_scripts_the_table_stays_as_it_is(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert names(page) == [row[0] for row in ROWS]
    expect(page.get_by_role("button")).to_have_count(0)


def test_only_tables_that_ask_for_it_sort(open_page: Open) -> None:
    page = open_page(body=table(attributes="") + table())
    expect(page.get_by_role("button")).to_have_count(3)
    expect(page.locator("table").first.get_by_role("button")).to_have_count(0)
