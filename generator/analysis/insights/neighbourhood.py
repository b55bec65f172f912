"""The neighbourhood of a record: the records that it is related to, most connected first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.relations import Edge

MAX_NEIGHBOURS = 12  # about as many as a diagram can show legibly


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A record related to the centre. `outwards`: the edge runs from the centre to it."""

    record: str
    kind: str
    relation: str
    outwards: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A record and its neighbours. `more`: how many neighbours are left out."""

    centre: str
    neighbours: tuple[Neighbour, ...]
    more: int


@memoised
def _edges_of(index: AdoptionIndex) -> dict[str, tuple[Edge, ...]]:
    edges_of: dict[str, list[Edge]] = defaultdict(list)
    for edge in index.edges:
        edges_of[edge.source].append(edge)
        edges_of[edge.target].append(edge)
    return {record: tuple(edges) for record, edges in edges_of.items()}


@memoised
def relation_counts(index: AdoptionIndex) -> Counter[str]:
    """Return how many relations each record has."""
    return Counter({record: len(edges) for record, edges in _edges_of(index).items()})


def neighbourhood(index: AdoptionIndex, centre: str, most: int = MAX_NEIGHBOURS) -> Neighbourhood:
    """Return the records related to `centre`, each once, by its first relation.

    At most `most` are kept, those with most relations themselves; sorted by kind, then by id.
    """
    neighbours: dict[str, Neighbour] = {}
    for edge in _edges_of(index).get(centre, ()):
        outwards = edge.source == centre
        other = edge.target if outwards else edge.source
        kind = index.catalogue.records[other].kind
        if other != centre:
            neighbours.setdefault(other, Neighbour(other, kind, edge.type, outwards))
    weight = relation_counts(index)
    best = sorted(neighbours.values(), key=lambda near: (-weight[near.record], near.record))[:most]
    best.sort(key=lambda near: (near.kind, near.record))
    return Neighbourhood(centre, tuple(best), len(neighbours) - len(best))
