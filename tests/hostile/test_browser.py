"""Some of every source in a real browser; the rest stands in `test_proof.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.hostile.control import run_control, write_control
from tests.hostile.gate import judge
from tests.hostile.packs import packed
from tests.hostile.plan import Plan
from tests.hostile.readers import search, write
from tests.hostile.staging import bare, built, lexicon
from tests.hostile.vectors import sources
from tests.hostile.watch import Watch, look, watching

pytestmark = pytest.mark.browser

FEW = tuple(dict.fromkeys(one for source in sources() for one in source.attacks[:2]))


def test_nothing_of_a_sample_runs_on_a_site_of_every_kind(browser: Browser, tmp_path: Path) -> None:
    verdicts = judge(FEW)
    packs = packed(verdicts)
    plan = Plan(packs, verdicts.taken["web"], step=len(packs))
    site = built(tmp_path / "academy", plan)
    missing: dict[str, list[str]] = {}
    with watching(browser, site) as watch:
        look(watch, (site / plan.records[0].page).as_uri())  # with the policy, if it has one
        bare(site)
        for record in plan.records:
            missing[record.page] = look(watch, (site / record.page).as_uri(), record.plain)
        search(watch, site, FEW[::3], every=12)
        assert write(watch, site, plan.records[::9]) == []
        assert watch.reported == {}
    assert {page: some for page, some in missing.items() if some} == {}


def test_nothing_of_a_sample_runs_in_the_glossary(browser: Browser, tmp_path: Path) -> None:
    site, words = lexicon(tmp_path / "academy", judge(FEW).everywhere)
    bare(site)
    with watching(browser, site) as watch:
        assert look(watch, (site / "glossary.html").as_uri(), words) == []
        for page in (site / "principles").glob("*.html"):
            look(watch, page.as_uri())
        assert watch.reported == {}


def test_the_same_attacks_run_where_nothing_stops_them(browser: Browser, tmp_path: Path) -> None:
    pages = write_control(tmp_path / "pages", FEW)
    with watching(browser, tmp_path) as watch:
        ran = run_control(watch, pages)
    by_source = {source.name for source in sources() if ran & set(source.attacks)}
    assert len(ran) >= 15
    assert {"own: markdown", "own: title", "own: quote", "html5lib"} <= by_source


# what the harness must see: each does one thing that no page of ours may do
DEEDS = {
    "alert": "<script>alert(1)</script>",
    "eval": "<script>eval('1')</script>",
    "Function": "<script>new Function('1')()</script>",
    "setTimeout": "<script>setTimeout('1')</script>",
    "fetch": "<script>fetch('x.txt')</script>",
    "open": "<script>new XMLHttpRequest().open('GET', 'x')</script>",
    "sendBeacon": "<script>navigator.sendBeacon('x')</script>",
    "WebSocket": "<script>new WebSocket('ws://127.0.0.1:9')</script>",
    "write": "<script>document.write('x')</script>",
    "postMessage": "<script>postMessage('x', '*')</script>",
    "inline script": "<script>document.head.appendChild(document.createElement('script'))</script>",
    "request": "<img src='http://127.0.0.1:9/x.png'>",
    "moved": "<script>location = 'other.html'</script>",
    "handler": "<b onpaste='1'>x</b>",
    "address": "<a href='javascript:1'>x</a>",
    "element": "<iframe></iframe>",
    "meta": "<meta http-equiv='default-style' content='x'>",
    "script": "<script></script>",
    "script {": "<script type='application/ld+json'>{</script>",
    "style": "<b style='background: url(x.png)'>x</b>",
}


@pytest.fixture(scope="module")
def harness(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Watch, Path]]:
    """A watch, and the folder of its pages."""
    folder = tmp_path_factory.mktemp("harness")
    (folder / "other.html").write_text("<p>x", encoding="utf-8")
    with watching(browser, folder) as watch:
        yield watch, folder


@pytest.mark.parametrize("deed", DEEDS)
def test_the_harness_sees(harness: tuple[Watch, Path], deed: str) -> None:
    watch, folder = harness
    page = folder / f"{list(DEEDS).index(deed)}.html"
    page.write_text(f"<!doctype html><title>x</title>{DEEDS[deed]}", encoding="utf-8")
    address = page.as_uri()
    look(watch, address)
    for _ in range(20):
        seen = json.dumps([watch.ran[address], watch.asked[address], watch.faults[address]])
        if deed in seen:
            return
        watch.page.wait_for_timeout(10)
    raise AssertionError(f"not seen among {seen}")


def test_the_harness_is_silent_where_nothing_happens(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title><p>Words & more.</p>", encoding="utf-8")
    with watching(browser, tmp_path) as watch:
        assert look(watch, page.as_uri(), ["Words & more.", "Not there."]) == ["Not there."]
        assert watch.reported == {}
