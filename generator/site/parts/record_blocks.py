"""The parts of a record's page: its own fields, then the records that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.analysis.graph import MENTIONS, STATES
from generator.model.display.field_display import RecordSection
from generator.model.display.inferred import inferred_fields, is_inferred
from generator.model.kind import Kind
from generator.model.kinds import KIND_OF
from generator.model.record import Citation, Quote, Record
from generator.site.parts.blocks import (
    Block,
    BulletList,
    Card,
    CardList,
    Inlines,
    MarkdownText,
    NotStated,
    PageSection,
    Quotation,
    Quotations,
    SourceList,
    SourceReference,
    SummaryList,
    SummaryRow,
    Table,
    TableRow,
    Tag,
    TextBlock,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import (
    NOTHING_STATED,
    FieldView,
    chip_of,
    chips,
    inlines_of,
    marked_pieces,
    unit_within,
    view_of,
    views,
    where,
)
from generator.site.parts.limits import MOST_CARDS, MOST_SHOWN, ROWS_A_PAGE, cut
from generator.site.parts.measure_tables import TABLES, set_apart
from generator.site.parts.record_tags import LINK_INFERRED, RECORD_TAGS, is_link_inferred

_LABELLED = (SummaryList, TextBlock, BulletList, CardList, Table)
LONG_FACT = 36  # letters; a longer one takes a whole row of the first screen


def sections(
    site: SiteContent,
    record: Record,
    kind: Kind,
    added: Mapping[str, tuple[Block, ...]],
    covered: frozenset[str] = frozenset(),
) -> tuple[PageSection, ...]:
    """The parts of a record's page that have something to say.

    `added` joins them by their ids. Relations of the types `covered` are shown there already.
    """
    found = []
    backs = _backs(site, record, kind, covered)
    for section in kind.sections:
        own = _merge(own_blocks(site, record, section.id, inferred_fields(record)))
        blocks = (*own, *added.get(section.id, ()), *backs.get(section.id, ()))
        if blocks:
            title = _title(site, record, kind, section)
            named = tuple(_unnamed(block, title) for block in blocks)
            found.append(PageSection(section.id, title, named))
    return tuple(found)


def _title(site: SiteContent, record: Record, kind: Kind, section: RecordSection) -> str:
    """The title of a section; another one where nothing in it has happened yet."""
    if not section.planned:
        return section.title
    edges = (
        edge
        for edge in site.incoming(record.id)
        if _part_for(kind, edge.type, site.catalogue.records[edge.writer].kind) == section.id
    )
    states = {edge.state for edge in edges}
    return section.planned if states == {"planned"} else section.title


def _unnamed(block: Block, title: str) -> Block:
    """A heading that only says the section's own again is left out."""
    if getattr(block, "label", None) != title or not isinstance(block, _LABELLED):
        return block
    return (
        replace(block, label="", name=title)
        if isinstance(block, Table)
        else replace(block, label="")
    )


def key_facts(site: SiteContent, record: Record) -> tuple[SummaryRow, ...]:
    """The facts of the first screen."""
    inferred = inferred_fields(record)
    found = []
    for field in views(type(record)):
        if field.shown is None or not field.shown.key:
            continue
        value = inlines_of(site, record, field)
        if value != NOTHING_STATED or field.shown.always:
            wide = sum(len(getattr(piece, "text", "")) for piece in value) > LONG_FACT
            found.append(SummaryRow(field.label, value, field.name in inferred, wide))
    return tuple(found)


def card(site: SiteContent, record: Record, reader: str = "") -> Card:
    """A record as it stands in a list; a label that only names `reader` again is left out."""
    kind = KIND_OF[record.kind]
    own = site.catalogue.title(reader) if reader else None
    labels: list[Tag] = []
    for name in kind.chips:
        labels += (chip for chip in chips(site, record, name) if chip.text != own)
    labels += (chip_of(one) for one in kind.marks(record))
    labels += RECORD_TAGS[kind.name](site, record) if kind.name in RECORD_TAGS else ()
    return Card(site.to(record.id), record.summary or "", tuple(labels))


