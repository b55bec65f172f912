"""Compare, My list and My area, as readers meet them on pages opened from a folder."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

PRACTICES = ("practices/pooled-budget", "practices/joint-commissioning")
AREA = "areas/darlington"
_EVIL = "<img src=x onerror=alert(1)>"
_FULL = "Storage.prototype.setItem = () => { throw new DOMException('full') }"


@pytest.fixture
def watched(windows: Windows) -> Iterator[Watched]:
    watched = windows.open()
    yield watched
    assert watched.wrong == []


def opened(watched: Watched, site: Path, address: str) -> Page:
    name, mark, query = address.partition("?")
    return watched.open((site / f"{name}.html").as_uri() + mark + query)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(watched: Watched, site: Path, button: str, *pages: str) -> Page:
    for address in pages:
        press(opened(watched, site, address), button)
    return watched.page


def compare(watched: Watched, site: Path, *pages: str) -> Page:
    for address in pages:
        page = opened(watched, site, address)
        page.get_by_role("link", name="Compare with another").click()
    return watched.page


def test_two_records_are_compared_with_the_differences_first(
    watched: Watched, first_site: Path
) -> None:
    page = compare(watched, first_site, *PRACTICES)
    table = page.get_by_role("region", name="Table: 2 practices compared")
    expect(table.get_by_role("columnheader")).to_contain_text(["Pooled budget", "Joint commission"])
    expect(table.locator("tbody").first).to_contain_text("Where they differ")
    assert page.url.endswith("?practice=pooled-budget&practice=joint-commissioning")


def test_two_practices_are_compared_in_three_clicks_from_home(
    watched: Watched, first_site: Path
) -> None:
    page = opened(watched, first_site, "index")
    page.get_by_role("link", name="Compare two practices").click()
    page.get_by_role("searchbox", name="Find a record").fill("pooled")
    page.get_by_role("link", name="Pooled budget", exact=False).first.click()
    likely = page.get_by_role("region", name="What to compare it with").get_by_role("link")
    expect(likely).not_to_have_count(0)
    expect(likely.first).to_contain_text("Both: ")
    likely.filter(has_text="Joint commissioning").click()
    expect(page.get_by_role("region", name="Table: 2 practices compared")).to_be_visible()


def test_a_card_leads_to_the_comparison_of_its_record(watched: Watched, first_site: Path) -> None:
    page = opened(watched, first_site, "practices/index")
    page.get_by_role("link", name="Compare Pooled budget", exact=True).click()
    expect(page.locator("[data-keeping]")).to_contain_text("So far you have chosen Pooled budget")
    page.get_by_role("searchbox", name="Find another practice").fill("zzzz")
    expect(page.get_by_text("Nothing found for “zzzz”.")).to_be_visible()


def test_an_address_alone_shows_the_comparison(watched: Watched, first_site: Path) -> None:
    page = opened(watched, first_site, "compare/index?area=darlington&area=middlesbrough")
    expect(page.get_by_role("region", name="Table: 2 areas compared")).to_be_visible()
    page.get_by_role("button", name="Remove Darlington").click()
    expect(page.locator("[data-keeping]")).to_contain_text("Choose at least one more")
    expect(page.get_by_role("heading", name="What to compare it with")).to_be_visible()
    expect(page.locator("h1")).to_be_focused()
    assert page.url.endswith("?area=middlesbrough")


def test_an_address_of_different_kinds_says_what_is_left_out(
    watched: Watched, first_site: Path
) -> None:
    page = opened(
        watched,
        first_site,
        "compare/index?area=darlington&practice=pooled-budget&area=middlesbrough&area=nowhere",
    )
    expect(page.get_by_role("region", name="Table: 2 areas compared")).to_be_visible()
    notes = page.locator(".la-callout")
    expect(notes).to_contain_text(["Left out: Pooled budget.", "not in this academy"])


def test_the_tray_is_on_every_page_and_another_kind_starts_afresh(
    watched: Watched, first_site: Path
) -> None:
    page = compare(watched, first_site, PRACTICES[0], AREA)
    assert page.url.endswith("?area=darlington")
    opened(watched, first_site, "evidence/index")
    tray = page.get_by_role("complementary", name="Chosen for comparing")
    expect(tray).to_contain_text("1 chosen")
    tray.get_by_role("button", name="Remove Darlington from the comparison").click()
    expect(tray).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()


def test_a_comparison_is_printed_on_one_sheet_across(watched: Watched, first_site: Path) -> None:
    areas = "&".join(f"area={key}" for key in ("england", "middlesbrough", "darlington"))
    page = opened(watched, first_site, f"compare/index?{areas}")
    expect(page.locator(".la-compare")).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
    box = printed.partition(b"/MediaBox [")[2].partition(b"]")[0].split()
    assert [round(float(side)) for side in box] == [0, 0, 842, 595]


def test_a_list_is_put_in_order_with_the_keyboard(watched: Watched, first_site: Path) -> None:
    page = choose(watched, first_site, "Keep in my list", *PRACTICES, AREA)
    page.get_by_role("link", name="See my list").click()
    titles = page.locator(".la-kept__title")
    expect(titles).to_have_text(["Pooled budget", "Joint commissioning", "Darlington"])
    page.get_by_role("button", name="Move Darlington up").focus()
    page.keyboard.press("Enter")
    expect(titles).to_have_text(["Pooled budget", "Darlington", "Joint commissioning"])
    expect(page.get_by_role("button", name="Move Darlington up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move Darlington down")).to_be_focused()
    page.get_by_role("button", name="Remove Darlington").click()
    press(page, "Empty my list")
    expect(titles).to_have_count(0)
    press(page, "Bring it back")
    expect(titles).to_have_text(["Pooled budget", "Joint commissioning"])
    page.reload()
    expect(titles).to_have_count(2)


def test_a_list_is_saved_as_a_page_and_as_a_table(watched: Watched, first_site: Path) -> None:
    page = choose(watched, first_site, "Keep in my list", PRACTICES[0])
    opened(watched, first_site, "my-list/index")
    with page.expect_download() as saved:
        press(page, "Save as a page")
    pack = Path(saved.value.path()).read_text(encoding="utf-8")
    assert all(words in pack for words in ("Pooled budget", "<h3>Sources</h3>"))
    assert "file:" not in pack
    with page.expect_download() as saved:
        press(page, "Save as a spreadsheet")
    text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["ID"] for row in rows] == ["pooled-budget"]


def test_a_shared_list_is_shown_and_kept_only_when_asked(
    watched: Watched, first_site: Path
) -> None:
    page = opened(watched, first_site, "my-list/index?area=darlington&practice=pooled-budget")
    titles = page.locator(".la-kept__title")
    expect(titles).to_have_text(["Darlington", "Pooled budget"])
    assert page.evaluate("localStorage.length") == 0
    press(page, "Keep it as my list")
    expect(page.get_by_role("status").filter(has_text="Kept in this browser")).to_be_visible()
    assert "?" not in page.url
    expect(titles).to_have_text(["Darlington", "Pooled budget"])


def test_an_area_is_chosen_changed_and_removed_in_the_footer(
    watched: Watched, first_site: Path
) -> None:
    page = opened(watched, first_site, "about")
    press(page, "Choose my area")
    expect(page.get_by_label("My area", exact=True)).to_be_focused()
    page.keyboard.type("Darl")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".la-own-area")).to_contain_text("Darlington is your area now.")
    opened(watched, first_site, "boards/index")
    expect(page.get_by_role("link", name="Board report for Darlington")).to_be_visible()
    expect(page.locator("tbody tr").first).to_contain_text("Darlington My area")
    opened(watched, first_site, "spread/index")
    expect(page.locator(".la-own-area__note")).to_contain_text("My area: Darlington.")
    press(page, "Remove my area")
    expect(page.locator(".la-own-area")).to_contain_text("My area: not chosen.")


def test_an_area_is_chosen_on_the_first_screen_of_home(watched: Watched, first_site: Path) -> None:
    page = opened(watched, first_site, "index")
    expect(page.get_by_role("button", name="Choose my area")).to_be_in_viewport()


def test_find_begins_with_the_area_and_says_so(watched: Watched, first_site: Path) -> None:
    page = choose(watched, first_site, "Make this my area", AREA)
    opened(watched, first_site, "find/index")
    expect(page.get_by_text("Only what concerns your area is shown:")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Darlington", exact=False).first).to_be_checked()
    page.get_by_role("button", name="Remove the filter Darlington").click()
    expect(page.get_by_text("Only what concerns your area is shown:")).to_be_hidden()
    page.reload()
    expect(page.locator(".la-results__count")).to_contain_text("results")
    expect(page.locator(".la-filter")).to_have_count(0)


def test_find_shows_what_is_elsewhere_where_the_area_has_nothing(
    watched: Watched, first_site: Path
) -> None:
    page = choose(watched, first_site, "Make this my area", "areas/hartlepool")
    opened(watched, first_site, "find/index?q=pooled+budgets")
    count = page.locator(".la-results__count")
    expect(count).to_have_text(re.compile(r"^Nothing in Hartlepool\. \d+ results elsewhere\.$"))
    expect(page.locator(".la-results__list .la-card").first).to_contain_text("Pooled budget")
    expect(page.get_by_text("Only what concerns your area is shown:")).to_be_hidden()
    press(page, "Show all areas")
    expect(count).to_have_text(re.compile(r"^\d+ results"))
    expect(page.locator(".la-filter")).to_have_count(0)
    expect(page.locator(".la-results__status")).to_be_focused()


def test_what_others_wrote_into_the_store_is_left_out(watched: Watched, first_site: Path) -> None:
    page = opened(watched, first_site, "about")
    page.evaluate(
        "text => ['compare', 'list', 'area'].forEach(name => "
        "localStorage.setItem(`academy-${name}:${academy.root}`, text))",
        json.dumps([["area", "x", _EVIL], ["area", "../x", ""], 7]),
    )
    page.reload()
    expect(page.locator(".la-tray__item")).to_have_text([f"{_EVIL} ×"])
    opened(watched, first_site, "my-list/index")
    expect(page.locator(".la-kept__item")).to_contain_text("not in this academy")
    assert page.locator("img[src=x]").count() == 0


def test_a_full_store_is_said_in_a_sentence(windows: Windows, first_site: Path) -> None:
    watched = windows.open(_FULL)
    page = choose(watched, first_site, "Keep in my list", PRACTICES[0])
    expect(page.locator(".la-actions")).to_contain_text("This browser could not store your choice")
    assert watched.wrong == []


def test_without_scripts_there_are_no_buttons_and_the_pages_say_what_they_need(
    windows: Windows, first_site: Path
) -> None:
    page = windows.open(java_script_enabled=False).page
    page.goto((first_site / f"{PRACTICES[0]}.html").as_uri())
    expect(page.get_by_role("link", name="Compare with another")).to_have_count(0)
    for address in ("compare", "my-list"):
        page.goto((first_site / address / "index.html").as_uri())
        expect(page.locator("main")).to_contain_text("needs JavaScript")
