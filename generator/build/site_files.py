"""Write the files of a site that do not come from the host: pages, data, search index and form.

The work is split into jobs for several processes (see `parallel`). A job writes its files and
returns their reports and search entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.analysis.insights import INSIGHTS
from generator.build.layouts import SlottedLayout, split_layout
from generator.build.prepare import PreparedSite
from generator.build.progress import Progress, no_progress
from generator.exports import EXPORTS, DataFile, site_data_files
from generator.model.record import Record
from generator.parallel import batches, parallel_map
from generator.publish import FileReport, report_of_made_file
from generator.site.find import (
    IndexEntry,
    SearchDocument,
    StaticPage,
    index_entry,
    indexed_phrases,
    page_document,
    record_documents,
    search_files,
    static_page_document,
    term_documents,
)
from generator.site.outlines import (
    RecordOutline,
    outline_file,
    outline_files_at,
    outline_index_files,
    record_outline,
)
from generator.site.pages import SiteContent, all_batches
from generator.site.parts.documents import DocumentSource
from generator.site.parts.page import Page, PageBatch
from generator.site.parts.pictures import PictureSource, encoded, version_of
from generator.site.parts.shown_picture import PictureVersion
from generator.site.share import share_files
from generator.site.sitemap import change_days, sitemap_files
from generator.site_paths import NOT_FOUND

WriteFile = Callable[[str, bytes], None]
_DATA_FILES_PER_JOB = 100
_RECORDS_PER_JOB = 200
_FEWEST_TO_FORK = 100  # records; with fewer, starting workers takes longer than it saves
_PICTURES_PER_JOB = 10


@dataclass(frozen=True, slots=True)
class BuiltFiles:
    """The result of jobs: a report on each file, search entries, the number of pages, and the
    sizes of pictures.
    """

    reports: tuple[FileReport, ...] = ()
    entries: tuple[IndexEntry, ...] = ()
    pages: int = 0
    pictures: tuple[PictureVersion, ...] = ()


Job = Callable[[], BuiltFiles]


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

    def pages(self, batch: PageBatch) -> BuiltFiles:
        """Write the pages of a batch."""
        reports: list[FileReport] = []
        entries: list[IndexEntry] = []
        for page in batch(self.prepared.site):
            text = self._split_layouts[page.layout.url].fill(
                self.prepared.renderer.page_slots(page)
            )
            reports.append(self._put(page.url, text.encode()))
            if page.searchable:
                entries.append(self._entry(page_document(page)))
        return BuiltFiles(tuple(reports), tuple(entries), len(reports))

    def record_pages(self, batch: PageBatch) -> BuiltFiles:
        """Write the pages of a batch of records of one kind, and the file of their outlines."""
        outlines: list[RecordOutline] = []

        def outlined(site: SiteContent) -> Iterator[Page]:
            for page in batch(site):
                outlines.append(record_outline(site, page.view))
                yield page

        made = self.pages(outlined)
        report = self._put(*outline_file(outlines))
        return replace(made, reports=(*made.reports, report))

    def outline_index(self) -> BuiltFiles:
        """Write the files that lead to the outlines of records."""
        return self._all(outline_index_files(self.prepared.site))

    def outline_at(self, url: str) -> BuiltFiles:
        """Write the outlines at `url` without the pages of their records."""
        return self._all(outline_files_at(self.prepared.site, url))

    def data(self, files: Iterable[DataFile]) -> BuiltFiles:
        """Write data files."""
        return self._all((file.url, file.make()) for file in files)

    def pictures(self, sources: Iterable[PictureSource]) -> BuiltFiles:
        """Write pictures."""
        made = [(source.url, encoded(source)) for source in sources]
        reports = tuple(self._put(url, picture.content) for url, picture in made)
        return BuiltFiles(reports, pictures=tuple(version_of(*pair) for pair in made))

    def documents(self, sources: Iterable[DocumentSource]) -> BuiltFiles:
        """Write documents."""
        return self._all((source.url, source.content()) for source in sources)

    def search(self, entries: Sequence[IndexEntry]) -> BuiltFiles:
        """Write the search index."""
        return self._all(search_files(self.prepared.site, entries))

    def form(self) -> BuiltFiles:
        """Write the data of the form."""
        addresses = self.prepared.project.addresses
        return self._all(share_files(self.prepared.site, addresses.edit, addresses.submissions))

    def sitemap(self, urls: Iterable[str]) -> BuiltFiles:
        """Write the files for search engines, where the address of the site is known.

        `urls` are the pages of the site.
        """
        address, pages = self.prepared.project.addresses.site, self.prepared.expected_pages
        if not address:
            return BuiltFiles()
        listed = set(urls) - {NOT_FOUND, *pages.earlier.values()}
        days = change_days(self.prepared.site.catalogue)
        return self._all(sitemap_files(address, listed, days))

    def records(self, records: Iterable[Record]) -> BuiltFiles:
        """Return the search entries of records; no file is written."""
        return BuiltFiles(
            (), tuple(self._entry(doc) for doc in record_documents(self.prepared.site, records))
        )

    def _entry(self, doc: SearchDocument) -> IndexEntry:
        return index_entry(doc, indexed_phrases(self.prepared.site.index))

    def _all(self, files: Iterable[tuple[str, bytes]]) -> BuiltFiles:
        return BuiltFiles(tuple(self._put(url, content) for url, content in files))

    def _put(self, url: str, content: bytes) -> FileReport:
        self.write(url, content)
        return report_of_made_file(url, content)


def write_site_files(
    prepared: PreparedSite,
    layouts: Mapping[str, str],
    written: Iterable[StaticPage],
    write: WriteFile,
    progress: Progress = no_progress,
) -> BuiltFiles:
    """Write every file of the site. `written` are the hand-written pages.

    Raises LayoutError for a layout without a slot, and OSError for a file that cannot be written.
    """
    progress("Exporting", 0, 1)
    builder = SiteBuilder(prepared, layouts, write)
    prepared.site.links  # noqa: B018 - before forking, or every worker would make all of them
    # first, because data files need the most memory
    data = _run_jobs(builder, _data_jobs(builder, answers=False), partial(progress, "Exporting"))
    progress("Making pictures", 0, 1)
    media = _run_jobs(builder, _media_jobs(builder), partial(progress, "Making pictures"))
    prepared.site.pictures.keep(media.pictures)
    progress("Answering", 0, 1)
    _compute_shared_answers(prepared.site)
    whole, page_batches = all_batches(prepared.site)
    answers = list(_first_jobs(builder, whole))
    first = _run_jobs(builder, answers, partial(progress, "Answering"))
    progress("Writing", 0, 1)
    documents = tuple(written)
    entries = order_entries(first.entries, handwritten_entries(prepared.site, documents))
    rest: list[Job] = [partial(builder.search, entries), builder.form, builder.outline_index]
    rest += (partial(builder.record_pages, batch) for batch in page_batches)
    second = _run_jobs(builder, rest, partial(progress, "Writing"))
    made = (*first.reports, *second.reports)
    urls = (*(report.url for report in made if report.is_page), *(page.url for page in documents))
    reports = (*data.reports, *media.reports, *made, *builder.sitemap(urls).reports)
    return BuiltFiles(reports, entries, first.pages + second.pages)


def _compute_shared_answers(site: SiteContent) -> None:
    """Compute shared answers before forking, so that workers share their memory."""
    for insight in INSIGHTS:
        insight.answer(site.index)
    site.degree  # noqa: B018 - worked out when it is first asked for


def _data_jobs(builder: SiteBuilder, *, answers: bool) -> list[Job]:
    exports = [export for export in EXPORTS if export.answers is answers]
    files = list(site_data_files(builder.prepared.edition, exports))
    return [partial(builder.data, batch) for batch in batches(files, _DATA_FILES_PER_JOB)]


def _media_jobs(builder: SiteBuilder) -> list[Job]:
    site = builder.prepared.site
    pictures = batches(list(site.pictures.files()), _PICTURES_PER_JOB)
    jobs: list[Job] = [partial(builder.pictures, batch) for batch in pictures]
    jobs += (partial(builder.documents, [document]) for document in site.documents.files())
    return jobs


def _first_jobs(builder: SiteBuilder, whole: Iterable[PageBatch]) -> Iterator[Job]:
    """Yield the jobs that depend on nothing, longest first."""
    yield from _data_jobs(builder, answers=True)
    for batch in whole:
        yield partial(builder.pages, batch)
    for records in batches(
        list(builder.prepared.site.catalogue.records.values()), _RECORDS_PER_JOB
    ):
        yield partial(builder.records, records)


def handwritten_entries(site: SiteContent, written: Iterable[StaticPage]) -> tuple[IndexEntry, ...]:
    """Return the search entries of hand-written pages and glossary terms."""
    phrases = indexed_phrases(site.index)
    return (
        *(index_entry(static_page_document(page), phrases) for page in written),
        *(index_entry(doc, phrases) for doc in term_documents(site)),
    )


def order_entries(
    entries: Iterable[IndexEntry], handwritten: Iterable[IndexEntry]
) -> tuple[IndexEntry, ...]:
    """Return search entries in order: records by kind, other pages, hand-written pages
    and terms.
    """
    records = [entry for entry in entries if entry.record]
    pages = [entry for entry in entries if not entry.record]
    return (*records, *pages, *handwritten)


def _run_jobs(
    builder: SiteBuilder, jobs: Sequence[Job], tell: Callable[[int, int], None]
) -> BuiltFiles:
    is_large = len(builder.prepared.site.catalogue.records) >= _FEWEST_TO_FORK
    results = parallel_map(_run_job, jobs) if is_large else map(_run_job, jobs)
    reports: list[FileReport] = []
    entries: list[IndexEntry] = []
    pages = 0
    pictures: list[PictureVersion] = []
    known: dict[str, str] = {}  # jobs return copies of the same links and stems
    for number, made in enumerate(results, 1):
        reports += (
            replace(report, links=_interned(report.links, known)) for report in made.reports
        )
        entries += (replace(entry, terms=_interned(entry.terms, known)) for entry in made.entries)
        pages += made.pages
        pictures += made.pictures
        tell(number, len(jobs))
    return BuiltFiles(tuple(reports), tuple(entries), pages, tuple(pictures))


def _interned(texts: tuple[str, ...], known: dict[str, str]) -> tuple[str, ...]:
    """Return the same texts, sharing equal strings."""
    return tuple([known.setdefault(text, text) for text in texts])


def _run_job(job: Job) -> BuiltFiles:
    return job()