def record_table(
    site: SiteContent, label: str, records: list[Record], reader: str = "", most: int = MOST_SHOWN
) -> Table:
    """Records of one kind in a table; a column that only says `reader` again is left out."""
    kind = KIND_OF[records[0].kind]
    if kind.name in TABLES:
        return TABLES[kind.name](site, label, records, reader, most)
    shown, more = cut(records, most)
    columns: list[str] = []
    cells: list[list[Inlines]] = [[] for _ in shown]
    for name in kind.columns:
        field = view_of(kind.model, name)
        column = [_cell(site, record, field) for record in shown]
        if field.link is not None and all(_names_only(site, cell, reader) for cell in column):
            continue
        columns.append(field.label)
        for row, cell in zip(cells, column, strict=True):
            row.append(cell)
    rows = tuple(TableRow(tuple(row)) for row in cells)
    return Table(label, tuple(columns), rows, more)


def own_blocks(
    site: SiteContent, holder: BaseModel, part: str, inferred: frozenset[str]
) -> Iterator[Block]:
    """Blocks for the fields of `holder` that belong to a part, in the model's order."""
    for field in views(type(holder)):
        shown = field.shown
        if shown is None or shown.part != part or shown.key:
            continue
        value = getattr(holder, field.name)
        if value in (None, ()) and not shown.always:
            continue
        yield from _blocks(site, holder, field, field.name in inferred)


def _blocks(
    site: SiteContent, holder: BaseModel, field: FieldView, inferred: bool
) -> Iterator[Block]:
    value = getattr(holder, field.name)
    if field.name == "sources" and isinstance(holder, Record):
        yield SourceList(tuple(_source(site, citation) for citation in site.citations(holder)))
    elif value in (None, ()):
        yield SummaryList((SummaryRow(field.label, NOTHING_STATED),))
    elif isinstance(value, tuple):
        yield _list_block(site, holder, field, value, inferred)
    elif isinstance(value, BaseModel):
        yield from _nested(site, field, value, unit_within(holder, value))
    elif field.prose:
        yield TextBlock(field.label, MarkdownText(value), inferred)
    else:
        yield SummaryList((SummaryRow(field.label, inlines_of(site, holder, field), inferred),))


def _list_block(
    site: SiteContent, holder: BaseModel, field: FieldView, value: tuple[Any, ...], inferred: bool
) -> Block:
    if isinstance(value[0], Quote):
        return Quotations(tuple(_saying(site, quote) for quote in value))
    if isinstance(value[0], BaseModel):
        return _models(site, field, value)
    if field.link is not None:
        return CardList(field.label, tuple(_own_card(site, holder, field, one) for one in value))
    items = inlines_of(site, holder, field)
    return BulletList(field.label, tuple((item,) for item in items), inferred)


def _own_card(site: SiteContent, holder: BaseModel, field: FieldView, target: str) -> Card:
    """A record that this one names, with a label where it does so only by inference."""
    return _linked(card(site, _record(site, target)), is_inferred(holder, field.name, target))


def _linked(made: Card, inferred: bool) -> Card:
    return replace(made, chips=(*made.chips, LINK_INFERRED)) if inferred else made


def _models(site: SiteContent, field: FieldView, value: tuple[BaseModel, ...]) -> Block:
    inner = views(type(value[0]))
    if len(inner) == 2 and inner[0].link is not None:
        # somebody in a role: a list of links reads better than a table of two columns
        items = [
            (*inlines_of(site, one, inner[0]), *inlines_of(site, one, inner[1])) for one in value
        ]
        return BulletList(field.label, tuple(items))
    used = [f for f in inner if _has_column(f, value)]
    rows = [TableRow(tuple(inlines_of(site, one, f) for f in used)) for one in value]
    return Table(field.label, tuple(f.label for f in used), tuple(rows))


def _has_column(field: FieldView, value: tuple[BaseModel, ...]) -> bool:
    if field.shown is None or not field.shown.part:
        return False
    return field.shown.always or any(getattr(one, field.name) not in (None, ()) for one in value)


def _nested(
    site: SiteContent, field: FieldView, value: BaseModel, unit: str | None
) -> Iterator[Block]:
    facts: list[SummaryRow] = []
    lists: list[Block] = []
    for inner in views(type(value)):
        shown, held = inner.shown, getattr(value, inner.name)
        if shown is None or not shown.part:
            continue  # it is shown with another
        if held in (None, ()) and not shown.always:
            continue
        if isinstance(held, tuple):
            items = () if not held else inlines_of(site, value, inner)
            lists.append(
                BulletList(inner.label, tuple((item,) for item in items) or (NOTHING_STATED,))
            )
        else:
            facts.append(SummaryRow(inner.label, inlines_of(site, value, inner, unit)))
    if facts:
        yield SummaryList(tuple(facts), field.label)
    yield from lists


