"""Make the files of a served site when they are requested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.build.incremental import UnitFiles
from generator.build.prepare import PreparedSite
from generator.build.site_builder import SiteBuilder
from generator.build.site_files import handwritten_entries
from generator.exports import site_data_files
from generator.model.fields.media import MEDIA_FOLDER
from generator.publish import FileReport
from generator.site.find import (
    IndexEntry,
    StaticPage,
    index_entry,
    indexed_phrases,
    page_document,
)
from generator.site.pages import all_pages, page_parts, pages_at
from generator.site.parts.page import Page
from generator.site.sitemap import SITEMAP_NAME
from generator.site_paths import (
    DATA_FOLDER,
    FIND_FOLDER,
    OUTLINES_FOLDER,
    ROBOTS,
    SHARE_FOLDER,
    SITEMAP,
)


class OnDemandSite:
    """The files of one state of an academy, made on request and kept in memory.

    `layouts` are the host's rendered layouts by URL, `written` the hand-written pages.
    """

    def __init__(
        self, prepared: PreparedSite, layouts: Mapping[str, str], written: tuple[StaticPage, ...]
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._layouts = layouts
        self._written = written
        self._builder = SiteBuilder(prepared, layouts, self.files.__setitem__)
        self._waiting: dict[str, Page] = {}  # computed with another page, not yet rendered
        self._made_whole: set[str] = set()  # folders whose files are all made at once

    def with_records(self, prepared: PreparedSite) -> OnDemandSite:
        """Return a site with other records and no files yet."""
        return OnDemandSite(prepared, self._layouts, self._written)

    def make(self, url: str) -> tuple[FileReport, ...]:
        """Make the file at `url`, with those that belong to it, unless it exists.

        Returns the reports of new files; none for a URL that is not ours.
        """
        return () if url in self.files else self._reports(url)

    def _reports(self, url: str) -> tuple[FileReport, ...]:
        builder, site = self._builder, self._builder.prepared.site
        if url.endswith(".html"):
            if url not in self._waiting:
                self._waiting |= {page.url: page for page in pages_at(site, url)}
            pages = [self._waiting[url]] if url in self._waiting else []
            return builder.pages(pages).reports
        if url.startswith(OUTLINES_FOLDER):
            return builder.outline_at(url).reports
        if url.startswith(DATA_FOLDER):
            files = (file for file in site_data_files(builder.prepared.edition) if file.url == url)
            return _reports(builder.data(file) for file in files)
        if url.startswith(f"{MEDIA_FOLDER}/"):
            pictures = (source for source in site.pictures.files() if source.url == url)
            documents = (source for source in site.documents.files() if source.url == url)
            return (
                *_reports(builder.picture(source) for source in pictures),
                *_reports(builder.document(source) for source in documents),
            )
        return self._folder_reports(url)

    def _folder_reports(self, url: str) -> tuple[FileReport, ...]:
        """Make all files of the folder of `url` at once, or all sitemaps."""
        make: dict[str, Callable[[], UnitFiles]] = {
            FIND_FOLDER: lambda: self._builder.search(self._all_found()),
            SHARE_FOLDER: self._builder.form,
            SITEMAP: lambda: self._builder.sitemap(self._all_urls()),
        }
        is_sitemap = url == ROBOTS or SITEMAP_NAME.fullmatch(url)
        folder = SITEMAP if is_sitemap else f"{url.partition('/')[0]}/"
        return make[folder]().reports if folder in make and self._is_first(folder) else ()

    def _is_first(self, folder: str) -> bool:
        """Whether no file of this folder was requested before. A file that went is then not there,
        and must not make all the others again.
        """
        first = folder not in self._made_whole
        self._made_whole.add(folder)
        return first

    def _all_urls(self) -> tuple[str, ...]:
        pages = (page.url for page in all_pages(self._builder.prepared.site))
        return (*pages, *(page.url for page in self._written))

    def _all_found(self) -> tuple[IndexEntry, ...]:
        site = self._builder.prepared.site
        records = self._builder.record_entries(site.catalogue.records.values())
        other_pages = (page for part in page_parts(site).values() for page in part(site))
        phrases = indexed_phrases(site.index)
        pages = (
            index_entry(page_document(page), phrases) for page in other_pages if page.searchable
        )
        return (*records, *pages, *handwritten_entries(site, self._written))


def _reports(made: Iterable[UnitFiles]) -> tuple[FileReport, ...]:
    return tuple(report for files in made for report in files.reports)
