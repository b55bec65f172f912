"""What joins records, as tables: all of it, or one type of relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.analysis.graph import MENTIONS
from generator.analysis.index import memoised
from generator.analysis.insights import AdoptionIndex
from generator.exports.tables import RECORDS, CellValue, DataTable, FieldValue, plain
from generator.model.display.field_display import display_of
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS

_FROM = plain("source", "From", "The record that the arrow starts from.", names=RECORDS)
_TO = plain("target", "To", "The record that it leads to.", names=RECORDS)


def relations() -> DataTable:
    """Every relation, whatever its type."""
    columns = (
        _FROM,
        plain("type", "Relation", "What joins the two."),
        _TO,
    )

    def rows(index: AdoptionIndex, _: FieldValue) -> Iterator[tuple[CellValue, ...]]:
        for edge, ends in sorted(_joined(index).items()):
            yield from ((source, edge, target) for source, target in ends)

    about = "What joins two records: each relation once, with its direction."
    return DataTable("relations", "Relations", about, columns, ("source", "type", "target"), rows)


def relation_tables() -> tuple[DataTable, ...]:
    """A table for each type of relation, with the titles of what it joins."""
    found = {MENTIONS: "Text that names the other record."}
    for kind in KINDS:
        for info, link in links_in(kind.model):
            if link.edge is not None:
                found.setdefault(link.edge, display_of(info).help)
    return tuple(_relation(edge, found[edge]) for edge in sorted(found))


def _relation(edge: str, about: str) -> DataTable:
    columns = (
        _FROM,
        plain("source_title", "From (title)", "Its title."),
        _TO,
        plain("target_title", "To (title)", "Its title."),
    )

    def rows(index: AdoptionIndex, known: FieldValue) -> Iterator[tuple[CellValue, ...]]:
        for source, target in _joined(index).get(edge, ()):
            yield source, known[source]["title"], target, known[target]["title"]

    title = edge.replace("_", " ").capitalize()
    return DataTable(edge, title, about, columns, ("source", "target"), rows)


@memoised
def _joined(index: AdoptionIndex) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The ends of all relations, by type."""
    found: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for edge in index.edges:
        found[edge.type][edge.source, edge.target] = None
    return {edge: tuple(sorted(ends)) for edge, ends in found.items()}
