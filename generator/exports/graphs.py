"""The four graphs as node-link JSON and GraphML, for networkx and other graph tools."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.exports.compact_json import object_bytes
from generator.exports.export import (
    AcademyEdition,
    DataFile,
    Export,
    python_example,
    step_example,
)
from generator.site_paths import DATA_FOLDER

_TITLES = {
    "full": "Every record and relation",
    "learning": "Which area learnt from which",
    "area_practice": "Which area uses or adopts which practice",
    "principle": "Which prototype shows which principle",
}


def files(edition: AcademyEdition) -> Iterator[DataFile]:
    """Yield a GraphML file for each graph, and a JSON file with all of them."""
    for name, about in _TITLES.items():
        title = f"{about}, as GraphML"
        url = f"{DATA_FOLDER}{_file_stem(name)}.graphml"
        yield DataFile(url, partial(_graphml, edition, name), title, on_request=True)
    title = "All networks, as node-link JSON"
    make = partial(graphs_json, edition)
    yield DataFile(f"{DATA_FOLDER}graph.json", make, title, on_request=True)


def graphs_json(edition: AcademyEdition) -> bytes:
    """Return each graph under its name: `full`, `learning`, `area_practice`, `principle`."""
    from generator.analysis.graph import GRAPHS, to_node_link  # noqa: PLC0415 - loads networkx

    catalogue = edition.index.catalogue
    return object_bytes((name, to_node_link(build(catalogue))) for name, build in GRAPHS.items())


def _file_stem(name: str) -> str:
    return "graph" if name == "full" else f"graph-{name.replace('_', '-')}"


def _graphml(edition: AcademyEdition, name: str) -> bytes:
    from generator.analysis.graph import GRAPHS, to_graphml  # noqa: PLC0415 - loads networkx

    return to_graphml(GRAPHS[name](edition.index.catalogue))


EXPORT = Export(
    "graph",
    "The network of records",
    "Draw or study how records are linked",
    "For people who study or draw networks: who learnt from which places, and what is linked. You "
    "can open these files in Gephi, yEd, Cytoscape and networkx.",
    files,
    (
        step_example(
            "Draw the network in Gephi",
            "Choose File, then Open, and choose graph.graphml.",
            "Keep “Directed” and choose OK.",
            "Under Appearance, colour the nodes by “kind”. Under Layout, run “ForceAtlas 2”.",
        ),
        python_example(
            "Find the best connected records",
            """
import networkx

graph = networkx.read_graphml("graph.graphml", force_multigraph=True)
best = sorted(graph.nodes, key=lambda one: (-graph.degree(one), one))
for record in best[:10]:
    print(graph.degree(record), graph.nodes[record]["kind"], graph.nodes[record]["title"])
""",
        ),
        python_example(
            "Read the network from the JSON file",
            """
import json
import networkx

with open("graph.json", encoding="utf-8") as file:
    graphs = json.load(file)
graph = networkx.node_link_graph(graphs["full"], edges="edges")
print(graph.number_of_nodes(), "records and", graph.number_of_edges(), "relations")
""",
        ),
    ),
)
