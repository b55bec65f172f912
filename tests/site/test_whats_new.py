"""What's new as readers meet it: the page, Home, the marks and dates on records, and Find."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.host_mkdocs import build_site_once
from tests.browser.windows import Windows
from tests.readable import page_text
from tests.sites import copy_small

AREA = "title: Far Fields\ntype: town\nadded_on: 2026-01-31\nchanged_on: 2026-03-31\n"
NEAR = "title: Near Fields\ntype: town\nadded_on: 2026-03-31\n"
RELEASES = {
    "2026-01-01": "records: 27\n",
    "2026-01-31": "added:\n  - record: far-fields\n    kind: area\n    title: Far Fields\n",
    "2026-03-31": (
        "note: Spring has come.\n"
        "added:\n  - record: near-fields\n    kind: area\n    title: Near Fields\n"
        "  - record: ashby-visits-days-at-home\n    kind: measure\n    title: Days at home\n"
        "changed:\n  - record: brookvale-visits\n    kind: prototype\n    title: Evening visits\n"
        "    fields: [stage, lessons]\n    was: agreed\n    now: idea\n"
        "removed:\n  - record: gone\n    kind: case_study\n    title: <b>A lost story</b>\n"
    ),
}


def with_releases(root: Path, releases: dict[str, str]) -> Path:
    (root / "releases").mkdir()
    for day, text in releases.items():
        (root / "releases" / f"{day}.yaml").write_text(f"date: {day}\n{text}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small academy with three releases."""
    root = with_releases(copy_small(tmp_path_factory.mktemp("released") / "small"), RELEASES)
    for name, text in (("far", AREA), ("near", NEAR)):
        (root / "registry" / "areas" / f"{name}-fields.yaml").write_text(text, encoding="utf-8")
    return build_site_once(root / "mkdocs.yml").folder


def words(site: Path, url: str) -> str:
    return " ".join(page_text((site / url).read_text(encoding="utf-8")).split())


def test_the_page_lists_releases_newest_first_by_what_people_look_for(released: Path) -> None:
    text = words(released, "new/index.html")
    wanted = (
        "31 March 2026",
        "Spring has come.",
        "1 new result, 1 new stage, 1 other new record and 1 record removed.",
        "New results",
        "People spent 12 more days at home",
        "(Shared visits in Ashby).",
        "New stages",
        "now “Idea”, before “Agreed”. Also changed: lessons.",
        "Other new records",
        "Near Fields",
        "Removed",
        "A lost story",
        "31 January 2026",
        "1 other new record.",
        " 1 January 2026 The academy started with 27 records.",
    )
    places = [text.find(line) for line in wanted]
    assert -1 not in places, [line for line in wanted if line not in text]
    assert places == sorted(places)
    assert "<b>A lost" not in (released / "new/index.html").read_text(encoding="utf-8")


def test_home_says_what_is_new(released: Path, small_site: Path) -> None:
    text = words(released, "index.html")
    assert "31 March 2026" in text
    assert "Everything that is new" in text
    assert "Everything that is new" not in words(small_site, "index.html")


def test_an_academy_without_releases_says_so(small_site: Path) -> None:
    assert "Nothing has been recorded here yet." in words(small_site, "new/index.html")


def test_a_record_says_when_it_was_added_and_changed(released: Path) -> None:
    text = words(released, "areas/far-fields.html")
    assert "Added 31 January 2026, changed 31 March 2026." in text
    assert "Added" not in words(released, "areas/ashby.html")


def test_analysts_have_a_table_of_changes(released: Path) -> None:
    text = (released / "data/csv/changelog.csv").read_text(encoding="utf-8-sig")
    rows = [row[:5] + row[6:] for row in csv.reader(text.splitlines())]
    assert rows[1:] == [
        ["2026-03-31", "added", "near-fields", "area", "Near Fields", "", ""],
        ["2026-03-31", "added", "ashby-visits-days-at-home", "measure", "Days at home", "", ""],
        [
            "2026-03-31",
            "changed",
            "brookvale-visits",
            "prototype",
            "Evening visits",
            "agreed",
            "idea",
        ],
        ["2026-03-31", "removed", "gone", "case_study", "<b>A lost story</b>", "", ""],
        ["2026-01-31", "added", "far-fields", "area", "Far Fields", "", ""],
    ]
    database = sqlite3.connect(released / "data" / "academy.sqlite")
    query = "select added_on, changed_on from records where id = 'far-fields'"
    assert database.execute(query).fetchall() == [("2026-01-31", "2026-03-31")]
    assert database.execute("select count(*) from changelog").fetchone() == (5,)


def test_very_many_changes_are_cut_and_lead_to_the_table(small_project: Path) -> None:
    entry = "  - record: gone-{0}\n    kind: area\n    title: Place {0}\n"
    removed = "removed:\n" + "".join(map(entry.format, range(400)))
    days = [f"2026-01-{day:02}" for day in range(1, 11)]
    root = with_releases(small_project, dict.fromkeys(days, removed))
    site = build_site_once(root / "mkdocs.yml").folder
    first = (site / "new" / "index.html").read_text(encoding="utf-8")
    assert "376 more" in words(site, "new/index.html")
    assert "The table of all changes" in first
    assert len(first) < 60_000
    assert "1 January 2026" in words(site, "new/index-3.html")


@pytest.mark.browser
def test_find_marks_what_is_new_and_sorts_it_first(windows: Windows, released: Path) -> None:
    watched = windows.open()
    page = watched.open((released / "find/index.html").as_uri() + "?q=fields&kind=area")
    cards = page.locator(".la-results__list .la-card")
    expect(cards).to_have_count(2)
    page.get_by_label("Sort by").select_option(label="Newest first")
    expect(cards.first).to_contain_text("Near Fields")
    expect(cards.first.locator(".la-tag--new")).to_have_text("New")
    expect(cards.first).to_contain_text("Added 31 March 2026")
    expect(cards.nth(1)).to_contain_text("Added 31 January 2026, changed 31 March 2026")
    assert watched.wrong == []
