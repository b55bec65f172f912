"""Search as readers meet it: the box on every page, the Find page, and lists that narrow."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watching import Watched
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser


@pytest.fixture
def watched(windows: Windows) -> Iterator[Watched]:
    watched = windows.open()
    yield watched
    assert watched.wrong == []


def find(watched: Watched, site: Path, address: str = "find/index.html") -> Page:
    name, _, query = address.partition("?")
    page = watched.open((site / name).as_uri() + (f"?{query}" if query else ""))
    expect(page.locator(".la-results__count")).not_to_be_empty()
    return page


def results(page: Page) -> list[str]:
    return page.locator(".la-results__list .la-card__title").all_inner_texts()


def number(page: Page) -> int:
    return int(page.locator(".la-results__count").inner_text().split()[0])


def facet(page: Page, title: str) -> dict[str, int]:
    """The values of a facet with their counts."""
    fold = page.locator(".la-facet").filter(has=page.locator("summary", has_text=title))
    rows = fold.locator("label").all_inner_texts()
    return {name.strip(): int(count) for name, count in (row.rsplit("\n", 1) for row in rows)}


def test_nothing_of_the_search_is_loaded_before_a_key(browser: Browser, first_site: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((first_site / "areas/darlington.html").as_uri())
    assert not [url for url in asked if "/find" in url]
    page.keyboard.press("/")
    page.keyboard.type("pool")
    expect(page.get_by_role("option").first).to_be_visible()
    assert [url for url in asked if "/find/head.js" in url]
    page.close()


def test_slash_letters_arrows_and_enter_lead_to_a_record(
    watched: Watched, first_site: Path
) -> None:
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search the academy")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("pooled bud")
    expect(page.get_by_role("listbox", name="Results")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"[id='{box.get_attribute('aria-activedescendant')}']")
    expect(active).to_have_attribute("aria-selected", "true")
    expect(active).to_contain_text("Pooled budget")
    assert active.locator("mark").all_inner_texts()[:2] == ["Pooled", "budget"]
    page.keyboard.press("Enter")
    expect(page).to_have_title("Pooled budget - Learning Academy")


def test_the_arrow_keys_bring_the_last_result_into_view(watched: Watched, first_site: Path) -> None:
    watched.page.set_viewport_size({"width": 320, "height": 480})
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    box = page.get_by_role("combobox", name="Search the academy")
    box.fill("dementia")
    last = page.get_by_role("listbox").get_by_role("option").last
    expect(last).to_be_visible()
    expect(last).not_to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowUp")
    expect(last).to_have_attribute("aria-selected", "true")
    expect(last).to_be_in_viewport(ratio=0.9)
    expect(box).to_be_focused()


def test_results_stand_by_kind_and_are_announced(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    page.get_by_role("combobox", name="Search the academy").fill("dementia")
    expect(page.get_by_role("group", name="Prototypes")).to_be_visible()
    status = page.locator(".la-search [role=status]")
    expect(status).to_contain_text("results")
    expect(status).to_contain_text("Use the arrow keys to choose.")


def test_escape_closes_and_keeps_the_words(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    box = page.get_by_role("combobox", name="Search the academy")
    box.fill("dementia")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("dementia")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_what_no_record_mentions_is_said_and_announced(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?q=homeless")
    status = page.get_by_role("status").filter(has=page.locator(".la-results__count"))
    expect(status).to_contain_text(
        "Nothing here mentions “homeless”. The closest mention “housing”."
    )
    reasons = page.locator(".la-card__reason").all_inner_texts()
    assert set(reasons) == {"Mentions “housing”"}
    assert len(reasons) == number(page)


def test_each_result_says_which_of_two_words_it_has(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?q=frailty+housing")
    note = page.locator(".la-results__note")
    expect(note).to_contain_text("No record mentions both “frailty” and “housing”.")
    reasons = set(page.locator(".la-card__reason").all_inner_texts())
    assert reasons == {"Mentions “frailty”, not “housing”", "Mentions “housing”, not “frailty”"}


def test_results_with_both_words_come_first(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?q=dementia+nurses")
    expect(page.locator(".la-results__count")).to_contain_text(
        "with both words, then those with one"
    )
    both = int(page.locator(".la-results__count").inner_text().split(": ")[1].split()[0])
    cards = page.locator(".la-results__list .la-card").all_inner_texts()
    assert ["Mentions “" in card for card in cards] == [n >= both for n in range(len(cards))]


def test_a_definition_comes_first(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?q=CCG")
    first = page.locator(".la-results__list .la-card").first
    expect(first).to_contain_text("Word explained")
    expect(first).to_contain_text("Clinical commissioning group")


def test_find_without_scripts_says_what_is_missing(windows: Windows, first_site: Path) -> None:
    page = windows.open(java_script_enabled=False).page
    page.goto((first_site / "find/index.html").as_uri())
    expect(page.locator(".la-find__unsearched")).to_contain_text("The search needs JavaScript")
    expect(page.get_by_label("Words to look for")).to_be_hidden()
    expect(page.locator("#lists + ul").get_by_role("link", name="Prototypes")).to_be_visible()


def test_a_search_that_finds_nothing_says_what_to_try(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "areas/darlington.html").as_uri())
    page.get_by_role("combobox", name="Search the academy").fill("xylophone")
    expect(page.get_by_role("listbox")).to_be_hidden()  # without options it is none
    note = page.locator(".la-search__note")
    expect(note).to_contain_text("Nothing here mentions “xylophone”.")
    expect(note).to_contain_text("Try another word")


def test_enter_opens_the_find_page_with_the_words(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "prototypes/index.html").as_uri())
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search the academy")).to_be_focused()
    page.keyboard.type("dementia")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Find - Learning Academy")
    expect(page.get_by_label("Words to look for")).to_have_value("dementia")
    assert "Darlington Dementia Collaborative" in results_of(page)


def results_of(page: Page) -> list[str]:
    expect(page.locator(".la-results__list .la-card").first).to_be_visible()
    return results(page)


def test_facets_count_what_they_would_leave(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?q=care")
    before = facet(page, "What it is")
    page.get_by_role("checkbox", name="Prototypes").check()
    expect(page.locator(".la-results__count")).to_have_text(f"{before['Prototypes']} results")
    assert facet(page, "What it is") == before  # a facet's own choice does not narrow its counts
    page.get_by_role("checkbox", name="Practices").check()
    both = before["Prototypes"] + before["Practices"]
    expect(page.locator(".la-results__count")).to_have_text(f"{both} results")
    worked = facet(page, "Did it work?")["Worked"]
    page.get_by_role("checkbox", name="Worked").first.check()
    expect(page.locator(".la-results__count")).to_have_text(f"{worked} results")


def test_an_area_holds_what_lies_in_it(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?kind=prototype")
    areas = facet(page, "Area")
    inside = [name for name in areas if name in ("Darlington", "South Tyneside")]
    assert len(inside) == 2
    assert areas["North East (region)"] >= sum(areas[name] for name in inside)


def test_the_address_holds_the_search(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site)
    page.get_by_role("checkbox", name="Prototypes").check()
    expect(page.locator(".la-results__count")).to_have_text("25 results")
    page.get_by_label("Sort by").select_option("evidence")
    first = results_of(page)[0]
    address = page.url
    page.get_by_role("checkbox", name="Live").check()
    expect(page.locator(".la-results__count")).not_to_have_text("25 results")
    page.go_back()
    expect(page.locator(".la-results__count")).to_have_text("25 results")
    expect(page.get_by_role("checkbox", name="Live")).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_role("checkbox", name="Live")).to_be_checked()
    page.goto(address)
    expect(page.locator(".la-results__count")).to_have_text("25 results")
    assert results_of(page)[0] == first
    expect(page.get_by_label("Sort by")).to_have_value("evidence")


def test_a_filter_can_be_taken_away_again(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?kind=prototype&stage=live")
    page.get_by_role("button", name="Remove the filter Live").click()
    expect(page.locator(".la-results__count")).to_have_text("25 results")
    assert "stage" not in page.url


def test_more_results_follow_and_take_the_focus(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?kind=practice")
    expect(page.locator(".la-results__list .la-card")).to_have_count(10)
    page.get_by_role("button", name="Show 20 more").click()
    expect(page.locator(".la-results__list .la-card")).to_have_count(30)
    expect(page.locator(".la-results__list .la-card").nth(10).locator("a")).to_be_focused()


def requests_of(page: Page) -> list[str]:
    """The addresses that a page asks for, as they are added."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


