"""The reference pages about fields and checks, made from the model and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel

from generator.checks import CHECKS
from generator.diagnostics import Severity
from generator.model.fields.links import direct_fields
from generator.model.kinds import KINDS, Kind
from generator.model.record import asked_fields
from generator.privacy import PERSONAL_DATA_TYPES, PersonalDataType
from generator.site.pages.reference.terms import FIELDS, term_sections, terms_link
from generator.site.parts.answer_page import answer_page
from generator.site.parts.blocks import Block, BulletList, Callout, Table, TableRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_view import FieldView, field_view
from generator.site.parts.inlines import Inlines, InternalLink, Tag, Text
from generator.site.parts.navigation import ABOUT
from generator.site.parts.page import Layout, Page, PageFamily, PageSection

RULES = Layout("reference/checks.html", ABOUT, "What is checked")


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page about fields and the page about checks."""
    summary = "Every kind of record, with its fields and what to write in each."
    links = tuple(
        (InternalLink(kind.labels, _fields_url(kind)), Text(kind.about)) for kind in KINDS
    )
    kinds = PageSection("kinds", "Kinds of record", (BulletList("", links),))
    yield answer_page(FIELDS, summary, (kinds, *term_sections(site)))
    for kind in KINDS:
        yield _fields_page(kind)
    summary = "Every rule for records, with its code."
    yield answer_page(RULES, summary, tuple(_rules()))


def _fields_url(kind: Kind) -> str:
    return FIELDS.url.removesuffix(".html") + f"-{kind.slug}.html"


def _fields_page(kind: Kind) -> Page:
    """Return the page with the fields of a kind, and those of the lists and maps inside it."""
    tables = [_field_table(kind.written_model, "", f"{kind.labels}: fields")]
    for model, label in _inner(kind.written_model, set()):
        inside = f"Inside “{label}”"
        tables.append(_field_table(model, inside, f"{kind.labels}, {inside.lower()}"))
    title = f"Fields: {kind.labels.lower()}"
    layout = Layout(_fields_url(kind), FIELDS.nav_section, title)
    section = PageSection("fields", kind.labels, tuple(tables))
    page = answer_page(layout, f"{kind.about} What to write in each field.", (section,))
    back = InternalLink(FIELDS.menu_title or "", FIELDS.url)
    view = replace(page.view, breadcrumbs=(*page.view.breadcrumbs, back))
    return replace(page, layout=FIELDS, view=view, searchable=False)


def _inner(
    model: type[BaseModel], seen: set[type[BaseModel]]
) -> Iterator[tuple[type[BaseModel], str]]:
    for name, _ in direct_fields(model):
        field = field_view(model, name)
        if field.model is not None and field.model not in seen:
            seen.add(field.model)
            yield field.model, field.label
            yield from _inner(field.model, seen)


def _field_table(model: type[BaseModel], label: str, name: str) -> Table:
    rows = tuple(TableRow(_field(model, field_view(model, name))) for name in asked_fields(model))
    columns = ("Field", "On the page", "What to write", "Required")
    return Table(label, columns, rows, name=name)


def _field(model: type[BaseModel], field: FieldView) -> tuple[Inlines, ...]:
    shown = field.shown
    words: Inlines = tuple(
        Tag(word, "plain") for word in (field.vocabulary.words if field.vocabulary else ())
    )
    if field.section is not None:
        words = (terms_link(field.section),)
    needed = "Yes" if model.model_fields[field.name].is_required() else "No"
    help_text: Inlines = (Text(shown.help if shown else ""), *words)
    return (Text(field.name),), (Text(field.label),), help_text, (Text(needed),)


def _rules() -> Iterator[PageSection]:
    for severity, title in _SEVERITIES.items():
        rows = tuple(
            TableRow(((Text(check.code),), (Text(check.summary),), (Text(check.why),)))
            for check in CHECKS
            if check.severity is severity
        )
        table = Table("", ("Code", "Rule", "Why"), rows, name=title)
        yield PageSection(severity.value, title, (table,))
    yield PageSection("privacy", "Personal data: not allowed", tuple(_privacy()))


def _privacy() -> Iterator[Block]:
    yield Callout(
        "We search every file and every file name for personal data. If an address or a number "
        "belongs to a role, or a person has agreed to be named, a waiver in registry/waivers.yaml "
        "can allow it. The waiver gives the file, the text, the reason and the job title of the "
        "person who approved it. Nothing that identifies a patient is allowed."
    )
    rows = tuple(
        TableRow(
            (
                (Text(data_type.code),),
                (Text(f"This looks like {data_type.name}."),),
                (Text(_may(data_type)),),
            )
        )
        for data_type in PERSONAL_DATA_TYPES.values()
    )
    yield Table("", ("Code", "Message", "Can a waiver allow it?"), rows, name="Personal data")


def _may(data_type: PersonalDataType) -> str:
    return "Yes" if data_type.waivable else "No"


_SEVERITIES = {
    Severity.ERROR: "Must be corrected",
    Severity.WARNING: "Check this",
    Severity.GAP: "Missing: the record is still published",
}

FAMILY = PageFamily((FIELDS, RULES), pages)
