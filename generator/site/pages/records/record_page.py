"""The page of each record, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.fields.full_names import file_stem
from generator.model.kind import EVIDENCE_BASES, url_of
from generator.model.kinds import KIND_OF, KINDS, Kind
from generator.model.record import Record
from generator.site.pages.records.extras import RECORD_EXTRAS, RecordExtras
from generator.site.pages.share import form_url
from generator.site.parts.also_described import also_described
from generator.site.parts.blocks import Details, SummaryRow
from generator.site.parts.content import SiteContent
from generator.site.parts.field_blocks import key_rows
from generator.site.parts.field_values import option_tag
from generator.site.parts.inlines import InternalLink, Tag, Text
from generator.site.parts.navigation import nav_section_title
from generator.site.parts.neighbourhood_table import neighbourhood_table
from generator.site.parts.origins import origin_sentence
from generator.site.parts.overview import Overview
from generator.site.parts.page import (
    ContentsEntry,
    Layout,
    Page,
    PageFamily,
    PageSection,
)
from generator.site.parts.record_sections import SectionExtras, record_sections
from generator.site.parts.release_dates import release_dates
from generator.site.parts.shown_picture import ShownPicture
from generator.site.parts.source_date import dated_documents, source_dates
from generator.site.parts.structured_data import structured_data
from generator.site_paths import LAYOUT_NAME

MAX_NEXT_LINKS = 3


@dataclass(frozen=True, slots=True)
class RecordView:
    """The values of a record's page.

    `evidence_basis` is a tag, `lead` its first picture, `next` links to records to read next,
    `dates` says when it was added and changed, `change` is the URL of the form for it (empty where
    the kind has no form), `missing` what nobody stated, `unstated` the labels of it. `reference`
    names the record for others where the page has no address. `key` is the kind and the id.
    `comparable`: it can be set beside others of its kind.
    """

    breadcrumbs: tuple[InternalLink, ...]
    kind: str
    title: str
    summary: str
    evidence_basis: Tag | None
    lead: ShownPicture | None
    overview: Overview
    facts: tuple[SummaryRow, ...]
    next: tuple[InternalLink, ...]
    id: str
    dates: str
    reference: str
    change: str
    contents: tuple[ContentsEntry, ...]
    sections: tuple[PageSection, ...]
    missing: str
    unstated: tuple[str, ...]
    key: str
    comparable: bool
    origin: str


def record_layout(kind: Kind) -> Layout:
    """Return the layout that all records of a kind share."""
    return Layout(f"{kind.slug}/{LAYOUT_NAME}", nav_section_title(kind.name))


def record_page(site: SiteContent, record: Record, kind: Kind) -> Page:
    """Return the page of one record."""
    title = site.catalogue.title(record.id)
    added = RECORD_EXTRAS[kind.name](site, record) if kind.name in RECORD_EXTRAS else RecordExtras()
    shown = record_sections(
        site,
        record,
        kind,
        SectionExtras(added.blocks, added.covered, added.overview.covered_fields),
    )
    parts = (*shown.sections, *also_described(site, record), *_connections(site, record, kind))
    contents = tuple(ContentsEntry(part.id, part.title) for part in parts)
    lead = site.pictures.lead_picture(record)
    origin = site.catalogue.academy_of(record.id)
    view = RecordView(
        breadcrumbs=_breadcrumbs(kind),
        kind=kind.label,
        title=title,
        summary=record.summary or "",
        evidence_basis=_evidence_basis(record, kind),
        lead=lead,
        overview=added.overview.leading_only_to(frozenset(part.id for part in parts)),
        facts=tuple(_facts(site, record, added)),
        next=(*_next_links(site, record, kind), *added.links),
        dates=release_dates(site, record.id),
        change=f"{form_url(kind)}?record={record.id}" if kind.folder and origin is None else "",
        origin=origin_sentence(origin),
        id=record.id,
        reference=f"{title} ({kind.label.lower()} {record.id}, {(origin or site).name})",
        contents=contents,
        sections=parts,
        missing="; ".join(part.text for part in shown.missing),
        unstated=tuple(label for part in shown.missing for label in part.labels),
        key=f"{kind.name}/{file_stem(record.id)}",
        comparable=kind.comparable,
    )
    return Page(
        url=url_of(kind, record.id),
        title=title,
        summary=record.summary or f"{kind.label}: {title}",
        layout=record_layout(kind),
        template="record.html",
        view=view,
        contents=contents,
        source=site.catalogue.written_in[record.id][0] if origin is None else None,
        searchable=False,
        structured_data=structured_data(site, record, kind),
        pictures=site.pictures.text_pictures(record),
        lead=lead,
    )


def _breadcrumbs(kind: Kind) -> tuple[InternalLink, ...]:
    home = InternalLink("Home", "index.html")
    return (home, InternalLink(kind.labels, f"{kind.slug}/index.html"))


def _evidence_basis(record: Record, kind: Kind) -> Tag | None:
    basis = kind.evidence_basis(record)
    return option_tag(EVIDENCE_BASES.option(basis)) if basis else None


def _connections(site: SiteContent, record: Record, kind: Kind) -> Iterator[PageSection]:
    near = neighbourhood_table(site, record.id) if kind.has_diagram else None
    if near is not None:
        fold = Details("The records linked to it", (near,), "neighbourhood")
        yield PageSection("near", "How it connects", (fold,))


def _facts(site: SiteContent, record: Record, added: RecordExtras) -> Iterator[SummaryRow]:
    yield from key_rows(site, record, added.overview.covered_fields)
    yield from added.facts
    if not added.overview.tells_age:
        yield from _source_dates(site, record)


def _source_dates(site: SiteContent, record: Record) -> Iterator[SummaryRow]:
    """Yield the range of years of the documents cited, to show how old the information may be."""
    dated = dated_documents(site, record)
    if dated:
        yield SummaryRow("Source date", (Text(source_dates(dated[0], dated[-1])),))


def _next_links(site: SiteContent, record: Record, kind: Kind) -> tuple[InternalLink, ...]:
    """Return up to three records to read next.

    These are the best connected neighbour for each of the kind's `next_edges`; failing these, the
    best connected neighbours, then their neighbours; failing all, the list of the kind.
    """
    promised: dict[str, None] = {}
    for wanted in kind.next_edges:
        edge_type, _, other_kind = wanted.partition(":")
        targets = {
            target
            for edge, target in site.neighbours(record.id)
            if edge.type == edge_type
            and (not other_kind or site.catalogue.records[target].kind == other_kind)
        }
        promised.update(dict.fromkeys(_best_connected(site, targets)[:1]))
    if promised:
        return tuple(site.link(neighbour) for neighbour in promised)[:MAX_NEXT_LINKS]
    near = {target for _, target in site.neighbours(record.id)}
    best = _best_connected(site, near)
    if not best:
        further = {target for neighbour in near for _, target in site.neighbours(neighbour)} - {
            record.id
        }
        best = _best_connected(site, further)
    lists = (InternalLink(f"All {kind.labels.lower()}", f"{kind.slug}/index.html"),)
    return tuple(site.link(neighbour) for neighbour in best[:MAX_NEXT_LINKS]) or lists


def _best_connected(site: SiteContent, ids: set[str]) -> list[str]:
    """Return records with most relations first, without adoptions and measures."""
    not_for_reading = ("adoption", "measure")
    readable = (
        record_id
        for record_id in ids
        if site.catalogue.records[record_id].kind not in not_for_reading
    )
    return sorted(readable, key=lambda record_id: (-site.degree[record_id], record_id))


def pages(site: SiteContent) -> Iterator[Page]:
    """Yield the page of every record."""
    for kind in KINDS:
        for record in site.catalogue.records_of_kind(kind):
            yield record_page(site, record, kind)


def page_at(site: SiteContent, url: str) -> Page | None:
    """Return the page of the record at a URL, or None."""
    slug, _, name = url.removesuffix(".html").rpartition("/")
    record = site.catalogue.records.get(name)
    kind = KIND_OF[record.kind] if record else None
    return record_page(site, record, kind) if record and kind and kind.slug == slug else None


FAMILY = PageFamily(tuple(record_layout(kind) for kind in KINDS), pages, page_at=page_at)
