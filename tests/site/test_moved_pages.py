"""An address that was published leads on to where its page has moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.examine import examine
from generator.host_mkdocs import build_site_once
from generator.publish.manifest import read_manifest
from generator.publish.verify import verify_site
from tests.sites import run_academy

LIST = "registry/published-addresses.txt"
ADDRESS = "https://academy.example/sub/"


def write(root: Path, *lines: str) -> None:
    (root / LIST).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def page(root: Path, name: str, title: str) -> None:
    file = root / "site_src" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"# {title}\n\nText.\n", encoding="utf-8")


def text_of(site: Path, url: str) -> str:
    return (site / url).read_text("utf-8")


def test_old_addresses_lead_to_the_new_ones(small_project: Path) -> None:
    page(small_project, "guide.md", "How we work & learn")
    settings = small_project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("nav:\n", "nav:\n  - guide.md\n")
    settings.write_text(f"site_url: {ADDRESS}\n{text}", encoding="utf-8")
    moves = (
        "help/old.html -> guide.html",
        "old.html -> guide.html",
        "evidence/gone.html -> evidence/results.html",
        "areas/gone.html -> areas/ashby.html",
    )
    write(small_project, *moves)
    site = build_site_once(settings).folder
    assert [finding.as_text() for finding in verify_site(site)] == []
    assert 'at <a href="guide.html">How we work &amp; learn</a>' in text_of(site, "old.html")
    old = text_of(site, "help/old.html")
    assert 'at <a href="../guide.html">How we work &amp; learn</a>' in old
    assert f'<link rel="canonical" href="{ADDRESS}guide.html">' in old
    assert 'at <a href="../evidence/results.html">' in text_of(site, "evidence/gone.html")
    assert 'at <a href="../areas/ashby.html">Ashby</a>' in text_of(site, "areas/gone.html")
    listed = text_of(site, "sitemap.xml")
    assert "guide.html" in listed
    assert "old.html" not in listed
    assert not list(site.rglob("-layout.html"))
    done = run_academy("addresses", folder=small_project)
    assert done.returncode == 0, done.stderr
    kept = (small_project / LIST).read_text("utf-8").splitlines()
    assert set(moves) < set(kept)
    assert "guide.html" in kept
    assert "help/old.html" not in kept


REFUSED = [
    (("a.html -> gone.html",), "There is no page “gone.html” to which “a.html” could lead."),
    (("about.html -> index.html",), "because “about.html” is still a page."),
    (("About.html -> index.html",), "because “about.html” is still a page."),
    (("areas/ashby-town.html -> index.html",), "“areas/ashby-town.html” is still a page."),
    (("a.html -> b.html", "b.html -> about.html"), "Write “a.html -> about.html”."),
    (("a.html -> areas/ashby-town.html",), "Write “a.html -> areas/ashby.html”."),
    (("a.html -> b.html", "b.html -> a.html"), "“a.html” and “b.html” lead to each other"),
    (("a.html -> a.html",), "“a.html” leads to itself"),
    (("a.html -> about.html", "a.html"), "“a.html” is in the list more than once."),
    (("a.html -> https://elsewhere.example/a.html",), "not the address of a page"),
    (("a.html -> //elsewhere.example/a.html",), "not the address of a page"),
    (("a.html -> ../a.html",), "not the address of a page"),
    (("../a.html -> about.html",), "not the address of a page"),
    (("a.html ->",), "not the address of a page"),
    (("a.html -> about.html -> b.html",), "not the address of a page"),
]


@pytest.mark.parametrize(("lines", "expected"), REFUSED)
def test_a_move_that_leads_nowhere_is_refused(
    small_project: Path, lines: tuple[str, ...], expected: str
) -> None:
    write(small_project, *lines)
    texts = [finding.as_text() for finding in examine(small_project)[1]]
    assert any(text.startswith(f"{LIST}:1:") and expected in text for text in texts), texts


def test_verify_knows_where_a_page_has_moved(small_project: Path) -> None:
    write(small_project, "old.html -> about.html")
    site = build_site_once(small_project / "mkdocs.yml").folder
    manifest = site / "manifest.json"
    text = manifest.read_text("utf-8")
    assert read_manifest(text).expected_pages.moved == {"old.html": "about.html"}
    manifest.write_text(text.replace('"about.html"\n', '"spread/pace.html"\n'), encoding="utf-8")
    messages = [(finding.code, finding.message) for finding in verify_site(site)]
    assert ("V506", "No link leads from here to “spread/pace.html”.") in messages
