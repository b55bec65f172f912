"""The parts of a record's page: its own fields, then the records that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.graph import MENTIONS, STATES
from generator.kinds import KIND_OF, Record
from generator.kinds.base import Citation, Kind, Quote, Section
from generator.kinds.inferred import inferred_fields, is_inferred
from generator.pages.amounts import MOST_CARDS, MOST_SHOWN, ROWS_A_PAGE, cut
from generator.pages.marks import LINK_INFERRED, MARKS, is_link_inferred
from generator.pages.measures import TABLES, set_apart
from generator.pages.model import (
    Block,
    Bullets,
    Card,
    Cards,
    Chip,
    Fact,
    Facts,
    PageSection,
    Passage,
    Pieces,
    Prose,
    Row,
    Saying,
    Sayings,
    Silent,
    Source,
    Sources,
    Table,
)
from generator.pages.site import Site
from generator.pages.values import (
    SILENT,
    FieldView,
    chip_of,
    chips,
    marked_pieces,
    pieces,
    unit_within,
    view_of,
    views,
    where,
)

_LABELLED = (Facts, Passage, Bullets, Cards, Table)
LONG_FACT = 36  # letters; a longer one takes a whole row of the first screen


def sections(
    site: Site,
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


def _title(site: Site, record: Record, kind: Kind, section: Section) -> str:
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


def key_facts(site: Site, record: Record) -> tuple[Fact, ...]:
    """The facts of the first screen."""
    inferred = inferred_fields(record)
    found = []
    for field in views(type(record)):
        if field.shown is None or not field.shown.key:
            continue
        value = pieces(site, record, field)
        if value != SILENT or field.shown.always:
            wide = sum(len(getattr(piece, "text", "")) for piece in value) > LONG_FACT
            found.append(Fact(field.label, value, field.name in inferred, wide))
    return tuple(found)


def card(site: Site, record: Record, reader: str = "") -> Card:
    """A record as it stands in a list; a label that only names `reader` again is left out."""
    kind = KIND_OF[record.kind]
    own = site.catalogue.title(reader) if reader else None
    labels: list[Chip] = []
    for name in kind.chips:
        labels += (chip for chip in chips(site, record, name) if chip.text != own)
    labels += (chip_of(one) for one in kind.marks(record))
    labels += MARKS[kind.name](site, record) if kind.name in MARKS else ()
    return Card(site.to(record.id), record.summary or "", tuple(labels))


def record_table(
    site: Site, label: str, records: list[Record], reader: str = "", most: int = MOST_SHOWN
) -> Table:
    """Records of one kind in a table; a column that only says `reader` again is left out."""
    kind = KIND_OF[records[0].kind]
    if kind.name in TABLES:
        return TABLES[kind.name](site, label, records, reader, most)
    shown, more = cut(records, most)
    columns: list[str] = []
    cells: list[list[Pieces]] = [[] for _ in shown]
    for name in kind.columns:
        field = view_of(kind.model, name)
        column = [_cell(site, record, field) for record in shown]
        if field.link is not None and all(_names_only(site, cell, reader) for cell in column):
            continue
        columns.append(field.label)
        for row, cell in zip(cells, column, strict=True):
            row.append(cell)
    rows = tuple(Row(tuple(row)) for row in cells)
    return Table(label, tuple(columns), rows, more)


def own_blocks(
    site: Site, holder: BaseModel, part: str, inferred: frozenset[str]
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


def _blocks(site: Site, holder: BaseModel, field: FieldView, inferred: bool) -> Iterator[Block]:
    value = getattr(holder, field.name)
    if field.name == "sources" and isinstance(holder, Record):
        yield Sources(tuple(_source(site, citation) for citation in site.citations(holder)))
    elif value in (None, ()):
        yield Facts((Fact(field.label, SILENT),))
    elif isinstance(value, tuple):
        yield _list_block(site, holder, field, value, inferred)
    elif isinstance(value, BaseModel):
        yield from _nested(site, field, value, unit_within(holder, value))
    elif field.prose:
        yield Passage(field.label, Prose(value), inferred)
    else:
        yield Facts((Fact(field.label, pieces(site, holder, field), inferred),))


def _list_block(
    site: Site, holder: BaseModel, field: FieldView, value: tuple[Any, ...], inferred: bool
) -> Block:
    if isinstance(value[0], Quote):
        return Sayings(tuple(_saying(site, quote) for quote in value))
    if isinstance(value[0], BaseModel):
        return _models(site, field, value)
    if field.link is not None:
        return Cards(field.label, tuple(_own_card(site, holder, field, one) for one in value))
    items = pieces(site, holder, field)
    return Bullets(field.label, tuple((item,) for item in items), inferred)


def _own_card(site: Site, holder: BaseModel, field: FieldView, target: str) -> Card:
    """A record that this one names, with a label where it does so only by inference."""
    return _linked(card(site, _record(site, target)), is_inferred(holder, field.name, target))


def _linked(made: Card, inferred: bool) -> Card:
    return replace(made, chips=(*made.chips, LINK_INFERRED)) if inferred else made


def _models(site: Site, field: FieldView, value: tuple[BaseModel, ...]) -> Block:
    inner = views(type(value[0]))
    if len(inner) == 2 and inner[0].link is not None:
        # somebody in a role: a list of links reads better than a table of two columns
        items = [(*pieces(site, one, inner[0]), *pieces(site, one, inner[1])) for one in value]
        return Bullets(field.label, tuple(items))
    used = [f for f in inner if _has_column(f, value)]
    rows = [Row(tuple(pieces(site, one, f) for f in used)) for one in value]
    return Table(field.label, tuple(f.label for f in used), tuple(rows))


def _has_column(field: FieldView, value: tuple[BaseModel, ...]) -> bool:
    if field.shown is None or not field.shown.part:
        return False
    return field.shown.always or any(getattr(one, field.name) not in (None, ()) for one in value)


def _nested(site: Site, field: FieldView, value: BaseModel, unit: str | None) -> Iterator[Block]:
    facts: list[Fact] = []
    lists: list[Block] = []
    for inner in views(type(value)):
        shown, held = inner.shown, getattr(value, inner.name)
        if shown is None or not shown.part:
            continue  # it is shown with another
        if held in (None, ()) and not shown.always:
            continue
        if isinstance(held, tuple):
            items = () if not held else pieces(site, value, inner)
            lists.append(Bullets(inner.label, tuple((item,) for item in items) or (SILENT,)))
        else:
            facts.append(Fact(inner.label, pieces(site, value, inner, unit)))
    if facts:
        yield Facts(tuple(facts), field.label)
    yield from lists


def _merge(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """Facts without a heading that follow one another become one list."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Facts) and isinstance(last, Facts) and not (last.label + block.label):
            found[-1] = Facts((*last.items, *block.items))
        else:
            found.append(block)
    return tuple(found)


