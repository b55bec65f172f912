"""The fuller peers are given each record's own links, and state them from both ends."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.model.fields.links import references
from generator.model.fields.prose import mentions_in
from generator.records.catalogue import read_catalogue
from tests.bench.speed.builders import PEERS_BY_WORD
from tests.bench.speed.measure import run
from tests.bench.speed.peers.full_pages import eleventy_front, hugo_front, menu, records_named
from tests.bench.speed.records import Entries, Entry, read_entries
from tests.bench.speed.tools import Tools
from tests.bench.synth import write_academy

TOOLS = Tools()
needs_tools = pytest.mark.skipif(not TOOLS.are_installed(), reason="the peers are not installed")


@pytest.fixture(scope="module")
def academy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "academy"
    write_academy(60, root)
    return root


@pytest.fixture(scope="module", params=["hugo-fuller", "eleventy-fuller"])
def site(
    academy: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("peer")
    builder = PEERS_BY_WORD[request.param].prepare(academy, folder / "site", TOOLS)
    run(builder.steps, folder / "log")
    return builder.site


def test_values_and_prose_name_records() -> None:
    named = [Entry("areas", name, name, {}) for name in ("north", "south", "east")]
    entry = Entry(
        "areas", "west", "West", {"near": ["south"], "note": "See [[north]]."}, "[[east]]"
    )
    entries = Entries((entry, *named))
    assert [one.id for one in records_named(entry, entries)] == ["south", "north", "east"]


def test_the_menu_has_every_kind_and_divides_some(academy: Path) -> None:
    entries = read_entries(academy)
    kinds = {kind.name: kind for kind in menu(entries)}
    assert kinds.keys() == entries.by_folder.keys()
    assert kinds["partners"].entries == ()
    stages = {str(one.fields["stage"]) for one in entries.by_folder["prototypes"]}
    assert [one.url for one in kinds["prototypes"].entries] == [
        f"/search/?kind=prototypes&label={stage}" for stage in sorted(stages)
    ]


def test_values_stand_above_the_text_as_each_peer_reads_them() -> None:
    assert hugo_front({"title": "A: b"}) == '{"title": "A: b"}\n\n'
    assert eleventy_front({"title": "A: b"}) == '---json\n{"title": "A: b"}\n---\n\n'


@needs_tools
def test_links_are_stated_from_both_ends(academy: Path, site: Path) -> None:
    entries = read_entries(academy)
    data = {one.id: json.loads(record(site, one, "json")) for one in entries.all}
    named = {
        (source.id, target)
        for source in read_catalogue(academy)[0].records.values()
        for target in (
            *(reference.target for reference in references(source)),
            *(mention.target for mention in mentions_in(source)),
        )
        if target != source.id
    }
    assert len(named) > 150
    for source, target in sorted(named):
        named_entry, namer = entries.by_id[target], entries.by_id[source]
        assert f"/{named_entry.folder}/{target}" in data[source]["names"]
        assert f"/{namer.folder}/{source}/" in data[target]["named_by"]


@needs_tools
def test_a_page_holds_cards_linked_data_and_the_menu(academy: Path, site: Path) -> None:
    entries = read_entries(academy)
    entry = entries.by_folder["adoptions"][0]
    practice = entries.by_id[str(entry.fields["practice"])]
    page = record(site, entry, "html")
    assert card(practice) in cards(page, "Names")
    assert card(entry) in cards(record(site, practice, "html"), "Named by")
    linked = json.loads(re.findall(r'<script type="application/ld\+json">(.*)</script>', page)[0])
    assert linked["name"] == entry.title
    assert practice.title in [one["name"] for one in linked["mentions"]]
    links = set(map(unescape, re.findall(r'href="([^"]*)"', page)))
    for kind in menu(entries):
        assert {kind.url, *(one.url for one in kind.entries)} <= links


@needs_tools
def test_each_record_stands_as_data(academy: Path, site: Path) -> None:
    for entry in read_entries(academy).all:
        data: dict[str, Any] = json.loads(record(site, entry, "json"))
        assert (data["title"], data["kind"]) == (entry.title, entry.folder)
        assert data["record"] == entry.fields


def record(site: Path, entry: Entry, ending: str) -> str:
    return (site / entry.folder / entry.id / f"index.{ending}").read_text(encoding="utf-8")


def card(entry: Entry) -> tuple[str, str, str]:
    """A card: its address, and its words."""
    return f"/{entry.folder}/{entry.id}/", entry.title, entry.summary


def cards(page: str, title: str) -> list[tuple[str, str, str]]:
    section = page.partition(f"<h2>{title}</h2>")[2].partition("</section>")[0]
    parts = re.findall(r'<li class="card"><a href="(.*?)">(.*?)</a>(?:<p>(.*?)</p>)?', section)
    return [(url, unescape(name), unescape(summary)) for url, name, summary in parts]
