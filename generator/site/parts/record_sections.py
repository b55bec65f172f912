"""The sections of a record's page: its fields, then the records that refer to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model.display.field_display import RecordSection
from generator.model.display.inferred import inferred_fields
from generator.model.kind import Kind
from generator.model.record import Record
from generator.site.parts.blocks import (
    Block,
    BulletList,
    CardList,
    NumberedList,
    SummaryList,
    Table,
    TextBlock,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_blocks import field_blocks
from generator.site.parts.incoming_blocks import incoming_blocks, section_for
from generator.site.parts.page import PageSection

_LABELLED = (SummaryList, TextBlock, BulletList, NumberedList, CardList, Table)


def record_sections(
    site: SiteContent,
    record: Record,
    kind: Kind,
    added: Mapping[str, tuple[Block, ...]],
    covered: frozenset[str] = frozenset(),
) -> tuple[PageSection, ...]:
    """Return the sections of a record's page that have any content.

    `added` are further blocks by section id. They already show the relations of the types
    `covered`.
    """
    sections = []
    incoming = incoming_blocks(site, record, kind, covered)
    for section in kind.sections:
        fields = _merge_summary_lists(
            field_blocks(site, record, section.id, inferred_fields(record))
        )
        blocks = (*fields, *added.get(section.id, ()), *incoming.get(section.id, ()))
        if blocks:
            title = _title(site, record, kind, section)
            named = tuple(_drop_repeated_heading(block, title) for block in blocks)
            sections.append(PageSection(section.id, title, named))
    return tuple(sections)


def _title(site: SiteContent, record: Record, kind: Kind, section: RecordSection) -> str:
    """Return the title of a section; its planned title where all its relations are planned."""
    if not section.planned:
        return section.title
    edges = (
        edge
        for edge in site.incoming(record.id)
        if section_for(kind, edge.type, site.catalogue.records[edge.writer].kind) == section.id
    )
    states = {edge.state for edge in edges}
    return section.planned if states == {"planned"} else section.title


def _drop_repeated_heading(block: Block, title: str) -> Block:
    """Return the block without its heading where that repeats the section title."""
    if getattr(block, "label", None) != title or not isinstance(block, _LABELLED):
        return block
    return (
        replace(block, label="", name=title)
        if isinstance(block, Table)
        else replace(block, label="")
    )


def _merge_summary_lists(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """Return the blocks with adjacent summary lists without a heading merged into one."""
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if (
            isinstance(block, SummaryList)
            and isinstance(last, SummaryList)
            and not (last.label + block.label)
        ):
            merged[-1] = SummaryList((*last.items, *block.items))
        else:
            merged.append(block)
    return tuple(merged)
