"""The sections of a record's page: its fields, then the records that refer to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.english import lower_first
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
from generator.site.parts.field_values import NOTHING_STATED
from generator.site.parts.incoming_blocks import incoming_blocks, section_for
from generator.site.parts.page import PageSection

_LISTS = (BulletList, NumberedList)
_LABELLED = (SummaryList, TextBlock, BulletList, NumberedList, CardList, Table)


@dataclass(frozen=True, slots=True)
class RecordSections:
    """The sections of a page, and what is not recorded yet: for each section title, the labels."""

    sections: tuple[PageSection, ...]
    missing: tuple[MissingFields, ...]


@dataclass(frozen=True, slots=True)
class MissingFields:
    """The section in which fields would stand, and their labels in small letters."""

    section: str
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """The fields within a sentence: “what worked, what did not work (in “Lessons”)”."""
        return f"{', '.join(self.labels)} (in “{self.section}”)"


@dataclass(frozen=True, slots=True)
class SectionExtras:
    """What a page adds to its sections, and what these leave out since it stands elsewhere.

    `blocks` are further blocks by section id. They show the relations of the types `covered`. The
    fields `covered_fields` are on the first screen.
    """

    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    covered: frozenset[str] = frozenset()
    covered_fields: frozenset[str] = frozenset()


NO_EXTRAS = SectionExtras()


def record_sections(
    site: SiteContent, record: Record, kind: Kind, extras: SectionExtras = NO_EXTRAS
) -> RecordSections:
    """Return the sections of a record's page that have any content, and what nobody stated."""
    sections: list[PageSection] = []
    missing: list[MissingFields] = []
    incoming = incoming_blocks(site, record, kind, extras.covered)
    for section in kind.sections:
        fields = _merge_summary_lists(
            field_blocks(site, record, section.id, inferred_fields(record), extras.covered_fields)
        )
        stated, labels = _set_apart_unstated(fields)
        if labels:
            missing.append(MissingFields(section.title, tuple(map(lower_first, labels))))
        blocks = (*stated, *extras.blocks.get(section.id, ()), *incoming.get(section.id, ()))
        if blocks:
            title = _title(site, record, kind, section)
            named = tuple(_drop_repeated_heading(block, title) for block in blocks)
            sections.append(PageSection(section.id, title, named, section.tab))
    return RecordSections(tuple(sections), tuple(missing))


def _set_apart_unstated(blocks: Iterable[Block]) -> tuple[list[Block], list[str]]:
    """Return the blocks without the fields that nobody stated, and the labels of these."""
    stated: list[Block] = []
    labels: list[str] = []
    for block in blocks:
        if isinstance(block, SummaryList):
            labels += [row.label for row in block.items if row.value == NOTHING_STATED]
            rows = tuple(row for row in block.items if row.value != NOTHING_STATED)
            if rows:
                stated.append(replace(block, items=rows))
        elif isinstance(block, _LISTS) and block.items == (NOTHING_STATED,):
            labels.append(block.label)
        else:
            stated.append(block)
    return stated, labels


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
