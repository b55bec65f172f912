"""“Also described by”: what each academy says of a record that is the same in several of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.fields.links import NestedRecords
from generator.model.fields.marks import mark_of
from generator.model.record import Record
from generator.site.parts.blocks import Block, Details, Table, TableRow, TextBlock
from generator.site.parts.content import SiteContent
from generator.site.parts.field_values import NOTHING_STATED, option_tag, value_inlines
from generator.site.parts.field_view import FieldView, field_view, field_views
from generator.site.parts.inlines import Inlines, MarkdownText, Text
from generator.site.parts.origins import licence_sentence
from generator.site.parts.page import PageSection

_SECTION = ("also-described", "Also described by")
# of the record itself, not of what it is about
_LEFT_OUT = frozenset({"aliases", "same_as", "pictures", "inferred"})


def also_described(site: SiteContent, record: Record) -> Iterator[PageSection]:
    """Yield the section for a record that several academies describe: what differs comes first."""
    statements = site.catalogue.joined.get(record.id, ())
    if not statements:
        return
    rows = [(row, len(set(map(frozenset, row.cells[1:]))) > 1) for row in _rows(site, statements)]
    differing = tuple(row for row, differs in rows if differs)
    alike = tuple(row for row, differs in rows if not differs)
    columns = ("What", *(_academy_name(site, statement) for statement in statements))
    blocks: list[Block] = [TextBlock("", MarkdownText(_origins(site, statements)))]
    if differing:
        blocks.append(Table("", columns, differing, name="What the academies say differently"))
    if alike:
        table = Table("", columns, alike, name="What the academies say alike")
        blocks.append(Details("What they say alike", (table,)))
    yield PageSection(*_SECTION, tuple(blocks))


def _rows(site: SiteContent, statements: tuple[Record, ...]) -> Iterator[TableRow]:
    title = field_view(type(statements[0]), "title")
    for field in (title, *(f for f in field_views(type(statements[0])) if f.name != "title")):
        if field.name in _LEFT_OUT or _holds_records(statements[0], field):
            continue
        values = tuple(_value(site, statement, field) for statement in statements)
        if any(value != NOTHING_STATED for value in values):
            yield TableRow(((Text(field.label),), *values))


def _holds_records(record: Record, field: FieldView) -> bool:
    return mark_of(type(record).model_fields[field.name], NestedRecords) is not None


def _value(site: SiteContent, statement: Record, field: FieldView) -> Inlines:
    option = field.option(statement)
    return (option_tag(option),) if option is not None else value_inlines(site, statement, field)


def _academy_name(site: SiteContent, statement: Record) -> str:
    academy = site.catalogue.academy_of(statement.id)
    return academy.dated_name if academy else site.name


def _origins(site: SiteContent, statements: tuple[Record, ...]) -> str:
    """Return who else describes it, and under which licence."""
    academies = [site.catalogue.academy_of(statement.id) for statement in statements[1:]]
    named = (f"{a.dated_name}. {licence_sentence(a)}" for a in academies if a is not None)
    return "\n\n".join(named)
