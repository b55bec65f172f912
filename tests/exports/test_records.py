"""The records as JSON, and the schema beside them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from generator.exports import AcademyEdition
from generator.exports.record_schema import records_schema
from generator.exports.records import EXPORT, record_url
from generator.records.catalogue import default_vocabulary
from tests.conftest import Academy
from tests.exports.making import HOSTILE, edition_of, first, hostile, small
from tests.json_schemas import schema_validator

EDITIONS = pytest.mark.parametrize("edition", [first, small], ids=["first", "small"])


@cache
def validator() -> Any:
    return schema_validator(records_schema(default_vocabulary()))


def files(edition: AcademyEdition) -> dict[str, Any]:
    return {one.url: json.loads(one.make()) for one in EXPORT.files(edition)}


@EDITIONS
def test_every_record_keeps_to_the_schema(edition: Any) -> None:
    contents = files(edition())
    for url in ("data/records.json", *(url for url in contents if "/records/" in url)):
        assert validator().is_valid(contents[url]), url


@EDITIONS
def test_all_and_each_say_the_same(edition: Any) -> None:
    contents = files(edition())
    every = contents["data/records.json"]["records"]
    assert [one["id"] for one in every] == list(edition().index.catalogue.records)
    for record in every:
        assert contents[record_url(record["kind"], record["id"])] == record


@pytest.mark.parametrize(
    "change",
    [
        {"stage": "no such stage"},
        {"started": "last spring"},
        {"areas": []},
        {"unknown": "x"},
        {"kind": "practice"},
        {"title": None},
    ],
)
def test_the_schema_refuses_what_no_record_says(change: dict[str, Any]) -> None:
    record = files(small())["data/records/prototypes/ashby-visits.json"]
    assert validator().is_valid(record)
    assert not validator().is_valid({**record, **change})


def test_values_have_their_own_types() -> None:
    contents = files(small())
    record = contents["data/records/prototypes/ashby-visits.json"]
    assert record["page"] == "prototypes/ashby-visits.html"
    assert isinstance(record["areas"], list)
    measures = [one for one in contents["data/records.json"]["records"] if one["kind"] == "measure"]
    assert any(isinstance(one.get("value"), int | float) for one in measures)


def test_a_reference_by_an_earlier_id_names_the_record(academy: Academy) -> None:
    root = academy(
        {
            "registry/areas/one.yaml": "title: One\ntype: borough\naliases: [uno]\n",
            "registry/areas/two.yaml": "title: Two\ntype: borough\npart_of: [uno]\n",
        }
    )
    assert files(edition_of(root))["data/records/areas/two.json"]["part_of"] == ["one"]


def test_hostile_text_is_text(academy: Academy) -> None:
    contents = files(hostile(academy))
    titles = [one["title"] for one in contents["data/records.json"]["records"]]
    assert sorted(titles) == sorted(HOSTILE)
    assert validator().is_valid(contents["data/records.json"])
