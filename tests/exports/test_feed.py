"""The Atom feed: what RFC 4287 asks for, from the records' own days."""

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
AREA = "title: One\ntype: borough\n"


def feed(edition: AcademyEdition) -> ET.Element:
    return ET.fromstring(feed_content(edition))  # noqa: S314 - our own bytes


def texts(parent: ET.Element, name: str) -> list[str]:
    return [one.text or "" for one in parent.findall(f"{ATOM}{name}")]


@pytest.mark.parametrize("edition", [first, small], ids=["first", "small"])
def test_feed_and_entries_have_what_the_rfc_asks(edition: object) -> None:
    root_element = feed(edition())  # type: ignore[operator]
    assert root_element.tag == f"{ATOM}feed"
    assert len(root_element.findall(f"{ATOM}author/{ATOM}name")) == 1
    for element in (root_element, *root_element.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1
        assert UUID(texts(element, "id")[0]).version == 5
        assert texts(element, "updated")[0].endswith("T00:00:00Z")
        assert element.find(f"{ATOM}link") is not None


def test_the_newest_comes_first_and_dates_the_feed(academy: Academy) -> None:
    root = academy(
        {
            "registry/areas/a.yaml": f"{AREA}reviewed_on: 2024-05\n",
            "registry/areas/b.yaml": f"{AREA}reviewed_on: 2025-01-31\nreview_due: 2030\n",
            "registry/areas/c.yaml": AREA,
        }
    )
    root_element = feed(edition_of(root))
    entries = root_element.findall(f"{ATOM}entry")
    assert [one.find(f"{ATOM}link").get("href") for one in entries] == [  # type: ignore[union-attr]
        "../areas/b.html",
        "../areas/a.html",
    ]
    assert texts(entries[1], "updated") == ["2024-05-01T00:00:00Z"]
    assert texts(root_element, "updated") == ["2025-01-31T00:00:00Z"]


def test_what_a_record_tells_of_does_not_date_it(academy: Academy) -> None:
    group = "title: One\ntype: board\narea: x\nstarted: 2013\n"
    root = academy(
        {
            "registry/areas/x.yaml": AREA,
            "registry/groups/a.yaml": f"{group}reviewed_on: 1 May 2025\n",
            "registry/groups/b.yaml": group,
            "registry/groups/c.yaml": f"{group}reviewed_on: about 2024\n",
            "registry/groups/d.yaml": f"{group}reviewed_on: 2024/25 Q4\n",
        }
    )
    entries = feed(edition_of(root)).findall(f"{ATOM}entry")
    assert [texts(one, "updated")[0] for one in entries] == [
        "2025-05-01T00:00:00Z",
        "2025-01-01T00:00:00Z",
    ]


def test_it_holds_so_many_and_no_more(academy: Academy) -> None:
    files = {
        f"registry/areas/a{n}.yaml": f"{AREA}reviewed_on: 2024\n" for n in range(MAX_ENTRIES + 1)
    }
    assert len(feed(edition_of(academy(files))).findall(f"{ATOM}entry")) == MAX_ENTRIES


def test_a_record_keeps_its_name_when_it_is_renamed(academy: Academy) -> None:
    dated = f"{AREA}reviewed_on: 2024\n"
    before = feed(edition_of(academy({"registry/areas/old.yaml": dated})))
    root = academy({"registry/areas/new.yaml": f"{dated}aliases: [mid, old]\n"})
    (root / "registry/areas/old.yaml").unlink()
    after = feed(edition_of(root))
    names = [texts(one.find(f"{ATOM}entry"), "id") for one in (before, after)]  # type: ignore[arg-type]
    assert names[0] == names[1]


def test_addresses_are_whole_where_the_site_is_known(academy: Academy) -> None:
    root_element = feed(hostile(academy, SITE))
    links = {one.get("rel"): one.get("href") for one in root_element.findall(f"{ATOM}link")}
    assert links == {None: SITE, "self": f"{SITE}data/feed.xml"}
    entries = [one.find(f"{ATOM}link") for one in root_element.findall(f"{ATOM}entry")]
    assert all(one is not None and one.get("href", "").startswith(SITE) for one in entries)


def test_hostile_titles_come_back(academy: Academy) -> None:
    entries = feed(hostile(academy)).findall(f"{ATOM}entry")
    titles = [texts(one, "title")[0].removeprefix("Learning resource: ") for one in entries]
    assert sorted(titles) == sorted(HOSTILE)
