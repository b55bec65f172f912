"""What joins records, as tables: all of it, or one type of relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from generator.exports.tables import RECORDS, Cell, Said, Table, plain
from generator.graph import MENTIONS
from generator.insights import Index
from generator.insights.index import once
from generator.kinds import KINDS
from generator.kinds.base import shown
from generator.kinds.links import links_in

_FROM = plain("source", "From", "The record that the arrow starts from.", names=RECORDS)
_TO = plain("target", "To", "The record that it leads to.", names=RECORDS)


def relations() -> Table:
    """Every relation, whatever its type."""
    columns = (
        _FROM,
        plain("type", "Relation", "What joins the two."),
        _TO,
    )

    def rows(index: Index, _: Said) -> Iterator[tuple[Cell, ...]]:
        for edge, ends in sorted(_joined(index).items()):
            yield from ((source, edge, target) for source, target in ends)

    about = "What joins two records: each relation once, with its direction."
    return Table("relations", "Relations", about, columns, ("source", "type", "target"), rows)


@cache
def relation_tables() -> tuple[Table, ...]:
    """A table for each type of relation, with the titles of what it joins."""
    found = {MENTIONS: "Text that names the other record."}
    for kind in KINDS:
        for info, link in links_in(kind.model):
            if link.edge is not None:
                found.setdefault(link.edge, shown(info).help)
    return tuple(_relation(edge, found[edge]) for edge in sorted(found))


def _relation(edge: str, about: str) -> Table:
    columns = (
        _FROM,
        plain("source_title", "From (title)", "Its title."),
        _TO,
        plain("target_title", "To (title)", "Its title."),
    )

    def rows(index: Index, known: Said) -> Iterator[tuple[Cell, ...]]:
        for source, target in _joined(index).get(edge, ()):
            yield source, known[source]["title"], target, known[target]["title"]

    title = edge.replace("_", " ").capitalize()
    return Table(edge, title, about, columns, ("source", "target"), rows)


@once
def _joined(index: Index) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The ends of all relations, by type."""
    found: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for edge in index.edges:
        found[edge.type][edge.source, edge.target] = None
    return {edge: tuple(sorted(ends)) for edge, ends in found.items()}