QUERIES = ("dementia", "care homes", "what failed", "joint commissioning", "older people at home")


@pytest.mark.parametrize("site", ["first_site", "thousand_site"])
def test_a_first_search_loads_at_most_20_files(
    browser: Browser, site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    context = browser.new_context()
    pages = {query: context.new_page() for query in QUERIES}
    asked = {query: requests_of(page) for query, page in pages.items()}
    for query, page in pages.items():
        page.goto(f"{(folder / 'find' / 'index.html').as_uri()}?q={query}")
    for page in pages.values():  # all are open, so that they come to rest at the same time
        expect(page.locator(".la-results__list .la-card").first).to_be_visible()
        page.wait_for_load_state("networkidle")
    assert {query: urls for query, urls in asked.items() if len(urls) > 20} == {}
    assert all(any("/find/head.js" in url for url in urls) for urls in asked.values())
    context.close()


def test_what_is_found_is_saved_as_a_table(watched: Watched, first_site: Path) -> None:
    page = find(watched, first_site, "find/index.html?kind=prototype&verdict=worked")
    expect(page.locator(".la-results__list .la-card")).to_have_count(5)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this list").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sorted(row["Title"] for row in rows) == sorted(results(page))
    assert all("Worked" in row["Labels"] for row in rows)
    # an address of this computer would be of no use to anybody else
    assert all(row["Address"].startswith("prototypes/") for row in rows)


def test_what_is_found_can_be_sent_to_others(windows: Windows, first_site: Path) -> None:
    page = windows.open(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto((first_site / "find/index.html").as_uri() + "?q=dementia")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied as words").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Find")
    assert copied.endswith(": dementia")


def test_a_list_narrows_in_place_and_comes_back(watched: Watched, first_site: Path) -> None:
    page = watched.open((first_site / "prototypes/index.html").as_uri())
    plain = page.locator("[data-find-plain]")
    expect(plain).to_be_visible()
    fold = page.get_by_text("Search, filter and sort this list")
    fold.click()
    expect(page.locator(".la-results__count")).to_have_text("25 results")
    expect(plain).to_be_hidden()
    assert "Availability" not in page.locator(".la-facets").inner_text()
    page.get_by_role("checkbox", name="Designing").check()
    expect(page.locator(".la-results__list .la-card")).to_have_count(2)
    assert "stage=designing" in page.url
    page.reload()
    expect(page.locator(".la-results__list .la-card")).to_have_count(2)
    fold.click()
    expect(plain).to_be_visible()


def test_without_scripts_the_lists_are_there(windows: Windows, first_site: Path) -> None:
    page = windows.open(java_script_enabled=False).page
    page.goto((first_site / "find/index.html").as_uri())
    page.get_by_role("article").get_by_role("link", name="Prototypes").click()
    expect(page.get_by_role("heading", name="Live")).to_be_visible()
    expect(page.get_by_text("Search, filter and sort this list")).to_be_hidden()


@pytest.mark.parametrize(
    "query", ["q=constructor", "q=prototype&sort=constructor", "sort=__proto__"]
)
def test_words_that_every_object_knows_are_words_like_any_other(
    watched: Watched, first_site: Path, query: str
) -> None:
    page = find(watched, first_site, f"find/index.html?{query}")
    count = page.locator(".la-results__count").inner_text()
    assert "result" in count or count.startswith("Nothing found.")
