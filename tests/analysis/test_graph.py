"""The four graphs of the small academy, edge by edge."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import pytest
from pydantic import BaseModel

from generator.analysis.graph import (
    GRAPHS,
    area_practice_graph,
    areas_inside,
    full_graph,
    learning_graph,
    principle_graph,
    to_node_link,
)
from generator.analysis.relations import edges
from generator.model.fields.links import Link, nested_model
from generator.model.kinds import KINDS
from generator.records.catalogue import Catalogue, read_catalogue
from tests.conftest import SMALL, Academy


def links_of(model: type[BaseModel]) -> Mapping[str, Link]:
    """Each relation that a model can write, by the path of the field that writes it."""
    links: dict[str, Link] = {}
    for name, info in model.model_fields.items():
        link = next((m for m in info.metadata if isinstance(m, Link)), None)
        inner = nested_model(info.annotation)
        if link is not None:
            links[name] = link
        elif inner is not None:
            links |= {f"{name}.{path}": one for path, one in links_of(inner).items()}
    return links


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(SMALL)[0]


def arrows(catalogue: Catalogue, end: str) -> set[str]:
    """Each edge from or to a record, as `source type target`."""
    relations = {(e.source, e.type, e.target) for e in edges(catalogue)}
    return {" ".join(one) for one in relations if end in (one[0], one[2])}


def test_every_relation_of_the_model_is_drawn(catalogue: Catalogue) -> None:
    kinds = [kind for kind in KINDS if catalogue.records_of_kind(kind)]
    declared = {link.edge for kind in kinds for link in links_of(kind.model).values()} - {None}
    assert {edge.type for edge in edges(catalogue)} == declared | {"mentions"}


def test_every_record_is_a_node(catalogue: Catalogue) -> None:
    graph = full_graph(catalogue)
    assert set(graph) == set(catalogue.records)
    assert graph.nodes["ashby-visits"] == {
        "kind": "prototype",
        "title": "Shared visits in Ashby",
    }


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            "a-year-of-visits",
            {
                "a-year-of-visits about ashby",
                "a-year-of-visits challenge two-record-systems",
                "a-year-of-visits covers ashby-visits",
                "a-year-of-visits mentions ask-first",
                "a-year-of-visits mentions shared-visits",
                "a-year-of-visits source vale-handbook",
            },
        ),
        (
            "brookvale-from-ashby",
            {
                "brookvale adopts brookvale-from-ashby",
                "brookvale-from-ashby asserted_by visiting-team",
                "brookvale-from-ashby confirmed_by brookvale-council",
                "brookvale-from-ashby learnt_from ashby",
                "brookvale-from-ashby learnt_from ashby-visits",
                "brookvale-from-ashby learnt_from visiting-team",
                "brookvale-from-ashby of_practice shared-visits",
                "brookvale-from-ashby resulted_in brookvale-visits",
            },
        ),
        (
            "two-record-systems",
            {
                "a-year-of-visits challenge two-record-systems",
                "shared-visits answers two-record-systems",
                "two-record-systems mentions ask-first",
                "two-record-systems met_by ashby-visits",
                "two-record-systems met_in ashby",
                "two-record-systems needs ashby-council",
                "two-record-systems needs vale-handbook",
            },
        ),
        (
            "ashby-visits-cost-of-visits",
            {
                "ashby-visits-cost-of-visits falls_to ashby-council",
                "ashby-visits-cost-of-visits in_area ashby",
                "ashby-visits-cost-of-visits measures cost-of-visits",
                "ashby-visits-cost-of-visits of ashby-visits",
            },
        ),
        (
            "ashby-council",
            {
                "ashby-council member_of vale-board",
                "ashby-council partner_in ashby-visits",
                "ashby-council serves ashby",
                "ashby-council succeeds ashby-rural-district",
                "ashby-council works_with brookvale-council",
                "ashby-visits recognised_by ashby-council",
                "ashby-visits-cost-of-visits falls_to ashby-council",
                "two-record-systems needs ashby-council",
                "vale-handbook provider ashby-council",
            },
        ),
        (
            "visiting-team",
            {
                "brookvale-from-ashby asserted_by visiting-team",
                "brookvale-from-ashby learnt_from visiting-team",
                "vale-handbook sought_by visiting-team",
                "visiting-team covers ashby",
                "visiting-team member_of vale-board",
                "visiting-team part_of vale-board",
                "visiting-team-days-at-home-jdhkg of_group visiting-team",
            },
        ),
    ],
)
def test_edges_of_one_record(record: str, expected: set[str], catalogue: Catalogue) -> None:
    assert arrows(catalogue, record) == expected


def test_a_relation_written_on_the_far_side_runs_the_other_way(catalogue: Catalogue) -> None:
    relations = {(e.type, e.source, e.target, e.writer, e.reader) for e in edges(catalogue)}
    assert ("adopts", "vale", "vale-from-ashby", "vale-from-ashby", "vale") in relations
    assert (
        "partner_in",
        "ashby-council",
        "ashby-visits",
        "ashby-visits",
        "ashby-council",
    ) in relations
    assert ("part_of", "ashby", "vale", "ashby", "vale") in relations


def test_an_earlier_id_draws_the_edge_to_the_record(academy: Academy) -> None:
    area = "title: One\ntype: borough\n"
    root = academy(
        {
            "registry/areas/one.yaml": area + "aliases: [old]\n",
            "registry/areas/two.yaml": area + "part_of: [old]\nnote: In [[old]].\n",
        }
    )
    relations = [(e.source, e.type, e.target) for e in edges(read_catalogue(root)[0])]
    assert relations == [("two", "part_of", "one"), ("two", "mentions", "one")]


def test_a_relation_is_counted_once(academy: Academy) -> None:
    area = "title: One\ntype: borough\n"
    root = academy(
        {
            "registry/areas/one.yaml": area,
            "registry/areas/two.yaml": area + "part_of: [one, one]\nnote: '[[one]] and [[one]]'\n",
        }
    )
    relations = [(e.source, e.type, e.target) for e in edges(read_catalogue(root)[0])]
    assert relations == [("two", "part_of", "one"), ("two", "mentions", "one")]


def test_who_learnt_from_whom(catalogue: Catalogue) -> None:
    graph = learning_graph(catalogue)
    assert set(graph) == {"ashby", "brookvale", "vale"}
    assert sorted(graph.edges(data=True), key=str) == [
        (
            "ashby",
            "brookvale",
            {
                "adoption": "brookvale-from-ashby",
                "practice": "shared-visits",
                "status": "in-place",
                "fidelity": "adapted",
            },
        ),
        (
            "ashby",
            "vale",
            {
                "adoption": "vale-from-ashby",
                "status": "begun",
                "fidelity": "not-stated",
                "unnamed_adopters": 2,
            },
        ),
    ]


def test_learning_within_an_area_is_not_an_edge(academy: Academy) -> None:
    root = academy(
        {
            "registry/areas/one.yaml": "title: One\ntype: borough\n",
            "registry/adoptions/two.yaml": "area: one\nstatus: begun\nlearnt_from: [{area: one}]\n",
        }
    )
    graph = learning_graph(read_catalogue(root)[0])
    assert (len(graph), graph.number_of_edges()) == (0, 0)


def test_unnamed_adopters_are_counted_and_no_node_is_made_up(catalogue: Catalogue) -> None:
    facts = learning_graph(catalogue).edges(data="unnamed_adopters")
    assert sum(count or 0 for _, _, count in facts) == 2


def test_which_area_practises_what(catalogue: Catalogue) -> None:
    graph = area_practice_graph(catalogue)
    assert {node: data["layer"] for node, data in graph.nodes(data=True)} == {
        "ashby": "area",
        "brookvale": "area",
        "vale": "area",
        "joint-work": "practice",
        "shared-visits": "practice",
    }
    assert sorted(graph.edges(data=True), key=str) == [
        ("ashby", "shared-visits", {"type": "practises", "prototype": "ashby-visits"}),
        (
            "brookvale",
            "shared-visits",
            {"type": "adopts", "adoption": "brookvale-from-ashby", "status": "in-place"},
        ),
    ]


def test_a_practice_of_the_wider_area_counts_for_those_inside(small: Path) -> None:
    file = small / "prototypes/ashby-visits.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("areas:\n  - ashby", "areas: [vale]"))
    graph = area_practice_graph(read_catalogue(small)[0])
    practised = {(s, t) for s, t, kind in graph.edges(data="type") if kind == "practises"}
    assert practised == {(area, "shared-visits") for area in ("vale", "ashby", "brookvale")}


def test_areas_inside(catalogue: Catalogue) -> None:
    assert areas_inside(catalogue) == {
        "ashby": ("ashby",),
        "brookvale": ("brookvale",),
        "vale": ("vale", "ashby", "brookvale"),
    }


def test_areas_inside_each_other_do_not_hang(academy: Academy) -> None:
    area = "title: One\ntype: borough\npart_of: "
    root = academy(
        {
            "registry/areas/one.yaml": area + "[two]\n",
            "registry/areas/two.yaml": area + "[one]\n",
            "registry/areas/three.yaml": area + "[one, three, nowhere]\n",
        }
    )
    assert areas_inside(read_catalogue(root)[0]) == {
        "one": ("one", "three", "two"),
        "two": ("two", "one", "three"),
        "three": ("three",),
    }


def test_which_prototype_shows_which_principle(catalogue: Catalogue) -> None:
    graph = principle_graph(catalogue)
    assert set(graph) == {"ask-first", "ashby-visits", "brookvale-visits"}
    verdict = {"verdict": "worked", "judged_by": "those-involved"}
    assert list(graph.edges(data=True)) == [("ask-first", "ashby-visits", verdict)]


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_written_as_json_reads_back_equal(name: str, catalogue: Catalogue) -> None:
    graph = GRAPHS[name](catalogue)
    read = nx.node_link_graph(json.loads(json.dumps(to_node_link(graph))), edges="edges")
    assert nx.utils.graphs_equal(graph, read)
    assert isinstance(read, nx.MultiDiGraph)


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_is_the_same_each_time(name: str) -> None:
    first, second = (json.dumps(to_node_link(GRAPHS[name](read_catalogue(SMALL)[0]))) for _ in "ab")
    assert first == second
