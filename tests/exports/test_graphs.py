"""The graphs as files: networkx reads back what was written."""

from __future__ import annotations

import io
import json
from typing import Any

import networkx
import pytest

from generator.analysis.graph import GRAPHS
from generator.exports.graphs import EXPORT
from tests.conftest import Academy
from tests.exports.making import HOSTILE, first, hostile, small

EDITIONS = pytest.mark.parametrize("edition", [first, small], ids=["first", "small"])
EACH = pytest.mark.parametrize("name", list(GRAPHS))


def same(first: Any, other: Any) -> bool:
    return bool(
        list(first.nodes(data=True)) == list(other.nodes(data=True))
        and list(first.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
        and type(first) is type(other)
    )


def files(edition: Any) -> dict[str, bytes]:
    return {one.url: one.make() for one in EXPORT.files(edition)}


def graphml(edition: Any, name: str) -> bytes:
    stem = "graph" if name == "full" else f"graph-{name.replace('_', '-')}"
    return files(edition)[f"data/{stem}.graphml"]


@EACH
@EDITIONS
def test_graphml_reads_back_the_same(edition: Any, name: str) -> None:
    made = GRAPHS[name](edition().index.catalogue)
    read = networkx.read_graphml(io.BytesIO(graphml(edition(), name)), force_multigraph=True)
    assert made.number_of_edges()
    assert same(made, read)


@EACH
@EDITIONS
def test_node_link_json_reads_back_the_same(edition: Any, name: str) -> None:
    data = json.loads(files(edition())["data/graph.json"])[name]
    assert same(
        GRAPHS[name](edition().index.catalogue), networkx.node_link_graph(data, edges="edges")
    )


def test_hostile_titles_come_back(academy: Academy) -> None:
    edition = hostile(academy)
    read = networkx.read_graphml(io.BytesIO(graphml(edition, "full")), force_multigraph=True)
    assert sorted(title for _, title in read.nodes(data="title")) == sorted(HOSTILE)
