"""Small academies for the tests of insights: places that nest, and one line for each record."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from generator.analysis.insights import AdoptionIndex
from generator.records.catalogue import read_catalogue
from tests.conftest import Academy


class File(NamedTuple):
    """A record's folder and text; its name is its id."""

    folder: str
    text: str


Known = Callable[..., AdoptionIndex]


def record(folder: str, **fields: Any) -> File:
    """A record from its fields: each is a line of YAML, its value written as JSON."""
    lines = (f"{name}: {json.dumps(value, default=str)}\n" for name, value in fields.items())
    return File(folder, "".join(lines))


def area(*part_of: str, **more: Any) -> File:
    return record("registry/areas", **{"title": "A", "type": "borough", "part_of": part_of, **more})


def practice(**more: Any) -> File:
    return record("registry/practices", **{"title": "P", "type": "service", **more})


def principle(**more: Any) -> File:
    return record("registry/principles", title="B", statement="S", **more)


def outcome(type: str = "outcome", **more: Any) -> File:  # noqa: A002
    return record("registry/outcomes", title="O", type=type, **more)


def partner(**more: Any) -> File:
    return record("registry/partners", title="C", type="council", **more)


def group(**more: Any) -> File:
    return record("registry/groups", **{"title": "G", "type": "board", "area": "ashby", **more})


def resource(**more: Any) -> File:
    fields = {"title": "R", "type": "coaching", "availability": "available", **more}
    return record("registry/resources", **fields)


def prototype(**more: Any) -> File:
    """Live in Ashby, and using visits, unless said otherwise."""
    fields = {"title": "T", "areas": ["ashby"], "stage": "live", "practices": ["visits"]}
    return record("prototypes", **{**fields, **more})


def adoption(area: str = "brook", source: str = "ashby", **more: Any) -> File:
    """Of visits, in place, unless said otherwise."""
    fields = {"practice": "visits", "status": "in-place", "learnt_from": [{"area": source}]}
    return record("registry/adoptions", area=area, **{**fields, **more})


def barrier(*met: dict[str, Any], **more: Any) -> File:
    fields = {"title": "H", "domain": "process", "statement": "S", "occurrences": met, **more}
    return record("registry/barriers", **fields)


def measure(id: str, **more: Any) -> dict[str, Any]:  # noqa: A002
    """An improved result with figures for days at home, unless said otherwise."""
    fields = {"outcome": "days", "nature": "result", "change": "improved"}
    return {"id": id, "statement": "S", **fields, "evidence_level": "data", **more}


# land ⊃ north ⊃ vale ⊃ ashby, brook; north ⊃ dale; the isle lies apart
PLACES = {
    "land": area(),
    "north": area("land"),
    "vale": area("north"),
    "dale": area("north"),
    "ashby": area("vale"),
    "brook": area("vale"),
    "isle": area(),
    "visits": practice(),
    "calls": practice(),
    "days": outcome(),
    "cost": outcome("cost"),
    "council": partner(),
    "trust": partner(),
}


@pytest.fixture
def known(academy: Academy) -> Known:
    """The index of the places and the files that a test gives by their ids."""

    def make(**files: File) -> AdoptionIndex:
        texts = {f"{one.folder}/{name}.yaml": one.text for name, one in (PLACES | files).items()}
        catalogue, faults = read_catalogue(academy(texts))
        assert [fault.as_text() for fault in faults] == []
        return AdoptionIndex(catalogue)

    return make