def _backs(
    site: Site, record: Record, kind: Kind, covered: frozenset[str]
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


def _lists(site: Site, label: str, ids: list[str], reader: str) -> Iterator[Block]:
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
            yield Cards(label, tuple(cards), more)


def _as_written(site: Site, record: Record) -> tuple[str, tuple[str, ...]]:
    origin = site.catalogue.origins[record.id]
    return origin.source.path, tuple(f"{step:>6}" for step in origin.inside)


def _cited(site: Site, record_id: str) -> Iterator[Block]:
    """The records that rest on a document, by kind."""
    by_kind: dict[str, list[str]] = {}
    for citer in site.cited_by[record_id]:
        by_kind.setdefault(site.catalogue.records[citer].kind, []).append(citer)
    for name, citers in by_kind.items():
        shown, more = cut(citers, ROWS_A_PAGE)
        label = f"{KIND_OF[name].labels} that rest on it ({len(citers)})"
        yield Bullets(label, tuple((site.to(one),) for one in shown), more=more)


def _part_for(kind: Kind, edge: str, other: str) -> str:
    wanted = (f"{edge}:{other}", edge)
    found = next((s.id for s in kind.sections if any(w in s.incoming for w in wanted)), None)
    return found or kind.sections[-1].id


def _cell(site: Site, record: Record, field: FieldView) -> Pieces:
    if field.name == "title":
        return (site.to(record.id),)
    return marked_pieces(site, record, field)


def _names_only(site: Site, cell: Pieces, reader: str) -> bool:
    own = site.to(reader).url if reader else ""
    return all(isinstance(piece, Silent) or getattr(piece, "url", "") == own for piece in cell)


def _record(site: Site, target: str) -> Record:
    record = site.catalogue.find(target)
    if record is None:
        raise KeyError(target)
    return record


def _source(site: Site, citation: Citation) -> Source:
    return Source(site.to(citation.resource), where(citation))


def _saying(site: Site, quote: Quote) -> Saying:
    source = (site.to(quote.source.resource, quote.source.section),) if quote.source else ()
    return Saying(quote.text, quote.role, source)
