"""Who can help says how far away it is, where both areas have a location."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.identity import AcademyIdentity
from generator.records.catalogue import read_catalogue
from generator.site.parts.content import SiteContent
from generator.site.parts.distances import distance_notes

AREAS = {
    "north": "title: North\ntype: region\nlocation: {latitude: 55, longitude: -2}\n",
    "bridge": (
        "title: Bridge\ntype: borough\npart_of: [north]\n"
        "location: {latitude: 54.669, longitude: -1.256}\n"
    ),
    "harbour": "title: Harbour\ntype: borough\nlocation: {latitude: 54.964, longitude: -1.446}\n",
    "unplaced": "title: Unplaced\ntype: borough\n",
}


@pytest.mark.parametrize(
    ("country", "words"), [("GB", "about 22 miles away"), ("NZ", "about 35 km away")]
)
def test_a_helper_has_its_distance(tmp_path: Path, country: str, words: str) -> None:
    folder = tmp_path / "registry" / "areas"
    folder.mkdir(parents=True)
    for name, text in AREAS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    catalogue, faults = read_catalogue(tmp_path)
    assert faults == ()
    site = SiteContent("Academy", catalogue, identity=AcademyIdentity(country=country))
    # an area around it is not away, and one without a location is nobody knows how far
    assert distance_notes(site, "bridge", ("harbour", "north", "unplaced")) == {
        "harbour": words,
        "north": "",
        "unplaced": "",
    }
