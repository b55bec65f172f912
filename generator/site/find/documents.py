"""Search documents: each record, page and glossary term as text by search field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.analysis.index import AdoptionIndex, memoised
from generator.analysis.insights.successors import former_bodies
from generator.analysis.relations import MENTIONS
from generator.markdown.parser import Resolve
from generator.markdown.plain_text import plain_text
from generator.model.display.field_display import vocabulary_of
from generator.model.fields.academy_vocabulary import section_of
from generator.model.fields.links import Link, direct_fields
from generator.model.fields.marks import mark_of
from generator.model.fields.prose import is_prose
from generator.model.fields.vocabulary_terms import VocabularyTerm
from generator.model.glossary import term_anchors
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.model.kinds.measure import Measure
from generator.model.kinds.partner import Partner
from generator.model.method_terms import all_terms
from generator.model.record import Record
from generator.site.pages.reference.glossary import LAYOUT as GLOSSARY
from generator.site.parts.content import SiteContent
from generator.site.parts.inlines import Tag
from generator.site.parts.measure_tables import measure_value
from generator.site.parts.page import Page
from generator.site.parts.record_cards import record_card
from generator.site.parts.release_dates import release_dates
from generator.site.parts.shown_picture import ShownPicture

# fields that hold another name of the record
_NAME_FIELDS = ("aliases", "also_known_as", "short_name", "same_as", "code", "file_name")
# a unit alone says nothing: the value has it; what was inferred is listed by names of fields
_EXCLUDED_FIELDS = (
    "id", "title", "summary", "licence", "sources", "unit", "inferred", *_NAME_FIELDS,
)  # fmt: skip
PAGE, TERM = "page", "term"


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What the search index holds about a record, a page or a glossary term.

    `sort` is the name of the kind, `page` or `term`. `labels` are the tags of a result. `names`
    are alternative names, `texts` the content, `related` the titles of linked records, `attached`
    the words of a document that a record offers. `record` is the id of a record, otherwise empty.
    `picture` is the lead picture of a record on its card.
    """

    sort: str
    url: str
    title: str
    summary: str
    labels: tuple[Tag, ...] = ()
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    attached: str = ""
    record: str = ""
    picture: ShownPicture | None = None


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A hand-written page; `text` is its content without markup."""

    url: str
    title: str
    summary: str
    text: str


def record_documents(site: SiteContent, records: Iterable[Record]) -> Iterator[SearchDocument]:
    """Yield a search document for each record."""
    known = glossary_names(site.index)
    for record in records:
        url = url_of(KIND_OF[record.kind], record.id)
        yield _record_document(site, record, url, known.get(record.id, ()))


def page_document(page: Page) -> SearchDocument:
    """Return the search document of a page: its title, summary and the questions it answers."""
    layout = page.layout
    questions = tuple(filter(None, (layout.question, *layout.also_asked)))
    names = questions if layout.url == page.url else ()
    return SearchDocument(PAGE, page.url, page.title, page.summary, names=names)


def static_page_document(page: StaticPage) -> SearchDocument:
    """Return the search document of a hand-written page, with all its text."""
    return SearchDocument(PAGE, page.url, page.title, page.summary, texts=(page.text,))


def term_documents(site: SiteContent) -> Iterator[SearchDocument]:
    """Yield a search document for each glossary term."""
    terms = all_terms(site.catalogue.terms)
    anchor = term_anchors(terms)
    for term in terms:
        url = f"{GLOSSARY.url}#{anchor[term.term]}"
        yield SearchDocument(TERM, url, term.heading, term.meaning, names=term.also)


@memoised
def glossary_names(index: AdoptionIndex) -> dict[str, tuple[str, ...]]:
    """Return for each record the glossary terms about it, which count as its names."""
    names: dict[str, tuple[str, ...]] = {}
    for term in index.catalogue.terms:
        for target in term.about:
            record = index.catalogue.resolve(target)
            if record:
                names[record] = (*names.get(record, ()), term.term, *term.also)
    return names


def _record_document(
    site: SiteContent, record: Record, url: str, known: tuple[str, ...]
) -> SearchDocument:
    shown = record_card(site, record)
    title = shown.link.title
    texts = (*_measured(record), *_model_texts(record, _resolve(site)))
    return SearchDocument(
        sort=record.kind,
        url=url,
        title=title,
        summary=shown.summary if shown.summary != title else "",
        labels=tuple(dict.fromkeys((*shown.tags, *_date_tags(site, record)))),
        names=(
            *_other_names(record),
            *known,
            *(other.title for other in site.catalogue.joined.get(record.id, ())[1:]),
            *_former_names(site.index, record),
        ),
        texts=tuple(dict.fromkeys(text for text in texts if text and text != title)),
        related=tuple(_related_titles(site, record)),
        attached=site.documents.words(getattr(record, "file", None) or ""),
        record=record.id,
        picture=site.pictures.card_picture(record),
    )


def _measured(record: Record) -> Iterator[str]:
    """Yield what a measure found, with its unit: “77 hours per week less”."""
    if isinstance(record, Measure) and (value := measure_value(record)):
        yield value


def _date_tags(site: SiteContent, record: Record) -> Iterator[Tag]:
    """Yield when a record was added and last changed, where a release says so."""
    if text := release_dates(site, record.id):
        yield Tag(text, "plain")


def _former_names(index: AdoptionIndex, record: Record) -> Iterator[str]:
    """Yield the names of the organisations whose work an organisation does today."""
    for former in former_bodies(index, record.id) if isinstance(record, Partner) else ():
        yield index.catalogue.title(former)
        yield from _other_names(index.catalogue.records[former])


def _other_names(record: Record) -> Iterator[str]:
    for name in _NAME_FIELDS:
        yield from _names(getattr(record, name, ()))


def _names(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def _related_titles(site: SiteContent, record: Record) -> Iterator[str]:
    targets = dict.fromkeys(e.reader for e in site.outgoing(record.id) if e.type != MENTIONS)
    for target in targets:
        yield site.catalogue.title(target)


def _model_texts(model: BaseModel, resolve: Resolve) -> Iterator[str]:
    """Yield every text in a model and its nested values, without ids, options and markup.

    Topics are searched for by their labels.
    """
    for name, prose in _text_fields(type(model)):
        for text in _value_texts(getattr(model, name), resolve):
            yield plain_text(text, resolve) if prose else " ".join(text.split())


def _value_texts(value: Any, resolve: Resolve) -> Iterator[str]:
    if isinstance(value, VocabularyTerm) and value.definition.section == "topics":
        yield value.label
    elif isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _model_texts(value, resolve)
    elif isinstance(value, tuple):
        for item in value:
            yield from _value_texts(item, resolve)


@cache
def _text_fields(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the names of the fields that hold text, and whether that is Markdown."""
    return tuple(
        (name, is_prose(info.annotation, info.metadata))
        for name, info in direct_fields(model)
        if name not in _EXCLUDED_FIELDS
        and mark_of(info, Link) is None
        and vocabulary_of(info) is None
        and section_of(info) in (None, "topics")
    )


def _resolve(site: SiteContent) -> Resolve:
    """Return what gives the title of each `[[mention]]` in a text."""

    def resolve(target: str) -> tuple[str, str] | None:
        record = site.catalogue.resolve(target)
        return (site.catalogue.title(record), "") if record else None

    return resolve
