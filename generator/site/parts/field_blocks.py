"""Blocks that show the fields of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.display.inferred import inferred_fields
from generator.model.kinds.measure_parts import Interval, Spread
from generator.model.kinds.web_link import WebLink
from generator.model.record import Quote, Record
from generator.site.parts.blocks import (
    Block,
    BulletList,
    NumberedList,
    PictureList,
    Quotation,
    Quotations,
    SourceList,
    SourceReference,
    SummaryList,
    SummaryRow,
    Table,
    TableRow,
    TextBlock,
)
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import (
    NOTHING_STATED,
    marked_inlines,
    nested_unit,
    place_in_document,
    value_inlines,
)
from generator.site.parts.field_view import FieldView, field_views
from generator.site.parts.inlines import Inlines, MarkdownText
from generator.site.parts.last_known import as_of_year, year_told

WIDE_ROW_LENGTH = 36  # characters; a longer value takes the full width of the first screen


def key_rows(
    site: SiteContent, record: Record, covered: frozenset[str] = frozenset()
) -> tuple[SummaryRow, ...]:
    """Return the summary rows of the first screen: the key fields that are stated.

    Those that are `covered` stand elsewhere.
    """
    inferred = inferred_fields(record)
    rows = []
    for field in field_views(type(record)):
        if field.shown is None or not field.shown.key or field.name in covered:
            continue
        value = value_inlines(site, record, field)
        if value != NOTHING_STATED or field.shown.always:
            wide = sum(len(getattr(piece, "text", "")) for piece in value) > WIDE_ROW_LENGTH
            rows.append(SummaryRow(field.label, value, field.name in inferred, wide))
    return tuple(rows)


def field_blocks(
    site: SiteContent,
    holder: BaseModel,
    part: str,
    inferred: frozenset[str],
    covered: frozenset[str] = frozenset(),
) -> Iterator[Block]:
    """Yield blocks for the fields of `holder` in one section, in the order of the model.

    Those that are `covered` stand elsewhere.
    """
    for field in field_views(type(holder)):
        shown = field.shown
        if shown is None or shown.part != part or shown.key or field.name in covered:
            continue
        value = getattr(holder, field.name)
        if value in (None, ()) and not shown.always:
            continue
        yield from _value_blocks(site, holder, field, field.name in inferred)


def _value_blocks(
    site: SiteContent, holder: BaseModel, field: FieldView, inferred: bool
) -> Iterator[Block]:
    value = getattr(holder, field.name)
    if field.name == "sources" and isinstance(holder, Record):
        yield SourceList(tuple(_source_references(site, holder)))
    elif field.name == "pictures" and isinstance(holder, Record):
        if pictures := site.pictures.listed_pictures(holder):
            yield PictureList(pictures)
    elif value in (None, ()):
        yield SummaryList((SummaryRow(field.label, NOTHING_STATED),))
    elif isinstance(value, tuple):
        yield _list_block(site, holder, field, value, inferred)
    elif isinstance(value, BaseModel) and not isinstance(value, Interval | Spread):
        yield from _nested_blocks(site, field, value, nested_unit(holder, value))
    elif field.prose:
        yield TextBlock(field.label, MarkdownText(value), inferred)
    else:
        yield SummaryList((SummaryRow(field.label, value_inlines(site, holder, field), inferred),))


def _list_block(
    site: SiteContent, holder: BaseModel, field: FieldView, value: tuple[Any, ...], inferred: bool
) -> Block:
    if isinstance(value[0], Quote):
        return Quotations(tuple(_quotation(site, quote) for quote in value))
    if isinstance(value[0], BaseModel) and not isinstance(value[0], WebLink):
        return _nested_list_block(site, field, value)
    if field.link is not None:
        links = marked_inlines(site, holder, field)
        return BulletList(field.label, tuple((link,) for link in links))
    items = tuple((item,) for item in value_inlines(site, holder, field))
    if field.shown is not None and field.shown.ordered:
        return NumberedList(field.label, items, inferred)
    return BulletList(field.label, items, inferred)


def _nested_list_block(site: SiteContent, field: FieldView, value: tuple[BaseModel, ...]) -> Block:
    inner = field_views(type(value[0]))
    if len(inner) == 2 and inner[0].link is not None:
        # a record in a role: a list of links reads better than a table of two columns
        items = [
            (*value_inlines(site, item, inner[0]), *value_inlines(site, item, inner[1]))
            for item in value
        ]
        return BulletList(field.label, tuple(items))
    used = [f for f in inner if _has_column(f, value)]
    rows = [TableRow(tuple(_nested_cell(site, item, f) for f in used)) for item in value]
    return Table(field.label, tuple(f.label for f in used), tuple(rows))


def _nested_cell(site: SiteContent, item: BaseModel, field: FieldView) -> Inlines:
    """Return the value of a field; for a status, with the year of the documents that say so."""
    value = value_inlines(site, item, field)
    if field.name != "status":
        return value
    cited = (citation.resource for citation in getattr(item, "sources", ()))
    return (*value, *as_of_year(year_told(site, cited)))


def _has_column(field: FieldView, value: tuple[BaseModel, ...]) -> bool:
    if field.shown is None or not field.shown.part:
        return False
    return field.shown.always or any(getattr(item, field.name) not in (None, ()) for item in value)


def _nested_blocks(
    site: SiteContent, field: FieldView, value: BaseModel, unit: str | None
) -> Iterator[Block]:
    facts: list[SummaryRow] = []
    lists: list[Block] = []
    for inner in field_views(type(value)):
        shown, held = inner.shown, getattr(value, inner.name)
        if shown is None or not shown.part:
            continue  # shown as part of another field
        if held in (None, ()) and not shown.always:
            continue
        if isinstance(held, tuple):
            items = () if not held else value_inlines(site, value, inner)
            lists.append(
                BulletList(inner.label, tuple((item,) for item in items) or (NOTHING_STATED,))
            )
        else:
            facts.append(SummaryRow(inner.label, value_inlines(site, value, inner, unit)))
    if facts:
        yield SummaryList(tuple(facts), field.label)
    yield from lists


def _record(site: SiteContent, target: str) -> Record:
    record = site.catalogue.find(target)
    if record is None:
        raise KeyError(target)
    return record


def _source_references(site: SiteContent, record: Record) -> Iterator[SourceReference]:
    """Yield each document that a record cites once, with all the places in it."""
    places: dict[str, list[str]] = {}
    for citation in site.citations(record):
        places.setdefault(citation.resource, []).append(place_in_document(citation))
    for document, cited in places.items():
        yield SourceReference(site.link(document), "; ".join(dict.fromkeys(cited)))


def _quotation(site: SiteContent, quote: Quote) -> Quotation:
    source = (site.link(quote.source.resource, quote.source.section),) if quote.source else ()
    return Quotation(quote.text, quote.role, source)
