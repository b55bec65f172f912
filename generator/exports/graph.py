"""The four graphs as node-link JSON, as networkx and other graph tools read them."""

from __future__ import annotations

import json

from generator.exports.base import Export
from generator.graph import GRAPHS, node_link
from generator.insights import Index


def make(index: Index) -> bytes:
    """Each graph under its name: `full`, `learning`, `area_practice`, `principle`."""
    graphs = {name: node_link(build(index.catalogue)) for name, build in GRAPHS.items()}
    return json.dumps(graphs, ensure_ascii=False, indent=1).encode() + b"\n"


EXPORT = Export(
    "data/graph.json", "The graph as node-link JSON, for networkx and other graph tools", make
)
