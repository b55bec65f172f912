"""Peers show what we show: every field, all prose and every link of a made-up academy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.fields.links import references
from generator.model.fields.prose import mentions_in
from generator.records.catalogue import Catalogue, read_catalogue
from tests.bench.speed.peers.pages import PeerPage, pages, web_address
from tests.bench.speed.records import Entries, Entry, Plain, read_entries
from tests.bench.speed.text import Text
from tests.bench.synth import write_academy


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "academy"
    write_academy(120, root)
    return root


@pytest.fixture(scope="module")
def catalogue(made: Path) -> Catalogue:
    return read_catalogue(made)[0]


@pytest.fixture(scope="module")
def entries(made: Path) -> Entries:
    return read_entries(made)


@pytest.fixture(scope="module")
def written(entries: Entries) -> dict[str, PeerPage]:
    return {page.name: page for page in pages(entries, web_address) if page.name != "index"}


def test_every_record_has_its_page(catalogue: Catalogue, written: dict[str, PeerPage]) -> None:
    assert written.keys() == catalogue.records.keys()


def test_every_record_that_is_named_is_linked(
    catalogue: Catalogue, entries: Entries, written: dict[str, PeerPage]
) -> None:
    named = {
        (one.id, target)
        for one in catalogue.records.values()
        for target in (
            *(reference.target for reference in references(one)),
            *(mention.target for mention in mentions_in(one)),
        )
    }
    assert len(named) > 300
    missing = [
        (page, target)
        for page, target in sorted(named)
        if _link(entries, target) not in written[page].text
    ]
    assert missing == []


def _link(entries: Entries, target: str) -> str:
    entry = entries.by_id[target]
    return f"[{entry.title}](/{entry.folder}/{entry.id}/)"


def test_every_value_is_shown(entries: Entries, written: dict[str, PeerPage]) -> None:
    for entry in entries.all:
        page = written[entry.id]
        page_text = _flat(f"{page.title}\n{page.summary}\n{page.text}")
        for value in (*_values(entry.fields), entry.body):
            shown = Text(entries, web_address)
            if value in entries.by_id:
                assert _flat(shown._linked(f"[[{value}]]")) in page_text
            else:
                assert _flat(shown._linked(value)) in page_text, (entry.id, value)


def _values(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for member in value.values() if hasattr(value, "values") else value:
            yield from _values(member)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\\|", "|")).strip()


def test_every_kind_has_a_list_of_its_records(entries: Entries) -> None:
    lists = {page.folder: page for page in pages(entries, web_address) if page.name == "index"}
    assert lists.keys() == {"", *entries.by_folder}
    for folder, members in entries.by_folder.items():
        assert all(_link(entries, one.id) in lists[folder].text for one in members)
        assert f"(/{folder}/)" in lists[""].text


def test_prose_of_several_lines_keeps_them(entries: Entries) -> None:
    entry = Entry("practices", "x", "X", {"note": "One.\n\n- two\n- three"})
    text = Text(entries, web_address).page(entry)
    assert "## Note\n\nOne.\n\n- two\n- three\n" in text
    assert "| Note |" not in text
