"""A site with an address says where it is, on every page and in its sitemap."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.host_mkdocs import FaultsError, build_site_once
from generator.publish import verify_site
from tests.conftest import MakeOnce
from tests.sites import copy_small, tree

ROOT, SUBFOLDER = "https://academy.example/", "https://example.org/health/academy/"
HOSTILE = "\"><script>alert(1)</script> & 'x' <!--"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
AT_BOTH = pytest.mark.parametrize("address", [ROOT, SUBFOLDER])


def build_at(root: Path, address: str, change: Callable[[Path], None] = lambda _: None) -> Path:
    """The small academy with an address in its settings, built."""
    copy_small(root)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}site_url: {address}\n", encoding="utf-8")
    change(root)
    return build_site_once(settings).folder


@pytest.fixture
def published(address: str, make_once: MakeOnce) -> Path:
    name = f"published-{len(address)}"
    return make_once(name, lambda root: build_at(root, address)) / "site"


class Head(HTMLParser):
    """What the head of a page states, by the name of the statement."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.stated: dict[str, str] = {}
        self.scripts = 0
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link":
            self.stated[values["rel"]] = values["href"]
        elif tag == "meta":
            name = values.get("property") or values.get("name") or ""
            self.stated[name] = values.get("content", "")
        self.scripts += tag == "script"


@AT_BOTH
def test_each_page_states_its_own_address(address: str, published: Path) -> None:
    for page in published.rglob("*.html"):
        url = page.relative_to(published).as_posix()
        if url in ("404.html", "areas/ashby-town.html"):
            continue
        stated = Head(page).stated
        assert stated["canonical"] == stated["og:url"] == address + url
        assert (published / stated["og:image"].removeprefix(address)).is_file()
        assert (page.parent / stated["alternate"]).resolve() == published / "data" / "feed.xml"
        assert stated["og:title"]
        assert stated["og:description"]


@AT_BOTH
def test_a_moved_page_states_its_new_address(address: str, published: Path) -> None:
    stated = Head(published / "areas" / "ashby-town.html").stated
    assert stated["canonical"] == stated["og:url"] == f"{address}areas/ashby.html"


@AT_BOTH
def test_the_sitemap_lists_every_page_once(address: str, published: Path) -> None:
    text = (published / "sitemap.xml").read_text(encoding="utf-8")
    entries = ET.fromstring(text).findall(f"{SITEMAP}url")  # noqa: S314 - our own file
    listed = [entry.findtext(f"{SITEMAP}loc") or "" for entry in entries]
    pages = {page.relative_to(published).as_posix() for page in published.rglob("*.html")}
    pages -= {"404.html", "areas/ashby-town.html"}
    assert sorted(listed) == sorted(address + page for page in pages)
    dated = {
        entry.findtext(f"{SITEMAP}loc"): day
        for entry in entries
        if (day := entry.findtext(f"{SITEMAP}lastmod"))
    }
    assert dated == {f"{address}adoptions/brookvale-from-ashby.html": "2022-06-01"}
    robots = (published / "robots.txt").read_text(encoding="utf-8")
    assert f"\nSitemap: {address}sitemap.xml\n" in robots


@AT_BOTH
def test_a_site_with_an_address_is_sound(address: str, published: Path) -> None:
    assert address in (published / "manifest.json").read_text(encoding="utf-8")
    assert verify_site(published, search_personal_data=False) == ()


@pytest.mark.parametrize("address", [SUBFOLDER])
def test_the_data_page_describes_the_data_set(address: str, published: Path) -> None:
    data = entity(published / "data" / "index.html", "Dataset")
    assert data["license"].startswith("https://www.nationalarchives.gov.uk/doc/open-government")
    assert data["creator"]["@type"] == "Organization"
    assert data["creator"]["name"] == "Learning Academy"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
    assert 50 <= len(data["description"]) <= 5000
    assert data["url"] == f"{address}data/index.html"
    types = {file["contentUrl"]: file["encodingFormat"] for file in data["distribution"]}
    assert types[f"{address}data/academy.sqlite"] == "application/vnd.sqlite3"
    assert types[f"{address}data/csv/prototypes.csv"] == "text/csv"
    for file in types:
        assert (published / file.removeprefix(address)).is_file()


def entity(page: Path, kind: str) -> Any:
    text = page.read_text(encoding="utf-8")
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return next(one for one in json.loads(block)["@graph"] if one["@type"] == kind)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    def make_hostile(root: Path) -> None:
        settings = root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        named = text.replace("site_name: Learning Academy", f"site_name: {json.dumps(HOSTILE)}")
        settings.write_text(named, encoding="utf-8")
        area = root / "registry" / "areas" / "ashby.yaml"
        text = area.read_text(encoding="utf-8").replace("title: Ashby", "title: '\"> & <b> x'")
        area.write_text(text, encoding="utf-8")

    site = build_at(tmp_path / "small", SUBFOLDER, make_hostile)
    head = Head(site / "areas" / "ashby.html")
    plain = Head(site / "areas" / "vale.html")
    assert head.stated["og:title"] == '"> & <b> x'
    assert head.stated["og:site_name"] == HOSTILE
    assert head.scripts == plain.scripts
    assert entity(site / "data" / "index.html", "Dataset")["creator"]["name"] == HOSTILE
    assert verify_site(site, search_personal_data=False) == ()


def test_a_record_with_a_picture_shows_it_in_links(tmp_path: Path) -> None:
    picture = Path(__file__).parents[2] / "docs" / "record.png"

    def add_picture(root: Path) -> None:
        (root / "media").mkdir()
        (root / "media" / "visit.png").write_bytes(picture.read_bytes())
        record = root / "prototypes" / "ashby-visits.yaml"
        text = record.read_text(encoding="utf-8")
        added = "pictures: [{file: media/visit.png, alt: A page, credit: Us}]\n"
        record.write_text(f"{text}{added}", encoding="utf-8")

    site = build_at(tmp_path / "small", ROOT, add_picture)
    stated = Head(site / "prototypes" / "ashby-visits.html").stated
    assert re.fullmatch(rf"{ROOT}media/visit\.png\.[0-9a-f]{{10}}\.webp", stated["og:image"])
    assert stated["og:image:alt"] == "A page"
    assert int(stated["og:image:width"]) > 0
    assert verify_site(site, search_personal_data=False) == ()


@pytest.mark.parametrize("address", [SUBFOLDER])
def test_the_same_records_give_the_same_bytes(
    address: str, published: Path, tmp_path: Path
) -> None:
    assert tree(build_at(tmp_path / "again", address)) == tree(published)


def test_a_site_without_an_address_points_nowhere(small_site: Path) -> None:
    files = tree(small_site)
    assert not {"404.html", "sitemap.xml", "robots.txt"} & set(files)
    assert not [url for url in files if url.startswith("assets/academy/card.")]
    for url, content in files.items():
        if url.endswith(".html"):
            assert not re.search(rb'rel="(?:canonical|alternate)"|"og:|twitter:', content), url


@pytest.mark.parametrize(
    "address",
    ["https://example.org/?x=1", "https://example.org/a#b", "https://exa mple.org/", "https:///x"],
)
def test_an_address_that_cannot_be_added_to_is_refused(small_project: Path, address: str) -> None:
    settings = small_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{text}site_url: "{address}"\n', encoding="utf-8")
    with pytest.raises(FaultsError, match="must be an address such as https://example"):
        build_site_once(settings)
