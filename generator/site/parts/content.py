"""What pages are made from: the catalogue, its relations both ways, the findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar

from generator.analysis.insights import AdoptionIndex
from generator.analysis.insights.neighbourhood import relation_counts
from generator.analysis.relations import Edge
from generator.diagnostics import Diagnostic
from generator.field_path import format_path
from generator.lookups import TracedField, TracedMemo, traced_property
from generator.model.identity import AcademyIdentity
from generator.model.kind import url_of
from generator.model.kinds import KIND_OF
from generator.model.record import Citation, Record
from generator.records.catalogue import Catalogue
from generator.site.parts.documents import DocumentLibrary
from generator.site.parts.inlines import InternalLink
from generator.site.parts.origins import origin_note
from generator.site.parts.pictures import PictureLibrary

T = TypeVar("T")


def _measure_part(field: str) -> str:
    return field.partition(".")[0] if field.startswith("measures[") else ""


@dataclass(frozen=True)
class SiteContent:
    """The content of the academy, with the look-ups that pages need.

    `about` describes the academy in a sentence. `bundle` is the URL of the bundle, and `address`
    that of the site, or empty. `identity` is what the academy states about itself.
    """

    name: str
    catalogue: Catalogue
    about: str = ""
    findings: TracedField[tuple[Diagnostic, ...]] = TracedField(tuple)  # noqa: RUF009 - a descriptor
    bundle: str = ""
    address: str = ""
    identity: AcademyIdentity = field(default_factory=AcademyIdentity)

    @cached_property
    def index(self) -> AdoptionIndex:
        """Return the index of the catalogue, which insights are computed from."""
        return AdoptionIndex(self.catalogue)

    @cached_property
    def pictures(self) -> PictureLibrary:
        """Return the pictures that the records show."""
        return PictureLibrary(self.catalogue)

    @cached_property
    def memo(self) -> TracedMemo:
        """What pages say of single records, worked out once for all of them."""
        return TracedMemo()

    @cached_property
    def documents(self) -> DocumentLibrary:
        """Return the documents that the records offer."""
        return DocumentLibrary(self.catalogue)

    def link(self, target: str, note: str = "") -> InternalLink:
        """Return a link to the record that `target` names, by its title.

        `note` follows it, and so does where a record of another academy is from. Raises KeyError
        when no record has that id, or had it earlier.
        """
        link = self.links[self.catalogue.resolve(target) or target]
        if not note:
            return link
        return InternalLink(link.title, link.url, ", ".join(filter(None, (note, link.note))))

    def title_and_url(self, target: str) -> tuple[str, str]:
        """Return the title and URL of a record."""
        link = self.link(target)
        return link.title, link.url

    def name_in_figures(self, target: str) -> tuple[str, str]:
        """Return the title and URL of a record, with where it is from: the `RecordNames`."""
        link = self.link(target)
        return f"{link.title} ({link.note})" if link.note else link.title, link.url

    def resolve(self, target: str) -> tuple[str, str] | None:
        """Return the title and URL of the record that `target` names, or None."""
        return self.title_and_url(target) if self.catalogue.resolve(target) else None

    def citations(self, record: Record) -> tuple[Citation, ...]:
        """Return the sources of a record, and those of the cases where a barrier was met."""
        met = getattr(record, "occurrences", ())
        return tuple(dict.fromkeys((*record.sources, *(c for one in met for c in one.sources))))

    def outgoing(self, record_id: str) -> tuple[Edge, ...]:
        """Return the relations that a record states itself."""
        return self._outgoing.get(record_id, ())

    def incoming(self, record_id: str) -> tuple[Edge, ...]:
        """Return the relations to a record that others state, in reading order."""
        return self._incoming.get(record_id, ())

    def record_at(self, path: str, field: str) -> str | None:
        """Return the id of the record that a finding at `path` and `field` is about, or None."""
        return self._places.get((path, _measure_part(field))) or self._places.get((path, ""))

    def neighbours(self, record_id: str) -> Iterator[tuple[Edge, str]]:
        """Yield each relation of a record, stated by either side, with the other record's id."""
        for edge in self.outgoing(record_id):
            yield edge, edge.reader
        for edge in self.incoming(record_id):
            yield edge, edge.writer

    @traced_property
    def degree(self) -> Counter[str]:
        """Return the number of relations of each record."""
        return relation_counts(self.index)

    @traced_property
    def cited_by(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of the records that cite each document."""
        citing: dict[str, dict[str, None]] = defaultdict(dict)
        for record in self.catalogue.records.values():
            for citation in self.citations(record):
                document = self.catalogue.resolve(citation.resource)
                if document:
                    citing[document].setdefault(record.id)
        return {document: tuple(ids) for document, ids in citing.items()}

    @traced_property
    def links(self) -> dict[str, InternalLink]:
        """Return a link to each record, by its id, with where those of other academies are from."""
        links = {}
        for record in self.catalogue.records.values():
            title = self.catalogue.title(record.id)
            note = origin_note(self.catalogue.academy_name_of(record.id), title)
            links[record.id] = InternalLink(title, url_of(KIND_OF[record.kind], record.id), note)
        return links

    @traced_property
    def _places(self) -> dict[tuple[str, str], str]:
        places = self.catalogue.written_in.items()
        return {(path, format_path(inside)): record for record, (path, inside) in places}

    @traced_property
    def _outgoing(self) -> dict[str, tuple[Edge, ...]]:
        return self._grouped("writer")

    @traced_property
    def _incoming(self) -> dict[str, tuple[Edge, ...]]:
        return self._grouped("reader")

    def _grouped(self, end: str) -> dict[str, tuple[Edge, ...]]:
        groups: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.index.edges:
            groups[getattr(edge, end)].append(edge)
        return {record: tuple(some) for record, some in groups.items()}


def remembered(question: Callable[[SiteContent, Record], T]) -> Callable[[SiteContent, Record], T]:
    """Return a question about a record that is worked out once, however many pages ask it."""

    @wraps(question)
    def ask(site: SiteContent, record: Record) -> T:
        return site.memo.answer((question, record.id), lambda: question(site, record))

    return ask