def _merge(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """Facts without a heading that follow one another become one list."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if (
            isinstance(block, SummaryList)
            and isinstance(last, SummaryList)
            and not (last.label + block.label)
        ):
            found[-1] = SummaryList((*last.items, *block.items))
        else:
            found.append(block)
    return tuple(found)


def _backs(
    site: SiteContent, record: Record, kind: Kind, covered: frozenset[str]
) -> dict[str, list[Block]]:
    """The records that name this one, under the relation's heading, by part of the page.

    What has happened comes before what is planned, and that before what was halted.
    """
    groups: dict[tuple[str, str], dict[str, None]] = {}
    edges = [edge for edge in site.incoming(record.id) if edge.type not in covered]
    edges.sort(key=lambda edge: STATES.index(edge.state))
    related = {edge.writer for edge in edges if edge.type != MENTIONS}
    for edge in edges:
        if edge.type == MENTIONS and edge.writer in related:
            continue
        writer = site.catalogue.records[edge.writer]
        part = _part_for(kind, edge.type, writer.kind)
        groups.setdefault((part, edge.back), {})[writer.id] = None
    found: dict[str, list[Block]] = {}
    for (part, back), ids in groups.items():
        found.setdefault(part, []).extend(_lists(site, back, list(ids), record.id))
    if record.id in site.cited_by:
        found.setdefault("cited", []).extend(_cited(site, record.id))
    return found


def _lists(site: SiteContent, label: str, ids: list[str], reader: str) -> Iterator[Block]:
    by_kind: dict[str, list[Record]] = {}
    for record_id in ids:
        record = site.catalogue.records[record_id]
        by_kind.setdefault(record.kind, []).append(record)
    for kind, records in by_kind.items():
        if KIND_OF[kind].columns:
            records.sort(key=lambda record: _as_written(site, record))
            for name, some in set_apart(label, records):
                yield record_table(site, name, some, reader)
        else:
            shown, more = cut(records, MOST_CARDS)
            cards = (
                _linked(card(site, record, reader), is_link_inferred(site, record.id, reader))
                for record in shown
            )
            yield CardList(label, tuple(cards), more)


def _as_written(site: SiteContent, record: Record) -> tuple[str, tuple[str, ...]]:
    origin = site.catalogue.origins[record.id]
    return origin.source.path, tuple(f"{step:>6}" for step in origin.inside)


def _cited(site: SiteContent, record_id: str) -> Iterator[Block]:
    """The records that rest on a document, by kind."""
    by_kind: dict[str, list[str]] = {}
    for citer in site.cited_by[record_id]:
        by_kind.setdefault(site.catalogue.records[citer].kind, []).append(citer)
    for name, citers in by_kind.items():
        shown, more = cut(citers, ROWS_A_PAGE)
        label = f"{KIND_OF[name].labels} that rest on it ({len(citers)})"
        yield BulletList(label, tuple((site.to(one),) for one in shown), more=more)


def _part_for(kind: Kind, edge: str, other: str) -> str:
    wanted = (f"{edge}:{other}", edge)
    found = next((s.id for s in kind.sections if any(w in s.incoming for w in wanted)), None)
    return found or kind.sections[-1].id


def _cell(site: SiteContent, record: Record, field: FieldView) -> Inlines:
    if field.name == "title":
        return (site.to(record.id),)
    return marked_pieces(site, record, field)


def _names_only(site: SiteContent, cell: Inlines, reader: str) -> bool:
    own = site.to(reader).url if reader else ""
    return all(isinstance(piece, NotStated) or getattr(piece, "url", "") == own for piece in cell)


def _record(site: SiteContent, target: str) -> Record:
    record = site.catalogue.find(target)
    if record is None:
        raise KeyError(target)
    return record


def _source(site: SiteContent, citation: Citation) -> SourceReference:
    return SourceReference(site.to(citation.resource), where(citation))


def _saying(site: SiteContent, quote: Quote) -> Quotation:
    source = (site.to(quote.source.resource, quote.source.section),) if quote.source else ()
    return Quotation(quote.text, quote.role, source)
