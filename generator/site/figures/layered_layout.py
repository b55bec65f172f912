"""Layout of a bipartite graph: two columns of nodes with edges between them.

The order of nodes follows the barycentre method for layered graphs (Sugiyama, Tagawa and Toda,
1981).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Edge = tuple[K, K]

# In px: between two edges at the same node, and between two nodes.
PORT_GAP = 24
NODE_GAP = 14


@dataclass(frozen=True, slots=True)
class LayeredLayout(Generic[K]):
    """Two columns of nodes and the edges between them, down to `bottom` px.

    `left` and `right` give the top and the height of each node in px; `ends` gives the y of both
    ends of each edge.
    """

    left: dict[K, tuple[float, float]]
    right: dict[K, tuple[float, float]]
    ends: dict[Edge[K], tuple[float, float]]
    bottom: float


def layered_layout(
    edges: Sequence[Edge[K]], heights: Sequence[Mapping[K, float]], top: float
) -> LayeredLayout[K]:
    """Return the layout of edges, which must all be different, from `top` px.

    `heights` are the least heights in px of the nodes on the left and on the right. Nodes are
    ordered so that few edges cross.
    """
    left, right = _ordered_nodes(edges)
    at_left = {node: _node_edges(edges, 0, node, right) for node in left}
    at_right = {node: _node_edges(edges, 1, node, left) for node in right}
    high = max(_column_height(at_left, heights[0]), _column_height(at_right, heights[1]))
    lefts, starts = _stack_column(at_left, heights[0], top, high)
    rights, stops = _stack_column(at_right, heights[1], top, high)
    ends = {edge: (starts[edge], stops[edge]) for edge in edges}
    return LayeredLayout(lefts, rights, ends, top + high)


def _ordered_nodes(edges: Sequence[Edge[K]]) -> tuple[list[K], list[K]]:
    left = list(dict.fromkeys(edge[0] for edge in edges))
    right = list(dict.fromkeys(edge[1] for edge in edges))
    for _ in range(3):
        right = _sort_by_barycentre(right, left, [(edge[1], edge[0]) for edge in edges])
        left = _sort_by_barycentre(left, right, list(edges))
    return left, right


def _node_edges(edges: Sequence[Edge[K]], side: int, node: K, opposite: list[K]) -> list[Edge[K]]:
    """Return the edges of a node, in the order of the nodes at their other ends."""
    node_edges = (edge for edge in edges if edge[side] == node)
    return sorted(node_edges, key=lambda edge: opposite.index(edge[1 - side]))


def _sort_by_barycentre(nodes: list[K], opposite: list[K], pairs: Sequence[Edge[K]]) -> list[K]:
    """Return `nodes` sorted by the mean position of their neighbours in `opposite`.

    `pairs` are the edges, each with the node first.
    """
    place = {neighbour: number for number, neighbour in enumerate(opposite)}
    positions: dict[K, list[int]] = {node: [] for node in nodes}
    for node, neighbour in pairs:
        positions[node].append(place[neighbour])
    return sorted(nodes, key=lambda node: sum(positions[node]) / len(positions[node]))


def _node_height(lines: Sequence[Edge[K]], least: float) -> float:
    return max(least, PORT_GAP * len(lines))


def _column_height(column: Mapping[K, Sequence[Edge[K]]], heights: Mapping[K, float]) -> float:
    node_heights = [_node_height(lines, heights[node]) for node, lines in column.items()]
    return sum(node_heights) + NODE_GAP * (len(node_heights) - 1)


def _stack_column(
    column: Mapping[K, Sequence[Edge[K]]], heights: Mapping[K, float], top: float, high: float
) -> tuple[dict[K, tuple[float, float]], dict[Edge[K], float]]:
    y = top + (high - _column_height(column, heights)) / 2
    places: dict[K, tuple[float, float]] = {}
    ends: dict[Edge[K], float] = {}
    for node, lines in column.items():
        height = _node_height(lines, heights[node])
        places[node] = (y, height)
        first = y + height / 2 - PORT_GAP * (len(lines) - 1) / 2
        ends |= {line: first + PORT_GAP * number for number, line in enumerate(lines)}
        y += height + NODE_GAP
    return places, ends
