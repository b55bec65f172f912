"""The first screen of a prototype answers: did it work, how sure are we, who can be asked?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.host_mkdocs import build_site_once
from tests.browser.windows import Windows
from tests.conftest import MakeOnce
from tests.readable import words_in
from tests.sites import copy_small

# the rural district ended, and the council took over from it
OLD = """\
title: District rounds
summary: The district sent a nurse to every village.
areas: [ashby]
topics: [older-people]
stage: live
started: 1999
verdict: worked
judged_by: those-involved
verdict_basis: The villages asked for it again.
practices: [shared-visits]
partners:
  - {partner: ashby-rural-district, role: lead}
"""
COUNCIL = "website: https://council.example\ncontact: Care team, https://council.example/care\n"


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        copy_small(root)
        (root / "prototypes" / "district-rounds.yaml").write_text(OLD, encoding="utf-8")
        council = root / "registry" / "partners" / "ashby-council.yaml"
        council.write_text(council.read_text(encoding="utf-8") + COUNCIL, encoding="utf-8")
        ashby = root / "registry" / "areas" / "ashby.yaml"
        ashby.write_text(
            ashby.read_text(encoding="utf-8") + "location: {latitude: 54.5, longitude: -1.5}\n",
            encoding="utf-8",
        )
        build_site_once(root / "mkdocs.yml")

    return make_once("first-screen", make) / "site"


def first_screen(site: Path, name: str, folder: str = "prototypes") -> str:
    text = (site / folder / f"{name}.html").read_text(encoding="utf-8")
    return words_in(text.partition('<header class="la-page-header">')[2].partition("</header>")[0])


@pytest.mark.parametrize(
    "answer",
    [
        "Did it work? Worked, in the view of those involved",
        "2 results, 2 with a starting figure or a comparison",
        "Strength of evidence Figures given Step 2 of 5, for its strongest result",
        "Cost or saving £20,000",
        "Stage Live",
        "Strongest results People spent 12 more days at home figures given",
        "What worked Visit with two people.",
        "What did not work Two books for one person.",
        "Who to ask Ashby Council lead",
    ],
)
def test_the_first_screen_says(site: Path, answer: str) -> None:
    assert answer in first_screen(site, "ashby-visits")


@pytest.mark.parametrize(
    ("page", "answers"),
    [
        (
            "areas/ashby",
            (
                "Tried here 2 prototypes",
                "Did it work? 2 worked 2 in the view of those involved",
                "Could adopt None with figures",
                "Planned, not begun None recorded",
                "District rounds Worked, in the view of those involved; no result is recorded",
                "Organisations today Ashby Council took over from Ashby Rural District",
                "For your board Board report for Ashby",
            ),
        ),
        (
            "areas/vale",
            (
                "Tried here None recorded 2 in part of it",
                "none of them here",
                "Could adopt None with figures",
            ),
        ),
        (
            "practices/shared-visits",
            (
                "Did it work where it was used? 2 worked",
                "Strength of evidence Figures given Step 2 of 5",
                "In practice in Ashby Brookvale",
                "Adoptions 1 begun or in place",
                "Strongest results People spent 12 more days at home",
                "Barriers met Two record systems",
                "Who to ask Ashby",
            ),
        ),
        (
            "outcomes/days-at-home",
            ("Results so far 1 result 1 improved", "Reported by Shared visits in Ashby", "Ashby"),
        ),
        (
            "barriers/two-record-systems",
            (
                "Met in 1 area",
                "Solved In 1 area by 1 practice",
                "Still open in None recorded",
                "How it was solved Ashby as of 2023 They write in one paper book",
                "Practices that helped Shared visits",
            ),
        ),
        (
            "partners/ashby-rural-district",
            (
                "Takes part in 1 prototype",
                "Does it still exist? Ended March 2009",
                "District rounds lead Worked",
                "Today Ashby Council Care team",
            ),
        ),
        (
            "partners/ashby-council",
            ("Does it still exist? No end recorded", "How to reach it Care team"),
        ),
        ("groups/vale-board", ("Board report Board report for The Vale",)),
    ],
)
def test_the_first_screen_of_another_kind_says(
    site: Path, page: str, answers: tuple[str, ...]
) -> None:
    folder, name = page.split("/")
    text = first_screen(site, name, folder)
    assert not [answer for answer in answers if answer not in text], text


@pytest.mark.parametrize(
    ("practice", "is_said"),
    [
        ("pooled-budget", True),  # a programme with a result uses others too
        ("kaizen-event", False),  # no result is reported
    ],
)
def test_results_of_whole_programmes_are_said_to_be_so(
    first_site: Path, practice: str, *, is_said: bool
) -> None:
    text = first_screen(first_site, practice, "practices")
    note = "They do not show which practice made the difference."
    assert (note in text) == is_said, text


def test_a_programme_of_one_practice_is_not_said_to_hide_others(site: Path) -> None:
    assert "whole programmes" not in first_screen(site, "shared-visits", "practices")


@pytest.mark.parametrize(
    "words",
    [
        "Has anyone near us tried this? What each place has in use",
        "Strongest evidence People spent 12 more days at home figures given",
        "What worked Visit with two people. Shared visits in Ashby 2023",
        "What did not work Two books for one person.",
    ],
)
def test_home_answers_first(site: Path, words: str) -> None:
    assert words in words_in((site / "index.html").read_text(encoding="utf-8"))


@pytest.mark.browser
def test_a_topic_on_home_finds_what_is_about_it(windows: Windows, site: Path) -> None:
    page = windows.open().open((site / "index.html").as_uri())
    page.get_by_role("navigation", name="Topics").get_by_text("Older people").click()
    page.get_by_role("link", name="District rounds").first.wait_for()
    assert page.get_by_role("link", name="Shared visits in Ashby").count() == 0


@pytest.mark.browser
def test_the_sections_of_an_area_are_shown_in_turn(windows: Windows, site: Path) -> None:
    page = windows.open().open((site / "areas" / "ashby.html").as_uri())
    barriers = page.get_by_role("heading", name="Barriers met or expected")
    assert not barriers.is_visible()
    page.get_by_role("tab", name="Tried").press("ArrowRight")
    assert page.get_by_role("tab", name="Plans and learning").get_attribute("aria-selected")
    page.get_by_role("tab", name="Barriers").click()
    assert barriers.is_visible()
    page.get_by_role("link", name="2 prototypes").click()
    assert page.get_by_role("heading", name="Prototypes here").is_visible()
    page.emulate_media(media="print")
    assert barriers.is_visible()


def test_without_results_the_first_screen_says_so(site: Path) -> None:
    text = first_screen(site, "district-rounds")
    assert "Strength of evidence No results yet" in text
    assert "Cost or saving Not reported" in text


def test_old_news_has_its_year_and_no_colour(site: Path) -> None:
    page = (site / "prototypes" / "district-rounds.html").read_text(encoding="utf-8")
    strip = page.partition('<dl class="la-strip">')[2].partition("</dl>")[0]
    assert "As of 1999, not checked since" in strip
    assert '<span class="la-tag la-tag--open">Live</span>' in strip


def test_the_status_of_a_barrier_has_the_year_of_its_documents(first_site: Path) -> None:
    text = first_screen(first_site, "falling-funding-rising-demand", "barriers")
    # one of its two documents has a year
    assert "South Tyneside unresolved Tees Valley" in text
    assert "(three boroughs) unresolved as of about 2013" in text
    page = words_in((first_site / "areas" / "darlington.html").read_text(encoding="utf-8"))
    assert "Falling funding and rising demand unresolved as of about 2013" in page
    cards = words_in((first_site / "barriers" / "index.html").read_text(encoding="utf-8"))
    assert "Expected As of about 2013" in cards


def test_a_reader_learns_how_to_carry_the_academy_on_a_stick(site: Path) -> None:
    text = words_in((site / "offline" / "index.html").read_text(encoding="utf-8"))
    for step in (
        "Ask the person who looks after this academy for it. You can write:",
        "Copy the file to a USB stick",
        "opens START HERE.html",
        "copy the whole folder",
    ):
        assert step in text


def test_the_evidence_page_counts_what_its_list_shows(first_site: Path) -> None:
    page = (first_site / "evidence" / "index.html").read_text(encoding="utf-8")
    assert "5 programmes report 20 results" in words_in(page)
    assert "1 more has a verdict but no result." in words_in(page)
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert table.count("<tr") == 5 + 1


def test_who_took_over_can_be_asked_and_reached(site: Path) -> None:
    text = first_screen(site, "district-rounds")
    assert "Ashby Rural District lead Today: Ashby Council Care team" in text
    assert "Website" in text


def test_what_is_on_the_first_screen_is_not_repeated(site: Path) -> None:
    page = (site / "prototypes" / "district-rounds.html").read_text(encoding="utf-8")
    assert page.count("The villages asked for it again.") == 1


@pytest.mark.browser
def test_a_copied_link_names_the_record_where_there_is_no_address(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "prototypes" / "district-rounds.html").as_uri())
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied as words").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "District rounds (prototype district-rounds, Learning Academy)"
    context.close()


@pytest.mark.browser
def test_what_repeats_the_page_stays_off_the_paper(windows: Windows, site: Path) -> None:
    page = windows.open().open((site / "prototypes" / "ashby-visits.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".la-strip").is_visible()
    assert not page.locator(".la-actions").is_visible()
    assert not page.get_by_text("A picture of the records linked to it").is_visible()


@pytest.mark.parametrize(
    ("page", "listed"),
    [
        ("index.html", "Ashby 2 prototypes tried"),
        ("practices/shared-visits.html", "Ashby in practice"),
        ("outcomes/days-at-home.html", "Ashby 1 result"),
    ],
)
def test_a_map_has_the_areas_with_a_location_and_says_the_same_in_words(
    site: Path, page: str, listed: str
) -> None:
    html = (site / page).read_text(encoding="utf-8")
    assert 'id="place-map"' in html
    assert listed in words_in(html)
