"""The catalogue as networkx graphs. This is the only module that imports networkx.

It takes a tenth of a second to load, so modules that every command imports load this one only where
they ask for a graph.

Four graphs: every relation (`full_graph`), which area learnt from which (`learning_graph`), which
area practises or adopts what (`area_practice_graph`), and which prototype shows which principle
(`principle_graph`). Node and edge types are declared by the kinds with their fields.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from generator.analysis.graphml import write_graphml
from generator.analysis.relations import adopting_areas, edges
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.area import Area
from generator.model.kinds.practice import Practice
from generator.model.kinds.principle import Principle
from generator.model.kinds.prototype import Prototype, prototype_progress
from generator.model.kinds.prototype_verdict import judge_of
from generator.records.catalogue import Catalogue


def full_graph(catalogue: Catalogue) -> nx.MultiDiGraph:
    """Return the graph of every record and every relation.

    Nodes are ids with `kind` and `title`. Edges have a `type`; two nodes may be joined by several
    edges of different types.
    """
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for record in catalogue.records.values():
        graph.add_node(record.id, kind=record.kind, title=catalogue.title(record.id))
    for edge in edges(catalogue):
        graph.add_edge(edge.source, edge.target, type=edge.type)
    return graph


def learning_graph(catalogue: Catalogue) -> nx.MultiDiGraph:
    """Return the graph of areas, with an edge from source to adopter for each external adoption.

    An organisation adopts in each area that it serves. Sources that are not areas are left out.
    Edges have `adoption`, `status` and, where stated, `practice`, `fidelity` (the actual one) and
    `unnamed_adopters` (how many the source counts without naming them).
    """
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for adoption in catalogue.records_of(Adoption):
        for adopter in adopting_areas(catalogue, adoption):
            for source in _source_areas(catalogue, adoption):
                if source == adopter:
                    continue
                for area in (source, adopter):
                    graph.add_node(area, kind="area", title=catalogue.title(area))
                graph.add_edge(source, adopter, **_adoption_facts(catalogue, adoption))
    return graph


def _source_areas(catalogue: Catalogue, adoption: Adoption) -> list[str]:
    """Return the areas that an adoption is learnt from, once for each time it is stated."""
    stated = (catalogue.resolve(lesson.area) for lesson in adoption.learnt_from if lesson.area)
    return [area for area in stated if area]


def area_practice_graph(catalogue: Catalogue) -> nx.MultiDiGraph:
    """Return the graph of areas and practices, in two layers (`layer` is "area" or "practice").

    An edge `practises` means that a prototype in practice, in that area or in one that contains it,
    uses the practice; it has `prototype`. An edge `adopts` is an adoption of a named practice, by
    the area or by an organisation that serves it; it has `adoption` and `status`.
    """
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for area in catalogue.records_of(Area):
        graph.add_node(area.id, kind="area", layer="area", title=catalogue.title(area.id))
    for practice in catalogue.records_of(Practice):
        graph.add_node(
            practice.id, kind="practice", layer="practice", title=catalogue.title(practice.id)
        )
    inside = areas_inside(catalogue)
    for prototype in catalogue.records_of(Prototype):
        if prototype_progress(prototype) != "happened":
            continue
        for place in _covered(catalogue, prototype, inside):
            for target in prototype.practices:
                practice_id = catalogue.resolve(target)
                if practice_id:
                    graph.add_edge(place, practice_id, type="practises", prototype=prototype.id)
    for adoption in catalogue.records_of(Adoption):
        named = catalogue.resolve(adoption.practice) if adoption.practice else None
        if named is None:
            continue
        for adopter in adopting_areas(catalogue, adoption):
            facts = {"adoption": adoption.id, "status": adoption.status}
            graph.add_edge(adopter, named, type="adopts", **facts)
    return graph


def principle_graph(catalogue: Catalogue) -> nx.MultiDiGraph:
    """Return the graph from each principle to the prototypes that show it.

    Edges have the prototype's `verdict` and, where it was judged, `judged_by`.
    """
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for principle in catalogue.records_of(Principle):
        graph.add_node(principle.id, kind="principle", title=catalogue.title(principle.id))
    for prototype in catalogue.records_of(Prototype):
        graph.add_node(prototype.id, kind="prototype", title=catalogue.title(prototype.id))
        for target in prototype.principles:
            principle_id = catalogue.resolve(target)
            if principle_id:
                judge = judge_of(prototype)
                judged_by = {"judged_by": judge} if judge else {}
                graph.add_edge(principle_id, prototype.id, verdict=prototype.verdict, **judged_by)
    return graph


GRAPHS = {
    "full": full_graph,
    "learning": learning_graph,
    "area_practice": area_practice_graph,
    "principle": principle_graph,
}


def to_node_link(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """Return a graph in the node-link form of networkx, for JSON."""
    data: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    return data


def to_graphml(graph: nx.MultiDiGraph) -> bytes:
    """Return a graph as GraphML; `nx.read_graphml(…, force_multigraph=True)` reads it back."""
    return write_graphml(graph.nodes(data=True), graph.edges(keys=True, data=True))


def areas_inside(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return for each area itself and all areas inside it, at any depth."""
    nesting: nx.DiGraph = nx.DiGraph()
    for area in catalogue.records_of(Area):
        nesting.add_node(area.id)
        for target in area.part_of:
            wider = catalogue.resolve(target)
            if wider:
                nesting.add_edge(wider, area.id)
    return {area: (area, *sorted(nx.descendants(nesting, area))) for area in nesting}


def connected_components(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the connected components of undirected `pairs`, the largest first, each sorted."""
    graph: nx.Graph = nx.Graph()
    graph.add_edges_from(pairs)
    groups = (tuple(sorted(group)) for group in nx.connected_components(graph))
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def _covered(
    catalogue: Catalogue, prototype: Prototype, inside: dict[str, tuple[str, ...]]
) -> list[str]:
    stated = catalogue.resolve_all(prototype.areas)
    return list(dict.fromkeys(inner for area in stated for inner in inside.get(area, ())))


def _adoption_facts(catalogue: Catalogue, adoption: Adoption) -> dict[str, Any]:
    facts = {
        "adoption": adoption.id,
        "practice": catalogue.resolve(adoption.practice) if adoption.practice else None,
        "status": adoption.status,
        "fidelity": adoption.fidelity_actual,
        "unnamed_adopters": adoption.unnamed_adopters,
    }
    # GraphML has no null.
    return {name: fact for name, fact in facts.items() if fact is not None}
