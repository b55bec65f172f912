"""Records with one title are told apart by the fewest details that do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.catalogue import Catalogue, read_catalogue
from tests.newports import add_newports


@pytest.fixture
def catalogue(small: Path) -> Catalogue:
    catalogue, faults = read_catalogue(add_newports(small))
    assert faults == ()
    return catalogue


def write_areas(root: Path, *areas: str) -> Catalogue:
    for number, text in enumerate(areas, 1):
        file = root / f"registry/areas/n{number}.yaml"
        file.write_text(f"title: Newport\n{text}\n", encoding="utf-8")
    return read_catalogue(root)[0]


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ("newport-iow", "Newport, Isle of Wight"),
        ("newport-wales", "Newport, Gwent"),
        ("iow-council", "Newport Council, Isle of Wight"),
        ("gwent-council", "Newport Council, Gwent"),
        ("newport-visits", "Visits, Newport, Isle of Wight"),
        ("ashby", "Ashby"),
    ],
)
def test_a_title_that_two_records_share_is_followed_by_what_tells_them_apart(
    catalogue: Catalogue, record: str, name: str
) -> None:
    assert catalogue.title(record) == name


def test_no_two_namesakes_have_one_name(catalogue: Catalogue) -> None:
    for kind in ("area", "partner", "group", "prototype"):
        records = [record for record in catalogue.records.values() if record.kind == kind]
        names = {catalogue.title(record.id).casefold() for record in records}
        assert len(names) == len(records), kind


def test_a_place_comes_before_the_wider_area_and_that_before_the_type(small: Path) -> None:
    catalogue = write_areas(
        small, "type: place\npart_of: [vale]", "type: county\npart_of: [vale]", "type: borough"
    )
    names = [catalogue.title(f"n{number}") for number in (1, 2, 3)]
    assert names == ["Newport, The Vale, Place", "Newport, The Vale, County", "Newport, Borough"]


def test_namesakes_that_nothing_tells_apart_show_their_ids(small: Path) -> None:
    catalogue = write_areas(small, "type: place", "type: place")
    assert [catalogue.title(name) for name in ("n1", "n2")] == [
        "Newport, Place [n1]",
        "Newport, Place [n2]",
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("newport, isle of  wight", ["newport-iow"]),
        ("Newport", ["newport-iow", "newport-wales"]),
        ("casnewydd", ["newport-wales"]),
        ("Cyngor Casnewydd", ["gwent-council"]),
        ("Ashby", ["ashby"]),
        ("Nowhere", []),
    ],
)
def test_a_name_leads_to_every_record_that_people_call_so(
    catalogue: Catalogue, name: str, ids: list[str]
) -> None:
    assert list(catalogue.named(name)) == ids
