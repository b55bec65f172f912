"""The relations between records, as the graphs and the indexes are made from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.fields.links import RelationState
from generator.model.kinds import KIND_OF
from generator.model.kinds.adoption import Adoption
from generator.model.kinds.partner import Partner
from generator.model.record import Record
from generator.records.catalogue import Catalogue

MENTIONS = "mentions"


class Edge(NamedTuple):
    """One relation between two records, from `source` to `target`.

    `writer` is the record that holds the reference. `reader` is the other one; its page lists
    `writer` under `backlink_heading`, which is the heading for `state`.
    """

    source: str
    target: str
    type: str
    backlink_heading: str
    writer: str
    reader: str
    state: RelationState = "happened"


def edges(catalogue: Catalogue) -> Iterator[Edge]:
    """Yield every relation of the catalogue, in the order of its records and their fields.

    Relations of nested measures belong to the measures only.
    """
    for record in catalogue.records.values():
        yield from _once_each(_edges_of(catalogue, record))


# Precedence where one record states a relation several times in different states.
RELATION_STATES: tuple[RelationState, ...] = ("happened", "internal", "planned", "halted")


def _once_each(relations: Iterable[Edge]) -> Iterator[Edge]:
    """Yield each relation of a record once, in the first of its states in RELATION_STATES."""
    strongest: dict[tuple[str, str, str, str], Edge] = {}
    for edge in relations:
        key = (edge.source, edge.target, edge.type, edge.reader)
        known = strongest.setdefault(key, edge)
        if RELATION_STATES.index(edge.state) < RELATION_STATES.index(known.state):
            strongest[key] = edge
    yield from strongest.values()


def _edges_of(catalogue: Catalogue, record: Record) -> Iterator[Edge]:
    for reference in catalogue.references[record.id]:
        link = reference.link
        if link.edge is None:
            continue
        target = catalogue.resolve(reference.target)
        if target is None:
            continue
        ends = (target, record.id) if link.reverse else (record.id, target)
        state = KIND_OF[record.kind].relation_state(record, reference)
        yield Edge(*ends, link.edge, link.heading(state), record.id, target, state)
    for mention in catalogue.mentions[record.id]:
        target = catalogue.resolve(mention.target)
        if target is not None and target != record.id:
            yield Edge(record.id, target, MENTIONS, "Mentioned in", record.id, target)


def adopting_areas(catalogue: Catalogue, adoption: Adoption) -> tuple[str, ...]:
    """Return the area that adopts, or the areas that the adopting organisation serves."""
    if adoption.area:
        return catalogue.resolve_all((adoption.area,))
    partner = catalogue.find(adoption.partner or "")
    return catalogue.resolve_all(partner.serves) if isinstance(partner, Partner) else ()
