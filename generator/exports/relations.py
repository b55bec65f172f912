"""Tables of the relations between records: all of them, and one for each type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.analysis.index import memoised
from generator.analysis.insights import AdoptionIndex
from generator.analysis.relations import MENTIONS
from generator.exports.tables import RECORDS_TABLE, CellValue, DataTable, ValuesById, text_column
from generator.model.display.field_display import display_of
from generator.model.fields.links import links_in
from generator.model.kinds import KINDS

_SOURCE = text_column(
    "source", "From", "The record that the arrow starts from.", names=RECORDS_TABLE
)
_TARGET = text_column("target", "To", "The record that it leads to.", names=RECORDS_TABLE)


def relations_table() -> DataTable:
    """Return the table of all relations, whatever their type."""
    columns = (
        _SOURCE,
        text_column("type", "Relation", "How the two records are linked."),
        _TARGET,
    )

    def rows(index: AdoptionIndex, _: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for edge, ends in sorted(_ends_by_type(index).items()):
            yield from ((source, edge, target) for source, target in ends)

    about = "The links between records: each relation once, with its direction."
    return DataTable("relations", "Relations", about, columns, ("source", "type", "target"), rows)


def relation_tables() -> tuple[DataTable, ...]:
    """Return a table for each type of relation, with the titles at both ends."""
    descriptions = {MENTIONS: "Text that names the other record."}
    for kind in KINDS:
        for info, link in links_in(kind.model):
            if link.edge is not None:
                descriptions.setdefault(link.edge, display_of(info).help)
    return tuple(_relation_table(edge, descriptions[edge]) for edge in sorted(descriptions))


def _relation_table(edge: str, about: str) -> DataTable:
    columns = (
        _SOURCE,
        text_column("source_title", "From (title)", "Its title."),
        _TARGET,
        text_column("target_title", "To (title)", "Its title."),
    )

    def rows(index: AdoptionIndex, known: ValuesById) -> Iterator[tuple[CellValue, ...]]:
        for source, target in _ends_by_type(index).get(edge, ()):
            yield source, known[source]["title"], target, known[target]["title"]

    title = edge.replace("_", " ").capitalize()
    return DataTable(edge, title, about, columns, ("source", "target"), rows)


@memoised
def _ends_by_type(index: AdoptionIndex) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the sorted (source, target) pairs of each type of relation."""
    ends_by_type: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for edge in index.edges:
        ends_by_type[edge.type][edge.source, edge.target] = None
    return {edge: tuple(sorted(ends)) for edge, ends in ends_by_type.items()}
