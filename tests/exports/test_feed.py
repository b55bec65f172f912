"""The Atom feed: what RFC 4287 asks for, and the changes that releases list."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from uuid import UUID

import pytest

from generator.exports import AcademyEdition
from generator.exports.feed import MAX_ENTRIES, feed_content
from tests.conftest import Academy
from tests.exports.making import HOSTILE, edition_of, first, hostile, small

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://academy.example/here/"
AREA = "title: One\ntype: borough\nsummary: A place.\n"
START = {"releases/2025-01-01.yaml": "date: 2025-01-01\nrecords: 1\n"}


def added(record: str, title: str = "One", kind: str = "area") -> str:
    return f"  - record: {record}\n    kind: {kind}\n    title: {title}\n"


def feed(edition: AcademyEdition) -> ET.Element:
    return ET.fromstring(feed_content(edition))  # noqa: S314 - our own bytes


def texts(parent: ET.Element, name: str) -> list[str]:
    return [one.text or "" for one in parent.findall(f"{ATOM}{name}")]


def entries(root_element: ET.Element) -> list[ET.Element]:
    return root_element.findall(f"{ATOM}entry")


def links(parent: ET.Element) -> list[str | None]:
    return [one.get("href") for one in parent.findall(f"{ATOM}link")]


@pytest.fixture
def released(academy: Academy) -> AcademyEdition:
    """An academy with two releases after its start, one with every sort of change."""
    changes = (
        "date: 2025-03-31\nnote: Spring has come.\nadded:\n"
        + added("b", "Two")
        + "changed:\n"
        + added("a")
        + "    fields:\n      - summary\nremoved:\n"
        + added("gone", "A lost place")
    )
    return edition_of(
        academy(
            {
                **START,
                "releases/2025-02-28.yaml": "date: 2025-02-28\nadded:\n" + added("a"),
                "releases/2025-03-31.yaml": changes,
                "registry/areas/a.yaml": AREA,
                "registry/areas/b.yaml": AREA.replace("One", "Two"),
            }
        )
    )


@pytest.mark.parametrize("edition", [first, small], ids=["first", "small"])
def test_an_academy_without_releases_has_an_empty_feed(edition: object) -> None:
    root_element = feed(edition())  # type: ignore[operator]
    assert entries(root_element) == []
    assert texts(root_element, "updated")[0].endswith("T00:00:00Z")


def test_feed_and_entries_have_what_the_rfc_asks(released: AcademyEdition) -> None:
    root_element = feed(released)
    assert root_element.tag == f"{ATOM}feed"
    assert len(root_element.findall(f"{ATOM}author/{ATOM}name")) == 1
    ids = set()
    for element in (root_element, *entries(root_element)):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1
        assert UUID(texts(element, "id")[0]).version == 5
        ids.add(texts(element, "id")[0])
        assert element.find(f"{ATOM}link") is not None
    assert len(ids) == len(entries(root_element)) + 1


def test_each_change_of_each_release_is_an_entry(released: AcademyEdition) -> None:
    root_element = feed(released)
    assert [
        (
            texts(one, "updated")[0][:10],
            texts(one, "title")[0],
            texts(one, "summary")[0],
            links(one),
        )
        for one in entries(root_element)
    ] == [
        (
            "2025-03-31",
            "What's new: 31 March 2025",
            "Spring has come. 1 other new record, 1 record corrected or added to and 1 record "
            "removed.",
            ["../new/index.html#release-2025-03-31"],
        ),
        ("2025-03-31", "New: Two", "Two: A place.", ["../areas/b.html"]),
        ("2025-03-31", "Corrected or added to: One", "One: summary.", ["../areas/a.html"]),
        ("2025-03-31", "Removed: A lost place", "A lost place (area).", ["../new/index.html"]),
        ("2025-02-28", "New: One", "One: A place.", ["../areas/a.html"]),
        (
            "2025-01-01",
            "What's new: 1 January 2025",
            "The academy started with 1 record.",
            ["../new/index.html#release-2025-01-01"],
        ),
    ]
    assert texts(root_element, "updated") == ["2025-03-31T00:00:00Z"]


def test_it_holds_so_many_and_no_more(academy: Academy) -> None:
    ids = [f"a{n}" for n in range(MAX_ENTRIES + 1)]
    listed = "date: 2025-03-31\nadded:\n" + "".join(map(added, ids))
    files = {f"registry/areas/{one}.yaml": AREA for one in ids}
    root = academy({**files, "releases/2025-03-31.yaml": listed})
    assert len(entries(feed(edition_of(root)))) == MAX_ENTRIES


def test_an_entry_keeps_its_name_when_its_record_is_renamed_or_removed(academy: Academy) -> None:
    release = {"releases/2025-03-31.yaml": "date: 2025-03-31\nadded:\n" + added("old")}
    root = academy({"registry/areas/old.yaml": AREA, **release})
    before = feed(edition_of(root))
    (root / "registry/areas/old.yaml").rename(root / "registry/areas/new.yaml")
    (root / "registry/areas/new.yaml").write_text(f"{AREA}aliases: [old]\n", encoding="utf-8")
    renamed = feed(edition_of(root))
    (root / "registry/areas/new.yaml").unlink()
    removed = feed(edition_of(root))
    assert len({texts(entries(one)[0], "id")[0] for one in (before, renamed, removed)}) == 1
    assert links(entries(renamed)[0]) == ["../areas/new.html"]


def test_addresses_are_whole_where_the_site_is_known(academy: Academy) -> None:
    root_element = feed(hostile(academy, SITE))
    own = {one.get("rel"): one.get("href") for one in root_element.findall(f"{ATOM}link")}
    assert own == {None: SITE, "self": f"{SITE}data/feed.xml"}
    assert entries(root_element)
    for entry in entries(root_element):
        assert all(link and link.startswith(SITE) for link in links(entry))


def test_hostile_titles_come_back(academy: Academy) -> None:
    titles = [texts(one, "title")[0] for one in entries(feed(hostile(academy)))]
    assert sorted(title.removeprefix("New: ") for title in titles) == sorted(HOSTILE)
