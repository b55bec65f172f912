"""Two areas, councils, boards and prototypes of one title, on every surface of a site."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli.commands import academy
from generator.host_mkdocs import build_site_once
from tests.conftest import MakeOnce
from tests.newports import add_newports
from tests.readable import words_in
from tests.sites import copy_small, give_address

NAMES = {
    "areas/newport-iow": "Newport, Isle of Wight",
    "areas/newport-wales": "Newport, Gwent",
    "partners/iow-council": "Newport Council, Isle of Wight",
    "partners/gwent-council": "Newport Council, Gwent",
    "groups/iow-board": "Care board, Newport, Isle of Wight",
    "groups/gwent-board": "Care board, Newport, Gwent",
    "prototypes/newport-visits": "Visits, Newport, Isle of Wight",
    "prototypes/gwent-visits": "Visits, Newport, Gwent",
}
_LINK = re.compile(r'<a [^>]*?href="([^"#]*?)\.html"[^>]*>(.*?)</a>', re.DOTALL)


@pytest.fixture(scope="module")
def project(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        build_site_once(give_address(add_newports(copy_small(root))) / "mkdocs.yml")

    return make_once("newports", make)


def links_of(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each link to a namesake: the page, the record, what a reader sees."""
    for page in sorted(site.rglob("*.html")):
        for href, inner in _LINK.findall(page.read_text(encoding="utf-8")):
            target = href.rpartition("/")
            record = f"{target[0].rpartition('/')[2] or page.parent.name}/{target[2]}"
            if record in NAMES:
                yield page.relative_to(site).as_posix(), record, words_in(inner)


def test_every_link_says_which_of_two_namesakes_it_leads_to(project: Path) -> None:
    links = [link for link in links_of(project / "site") if link[2]]
    assert {record for _, record, _ in links} == set(NAMES)
    vague = {link for link in links if link[2] in ("Newport", "Newport Council", "Care board")}
    assert vague == set()


@pytest.mark.parametrize("record", NAMES)
def test_a_page_is_headed_by_the_name(project: Path, record: str) -> None:
    text = (project / "site" / f"{record}.html").read_text(encoding="utf-8")
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert heading
    assert title
    assert NAMES[record] in words_in(heading.group(1))
    assert NAMES[record] in words_in(title.group(1))


def test_data_files_and_calendars_of_titles_tell_them_apart(project: Path) -> None:
    site = project / "site"
    rows = list(csv.DictReader(io.StringIO((site / "data/csv/areas.csv").read_text("utf-8-sig"))))
    assert {row["title"] for row in rows if "Newport" in row["title"]} == {
        "Newport, Isle of Wight",
        "Newport, Gwent",
    }
    (place,) = [row["place"] for row in rows if row["id"] == "newport-iow"]
    assert place == "Isle of Wight"


def test_who_to_ask_is_on_the_page_and_in_linked_data(project: Path) -> None:
    text = (project / "site/areas/newport-iow.html").read_text(encoding="utf-8")
    assert "Who to ask" in words_in(text)
    assert 'href="https://newport-iow.example/ask"' in text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert block
    entity = json.loads(block.group(1))["@graph"][1]
    assert entity["url"] == "https://newport-iow.example/"
    partner = (project / "site/partners/iow-council.html").read_text(encoding="utf-8")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', partner)
    assert block
    entity = json.loads(block.group(1))["@graph"][1]
    assert entity["identifier"] == ["iow-council", "ABC12"]
    assert entity["contactPoint"] == "The front desk team"


def test_the_same_body_elsewhere_is_on_the_page_and_in_linked_data(project: Path) -> None:
    text = (project / "site/partners/iow-council.html").read_text(encoding="utf-8")
    assert 'href="https://register.example/council/7"' in text
    assert "island-academy/council" in words_in(text)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert block
    entity = json.loads(block.group(1))["@graph"][1]
    assert entity["sameAs"] == ["https://register.example/council/7", "island-academy/council"]


def test_show_asks_which_one(project: Path) -> None:
    done = CliRunner().invoke(academy, ["show", "Newport", "--project", str(project)])
    assert done.exit_code == 2
    assert "2 records are called “Newport”. Which one? Give its id:" in done.output
    assert "newport-iow  (area, Newport, Isle of Wight)" in done.output
    assert "newport-wales  (area, Newport, Gwent)" in done.output
    done = CliRunner().invoke(academy, ["show", "Newport, Gwent", "--project", str(project)])
    assert done.exit_code == 0
    assert "Newport, Gwent\n" in done.output


@pytest.fixture
def form(browser: Browser, project: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((project / "site/share/partner.html").as_uri())
    expect(page.locator("[data-share][data-ready=yes]")).to_be_visible()
    yield page
    page.close()


def errors_in_form(form: Page, answers: dict[str, object]) -> list[str]:
    script = """(answers) => {
        academy.share.form.setAnswers(answers);
        return academy.share.form.errors().map(({text}) => text);
    }"""
    errors: list[str] = form.evaluate(script, {"title": "A", "type": "council", **answers})
    return errors


@pytest.mark.browser
@pytest.mark.parametrize(
    ("serves", "message"),
    [
        (["newport-iow", "Newport, Gwent"], ""),
        (["casnewydd"], ""),
        (
            ["Newport"],
            "2 records are called “Newport”. Which one? Write “Newport, Isle of Wight” or "
            "“Newport, Gwent”.",
        ),
        (
            ["Ashby, Brookvale"],
            "“Ashby, Brookvale” is 2 names: “Ashby” and “Brookvale”. Give one. This answer takes "
            "one record.",
        ),
        (["ashby", "brookvale", "Ashby"], "“Ashby” is in this list twice. Delete this one."),
    ],
)
def test_the_form_asks_which_record_a_name_means(
    form: Page, serves: list[str], message: str
) -> None:
    assert errors_in_form(form, {"serves": serves}) == ([message] if message else [])


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["gss", ""])
def test_the_form_refuses_a_letter_typed_for_a_digit_in_a_code(form: Page, scheme: str) -> None:
    assert errors_in_form(form, {"code": "E0600000l", "code_scheme": scheme}) == [
        "“E0600000l” is not a GSS code: a capital letter and 8 digits. Correct it, or change the "
        "scheme. A code looks like E06000005."
    ]


@pytest.mark.browser
def test_the_form_checks_places_on_the_map(form: Page, project: Path) -> None:
    form.goto((project / "site/share/area.html").as_uri())
    expect(form.locator("[data-share][data-ready=yes]")).to_be_visible()
    errors = errors_in_form(
        form, {"type": "place", "location": {"latitude": "540.1", "longitude": "541"}}
    )
    assert errors == [
        "“540.1” is not a latitude: it must be from -90 to 90. Is the decimal point in the right "
        "place? Copy the latitude in degrees from a map.",
        "“541” is not a longitude: it must be from -180 to 180. Is the decimal point in the right "
        "place? Copy the longitude in degrees from a map.",
    ]
