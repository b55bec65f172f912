"""Blocks that list the records which refer to a record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.relations import MENTIONS, RELATION_STATES
from generator.model.kind import Kind
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.site.parts.blocks import (
    Block,
    BulletList,
    CardList,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.limits import (
    MAX_CARDS,
    MAX_FIGURE_ROWS,
    MAX_ROWS,
    ROWS_PER_PAGE,
    limit_items,
    sample_items,
)
from generator.site.parts.measure_tables import KIND_TABLES, split_illustrations
from generator.site.parts.record_cards import mark_inferred_link, record_card, record_table
from generator.site.parts.record_tags import is_link_inferred


def incoming_blocks(
    site: SiteContent, record: Record, kind: Kind, covered: frozenset[str]
) -> dict[str, list[Block]]:
    """Return blocks of the records that refer to this one, by section id.

    Each block has the heading of its relation. Relations that have happened come first, then
    planned ones, then halted ones. Relations of the types `covered` are left out.
    """
    groups: dict[tuple[str, str], dict[str, None]] = {}
    edges = [edge for edge in site.incoming(record.id) if edge.type not in covered]
    edges.sort(key=lambda edge: RELATION_STATES.index(edge.state))
    related = {edge.writer for edge in edges if edge.type != MENTIONS}
    for edge in edges:
        if edge.type == MENTIONS and edge.writer in related:
            continue
        writer = site.catalogue.records[edge.writer]
        part = section_for(kind, edge.type, writer.kind)
        groups.setdefault((part, edge.backlink_heading), {})[writer.id] = None
    blocks: dict[str, list[Block]] = {}
    for (part, heading), ids in groups.items():
        blocks.setdefault(part, []).extend(_relation_blocks(site, heading, list(ids), record.id))
    if record.id in site.cited_by:
        blocks.setdefault("cited", []).extend(_citing_blocks(site, record.id))
    return blocks


def _relation_blocks(site: SiteContent, label: str, ids: list[str], reader: str) -> Iterator[Block]:
    by_kind: dict[str, list[Record]] = {}
    for record_id in ids:
        record = site.catalogue.records[record_id]
        by_kind.setdefault(record.kind, []).append(record)
    for kind, records in by_kind.items():
        if KIND_OF[kind].columns:
            records.sort(key=lambda record: _file_order(site, record))
            most = MAX_ROWS if kind in KIND_TABLES else MAX_FIGURE_ROWS
            for name, group in split_illustrations(label, records):
                yield record_table(site, name, group, reader, most)
        else:
            shown, more = sample_items(records, MAX_CARDS)
            cards = (
                mark_inferred_link(
                    record_card(site, record, reader), is_link_inferred(site, record.id, reader)
                )
                for record in shown
            )
            yield CardList(label, tuple(cards), more)


def _file_order(site: SiteContent, record: Record) -> tuple[str, tuple[str, ...]]:
    path, inside = site.catalogue.written_in[record.id]
    return path, tuple(f"{step:>6}" for step in inside)


def _citing_blocks(site: SiteContent, record_id: str) -> Iterator[Block]:
    """Yield lists of the records that cite a document, by kind."""
    by_kind: dict[str, list[str]] = {}
    for citer in site.cited_by[record_id]:
        by_kind.setdefault(site.catalogue.records[citer].kind, []).append(citer)
    for name, citers in by_kind.items():
        shown, more = limit_items(citers, ROWS_PER_PAGE)
        label = f"{KIND_OF[name].labels} based on it ({len(citers)})"
        yield BulletList(label, tuple((site.link(citing),) for citing in shown), more=more)


def section_for(kind: Kind, edge: str, writer_kind: str) -> str:
    wanted = (f"{edge}:{writer_kind}", edge)
    section_id = next((s.id for s in kind.sections if any(w in s.incoming for w in wanted)), None)
    return section_id or kind.sections[-1].id
