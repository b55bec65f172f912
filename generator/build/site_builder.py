"""Make the files of a site that do not come from the host: pages, data, search index and form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.build.incremental import LAYOUTS, UnitFiles
from generator.build.layouts import SlottedLayout, split_layout
from generator.build.prepare import PreparedSite
from generator.exports import DataFile
from generator.lookups import asked
from generator.model.kinds import KIND_OF
from generator.model.record import Record
from generator.publish import FileReport, report_of_made_file
from generator.site.find import (
    IndexEntry,
    SearchDocument,
    index_entry,
    indexed_phrases,
    page_document,
    record_documents,
    search_files,
)
from generator.site.outlines import (
    RecordOutline,
    outline_file,
    outline_files_at,
    outline_index_files,
    record_outline,
)
from generator.site.pages.records.record_page import record_page
from generator.site.parts.documents import DocumentSource
from generator.site.parts.page import Page, PageBatch
from generator.site.parts.pictures import PictureSource, encoded, version_of
from generator.site.share import share_files
from generator.site.sitemap import change_days, sitemap_files
from generator.site_paths import NOT_FOUND

WriteFile = Callable[[str, bytes], None]


@dataclass(frozen=True)
class SiteBuilder:
    """Makes the files of one site. `layouts` are the host's rendered layouts by URL; `write` writes
    a file.
    """

    prepared: PreparedSite
    layouts: Mapping[str, str]
    write: WriteFile

    @cached_property
    def _split_layouts(self) -> dict[str, SlottedLayout]:
        return {url: split_layout(html, url) for url, html in self.layouts.items()}

    def pages(self, pages: Iterable[Page]) -> UnitFiles:
        """Write pages."""
        reports: list[FileReport] = []
        entries: list[IndexEntry] = []
        for page in pages:
            layout = asked(LAYOUTS, self._split_layouts)[page.layout.url]
            text = layout.fill(self.prepared.renderer.page_slots(page))
            reports.append(self._put(page.url, text.encode()))
            if page.searchable:
                entries.append(self._entry(page_document(page)))
        return UnitFiles(tuple(reports), tuple(entries), pages=len(reports))

    def page_part(self, batch: PageBatch) -> UnitFiles:
        """Write the pages that a function makes."""
        return self.pages(batch(self.prepared.site))

    def record(self, record: Record) -> UnitFiles:
        """Write the page of a record; return also its search entry and its outline."""
        site = self.prepared.site
        page = record_page(site, record, KIND_OF[record.kind])
        made = self.pages([page])
        entries = tuple(self._entry(doc) for doc in record_documents(site, [record]))
        return replace(made, entries=entries, outlines=(record_outline(site, page.view),))

    def outlines(self, outlines: Sequence[RecordOutline]) -> UnitFiles:
        """Write the file of the outlines of some records."""
        return self._all([outline_file(outlines)])

    def outline_index(self) -> UnitFiles:
        """Write the files that lead to the outlines of records."""
        return self._all(outline_index_files(self.prepared.site))

    def outline_at(self, url: str) -> UnitFiles:
        """Write the outlines at `url` without the pages of their records."""
        return self._all(outline_files_at(self.prepared.site, url))

    def data(self, file: DataFile) -> UnitFiles:
        """Write a data file."""
        return self._all([(file.url, file.make())])

    def picture(self, source: PictureSource) -> UnitFiles:
        """Write a picture."""
        picture = encoded(source)
        report = self._put(source.url, picture.content)
        return UnitFiles((report,), pictures=(version_of(source.url, picture),))

    def document(self, source: DocumentSource) -> UnitFiles:
        """Write a document."""
        return self._all([(source.url, source.content())])

    def search(self, entries: Sequence[IndexEntry]) -> UnitFiles:
        """Write the search index."""
        return self._all(search_files(self.prepared.site, entries))

    def form(self) -> UnitFiles:
        """Write the data of the form."""
        addresses = self.prepared.project.addresses
        return self._all(share_files(self.prepared.site, addresses.edit, addresses.submissions))

    def sitemap(self, urls: Iterable[str]) -> UnitFiles:
        """Write the files for search engines, where the address of the site is known.

        `urls` are the pages of the site.
        """
        address, pages = self.prepared.project.addresses.site, self.prepared.expected_pages
        if not address:
            return UnitFiles()
        listed = set(urls) - {NOT_FOUND, *pages.redirects}
        days = change_days(self.prepared.site.catalogue)
        return self._all(sitemap_files(address, listed, days))

    def record_entries(self, records: Iterable[Record]) -> tuple[IndexEntry, ...]:
        """Return the search entries of records; no file is written."""
        return tuple(self._entry(doc) for doc in record_documents(self.prepared.site, records))

    def _entry(self, doc: SearchDocument) -> IndexEntry:
        return index_entry(doc, indexed_phrases(self.prepared.site.index))

    def _all(self, files: Iterable[tuple[str, bytes]]) -> UnitFiles:
        return UnitFiles(tuple(self._put(url, content) for url, content in files))

    def _put(self, url: str, content: bytes) -> FileReport:
        self.write(url, content)
        return report_of_made_file(url, content)
