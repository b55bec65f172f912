"""What stands next to a record: the records it is related to, those that say most first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.analysis.graph import Edge
from generator.analysis.index import AdoptionIndex, memoised

MAX_NEIGHBOURS = 12  # more than fit a screen say less


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A record at the other end of a relation. `outwards`: the arrow runs from the centre to it."""

    record: str
    kind: str
    relation: str
    outwards: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A record and those around it; `more` counts the neighbours that are left out."""

    centre: str
    neighbours: tuple[Neighbour, ...]
    more: int


@memoised
def _around(index: AdoptionIndex) -> dict[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in index.edges:
        found[edge.source].append(edge)
        found[edge.target].append(edge)
    return {record: tuple(some) for record, some in found.items()}


@memoised
def relation_counts(index: AdoptionIndex) -> Counter[str]:
    """How many relations each record has."""
    return Counter({record: len(some) for record, some in _around(index).items()})


def neighbourhood(index: AdoptionIndex, centre: str, most: int = MAX_NEIGHBOURS) -> Neighbourhood:
    """The records next to `centre`, each once by its first relation: those that are themselves
    related to most records, at most `most`; shown by kind, then by id.
    """
    found: dict[str, Neighbour] = {}
    for edge in _around(index).get(centre, ()):
        outwards = edge.source == centre
        other = edge.target if outwards else edge.source
        kind = index.catalogue.records[other].kind
        if other != centre:
            found.setdefault(other, Neighbour(other, kind, edge.type, outwards))
    weight = relation_counts(index)
    best = sorted(found.values(), key=lambda one: (-weight[one.record], one.record))[:most]
    best.sort(key=lambda one: (one.kind, one.record))
    return Neighbourhood(centre, tuple(best), len(found) - len(best))
