"""Dates as people write them, all the way: on pages, in linked data, in data files and in Find."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from generator.host_mkdocs import build_site_once
from generator.model.kinds import KIND_OF
from generator.records.catalogue import default_vocabulary
from generator.site.find.facet_values import record_years
from tests.conftest import MakeOnce
from tests.readable import words_in
from tests.sites import copy_small, give_address

ENDS = {
    "2019/20": ("2019/20", "2019-04/2020-03"),
    "Q3 2019/20": ("2019/20 Q3", "2019-10/2019-12"),
    "Q3 2019": ("2019 Q3", "2019-35"),
    "spring 2019": ("spring 2019", "2019-21"),
    "c. 2019": ("about 2019", "2019~"),
    "2017-2019": ("2017 to 2019", "2017/2019"),
    "before 2015": ("before 2015", "../2015"),
    "03/2020": ("March 2020", "2020-03"),
}
PARTNER = "title: Council {n}\ntype: council\nsummary: A council.\nvalid_to: {date}\n"


@pytest.fixture(scope="module")
def site(make_once: MakeOnce) -> Path:
    def make(root: Path) -> None:
        give_address(copy_small(root))
        for number, written in enumerate(ENDS):
            file = root / f"registry/partners/council-{number}.yaml"
            file.write_text(PARTNER.format(n=number, date=written), encoding="utf-8")
        build_site_once(root / "mkdocs.yml")

    return make_once("written-dates", make) / "site"


def test_pages_show_the_words(site: Path) -> None:
    for number, (words, _) in enumerate(ENDS.values()):
        page = (site / f"partners/council-{number}.html").read_text(encoding="utf-8")
        text = words_in(page)
        assert f"Ended {words}" in text


def test_linked_data_gives_the_date_in_edtf_with_the_words_beside_it(site: Path) -> None:
    for number, (words, edtf) in enumerate(ENDS.values()):
        page = (site / f"partners/council-{number}.html").read_text(encoding="utf-8")
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        entity = next(one for one in json.loads(block)["@graph"] if "identifier" in one)
        if words == "March 2020":
            assert entity["dissolutionDate"] == edtf
        else:
            literal, text = entity["dissolutionDate"]
            assert (literal["@value"], text) == (edtf, words)


def test_data_files_give_both(site: Path) -> None:
    records = json.loads((site / "data/records.json").read_text(encoding="utf-8"))["records"]
    ended = {one["id"]: (one.get("valid_to_words"), one.get("valid_to")) for one in records}
    with (site / "data/csv/partners.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: (row["valid_to_words"], row["valid_to"]) for row in csv.DictReader(file)}
    for number, expected in enumerate(ENDS.values()):
        assert ended[f"council-{number}"] == rows[f"council-{number}"] == expected


def test_find_offers_every_year_that_a_date_lies_in() -> None:
    years = {
        "2019/20": (2019, 2020),
        "2017 to 2019": (2017, 2018, 2019),
        "about 2019": (2019,),
        "1900 to 1999": tuple(range(1900, 1910)),
        "before 2015": (),
        "April 2019": (2019,),
    }
    for written, expected in years.items():
        values = {"id": "a", "title": "A", "type": "council", "valid_from": written}
        model = KIND_OF["partner"].model
        partner = model.model_validate(values, context=default_vocabulary())
        assert record_years(partner) == expected
