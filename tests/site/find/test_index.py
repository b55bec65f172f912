"""The index as files: everything is in it once, it is safe, and it is the same every time."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator.host_mkdocs import build_site_once
from generator.model.kinds import KIND_OF
from tests.catalogues import first_catalogue
from tests.site.find.engines import search_page
from tests.sites import tree

_CALL = re.compile(r'academy\.find\.addPart\("(\w{12})","([\w-]+)",(.*)\);\n', re.DOTALL)
NASTY = '<img src=x onerror="document.title=1"> </script><script>document.title=1</script>'


def taken(site: Path) -> dict[str, tuple[str, Any]]:
    """What each file hands over, with its version."""
    parts = {}
    for file in sorted((site / "find").glob("*.js")):
        match = _CALL.fullmatch(file.read_text(encoding="utf-8"))
        assert match, file.name
        assert match.group(2) == file.stem
        parts[file.stem] = (match.group(1), json.loads(match.group(3)))
    return parts


def test_every_record_and_written_page_is_in_it_once(first_site: Path) -> None:
    files = taken(first_site)
    urls = [doc[0] for name, (_, value) in files.items() if name[0] == "d" for doc in value]
    records = first_catalogue().records.values()
    wanted = [f"{KIND_OF[one.kind].slug}/{one.id}.html" for one in records]
    wanted += ["about.html", "share.html", "accessibility.html", "lessons/not-worked.html"]
    assert [url for url in wanted if urls.count(url) != 1] == []
    assert [url for url in urls if not (first_site / url.partition("#")[0]).exists()] == []


def test_all_files_are_of_one_version(first_site: Path) -> None:
    assert len({version for version, _ in taken(first_site).values()}) == 1


def test_a_changed_record_is_a_new_version_and_nothing_else_is(built_project: Path) -> None:
    first = tree(built_project / "site" / "find")
    build_site_once(built_project / "mkdocs.yml")
    assert tree(built_project / "site" / "find") == first
    record = built_project / "prototypes" / "ashby-visits.yaml"
    record.write_text(record.read_text("utf-8") + "note: Zephyrs were seen.\n", "utf-8")
    build_site_once(built_project / "mkdocs.yml")
    second = tree(built_project / "site" / "find")
    assert not set(first.items()) & set(second.items()) - {
        item for item in first.items() if item[0].endswith(".html")
    }
    assert b"zephyr" in second["head.js"]


@pytest.mark.browser
def test_every_record_is_found_by_its_title(browser: Browser, first_site: Path) -> None:
    page = search_page(browser, first_site)
    catalogue = first_catalogue()
    titles = {one.id: catalogue.title(one.id) for one in catalogue.records.values()}
    script = """async (titles) => {
        const out = [];
        for (const title of titles) {
            const found = await academy.find.search(title, false);
            const docs = await academy.find.loadDocuments(found.documents.slice(0, 5));
            out.push(docs.map((doc) => doc.title));
        }
        return out;
    }"""
    answers = page.evaluate(script, list(titles.values()))
    pairs = zip(titles.values(), answers, strict=True)
    assert [title for title, answer in pairs if title not in answer] == []


@pytest.mark.browser
def test_markup_in_a_record_is_shown_as_it_is_written(
    browser: Browser, small_project: Path
) -> None:
    record = small_project / "prototypes" / "nasty.yaml"
    quoted = NASTY.replace("'", "''")
    record.write_text(
        f"title: 'Zebra {quoted}'\nsummary: 'Zebra {quoted}'\nareas: [ashby]\nstage: idea\n",
        "utf-8",
    )
    build_site_once(small_project / "mkdocs.yml")
    page = browser.new_page()
    page.goto((small_project / "site" / "about.html").as_uri())
    before = page.title()
    page.get_by_role("combobox").fill("zebra")
    option = page.get_by_role("option").first
    expect(option).to_contain_text('onerror="document.title=1"')
    assert option.locator("img, script").count() == 0
    page.keyboard.press("Enter")
    card = page.locator(".la-results__list .la-card").first
    expect(card).to_contain_text("</script><script>")
    assert card.locator("img, script").count() == 0
    page.goto(
        (small_project / "site" / "find/index.html").as_uri() + "?q=" + NASTY + "&area=%3Cb%3E"
    )
    expect(page.locator(".la-results__count")).to_contain_text("Nothing in <b>.")
    assert page.locator("article img, article script, .la-filter b").count() == 0
    assert page.title() != "1"
    assert before != "1"
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("lost", ["head.js", "p0.js", "d0.js"])
def test_a_search_that_cannot_load_says_so(
    browser: Browser, small_site: Path, tmp_path: Path, lost: str
) -> None:
    site = shutil.copytree(small_site, tmp_path / "site")
    (site / "find" / lost).unlink()
    page = browser.new_page()
    page.goto((site / "about.html").as_uri())
    page.get_by_role("combobox").fill("visits")
    expect(page.locator(".la-search__note")).to_contain_text("The search could not be loaded.")
    page.close()


@pytest.mark.browser
def test_files_of_two_versions_are_never_mixed(
    browser: Browser, small_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(small_site, tmp_path / "site")
    words = site / "find" / "head.js"
    words.write_text(
        re.sub(r'addPart\("\w+"', 'addPart("000000000000"', words.read_text("utf-8")), "utf-8"
    )
    page = browser.new_page()
    page.goto((site / "about.html").as_uri())
    page.get_by_role("combobox").fill("visits")
    expect(page.locator(".la-search__note")).to_contain_text(
        "has changed since this page was opened"
    )
    page.close()
