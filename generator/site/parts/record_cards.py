"""A record as a card or as a row of a table."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis.insights.dates import newest_date
from generator.analysis.release_news import is_new
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.site.parts.blocks import Card, Table, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import marked_inlines, option_tag, value_tags
from generator.site.parts.field_view import FieldView, field_view
from generator.site.parts.inlines import Inlines, NotStated, Tag
from generator.site.parts.last_known import as_of
from generator.site.parts.limits import MAX_ROWS, sample_items
from generator.site.parts.measure_tables import KIND_TABLES
from generator.site.parts.record_tags import LINK_INFERRED, NEW, RECORD_TAGS

_AGEING = ("stage", "status")  # fields that say how things stood in a year


def record_card(site: SiteContent, record: Record, reader: str = "") -> Card:
    """Return a record as a card. A tag that only names the record `reader` is left out."""
    kind = KIND_OF[record.kind]
    reader_title = site.catalogue.title(reader) if reader else None
    labels: list[Tag] = [NEW] if is_new(site.index, record.id, newest_date(site.index)) else []
    for name in kind.tags:
        labels += (tag for tag in value_tags(site, record, name) if tag.text != reader_title)
    labels += (option_tag(option) for option in kind.extra_tags(record))
    if origin := site.catalogue.academy_name_of(record.id):
        labels.append(Tag(f"From {origin}", "plain"))
    labels += RECORD_TAGS[kind.name](site, record) if kind.name in RECORD_TAGS else ()
    return Card(site.link(record.id), record.summary or "", tuple(labels))


def illustrated_card(site: SiteContent, record: Record) -> Card:
    """Return a record as a card with its lead picture, for lists of records."""
    return replace(record_card(site, record), picture=site.pictures.card_picture(record))


def record_table(
    site: SiteContent, label: str, records: list[Record], reader: str = "", most: int = MAX_ROWS
) -> Table:
    """Return records of one kind as a table, without columns that link only to `reader`."""
    kind = KIND_OF[records[0].kind]
    if kind.name in KIND_TABLES:
        return KIND_TABLES[kind.name](site, label, records, reader, most)
    shown, more = sample_items(records, most)
    columns: list[str] = []
    cells: list[list[Inlines]] = [[] for _ in shown]
    for name in kind.columns:
        field = field_view(kind.model, name)
        column = [_cell(site, record, field) for record in shown]
        if field.link is not None and all(_links_only_to(site, cell, reader) for cell in column):
            continue
        columns.append(field.label)
        for row, cell in zip(cells, column, strict=True):
            row.append(cell)
    rows = tuple(TableRow(tuple(row)) for row in cells)
    return Table(label, tuple(columns), rows, more)


def mark_inferred_link(card: Card, inferred: bool) -> Card:
    return replace(card, tags=(*card.tags, LINK_INFERRED)) if inferred else card


def _cell(site: SiteContent, record: Record, field: FieldView) -> Inlines:
    if field.name == "title":
        return (site.link(record.id),)
    shown = marked_inlines(site, record, field)
    return (*shown, *as_of(site, record)) if field.name in _AGEING else shown


def _links_only_to(site: SiteContent, cell: Inlines, reader: str) -> bool:
    reader_url = site.link(reader).url if reader else ""
    return all(
        isinstance(inline, NotStated) or getattr(inline, "url", "") == reader_url for inline in cell
    )
